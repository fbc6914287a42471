import { useRef, useState } from 'react';
import { useCopy } from './copy.js';
import { useSetting } from './setting.js';

/** Copies the address of the page, with its whole state. */
export function ShareButton() {
  const { words } = useSetting();
  const copy = useCopy();
  const [address, setAddress] = useState<string | null>(null);
  const element = useRef<HTMLElement>(null);
  const share = () => {
    setAddress(location.href);
    void copy({ text: location.href, element, said: words.screen.linkCopied });
  };
  return (
    <>
      <button type="button" className="plain" onClick={share}>
        {words.answer.share}
      </button>
      {address !== null && (
        <code className="address" ref={element}>
          {address}
        </code>
      )}
    </>
  );
}
