import { useState } from 'react';
import { copy, select } from './copy.js';
import { useSay } from './said.js';
import { useSetting } from './setting.js';

/** Copies the address of the page, which holds all that is shown, and shows it. */
export function ShareButton() {
  const { words } = useSetting();
  const say = useSay();
  const [address, setAddress] = useState<string | null>(null);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const share = async () => {
    setAddress(location.href);
    const isCopied = await copy(location.href);
    if (!isCopied) select(element);
    say(isCopied ? words.screen.linkCopied : words.answer.copyFailed);
  };
  return (
    <>
      <button type="button" className="plain" onClick={() => void share()}>
        {words.answer.share}
      </button>
      {address !== null && (
        <code className="address" ref={setElement}>
          {address}
        </code>
      )}
    </>
  );
}
