import { useRef, useState } from 'react';
import { useCopyToClipboard } from './use-copy-to-clipboard.js';
import { useSettings } from './settings.js';

/** Button that copies the URL of the page, which contains its state. */
export function ShareButton() {
  const { messages } = useSettings();
  const copy = useCopyToClipboard();
  const [address, setAddress] = useState<string | null>(null);
  const element = useRef<HTMLElement>(null);
  const share = () => {
    setAddress(location.href);
    void copy({ text: location.href, element, confirmation: messages.screen.linkCopied });
  };
  return (
    <>
      <button type="button" className="plain" onClick={share}>
        {messages.answer.share}
      </button>
      {address !== null && (
        <code className="address" ref={element}>
          {address}
        </code>
      )}
    </>
  );
}
