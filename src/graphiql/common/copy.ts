import type { RefObject } from 'react';
import { useSay } from './said.js';
import { useSetting } from './setting.js';

/** What is copied. */
interface Copied {
  text: string;
  /** How it looks, where it is more than a text. */
  html?: string;
  /** Where it stands in the page; it is selected where the browser allows no copying, so that a key copies it. */
  element: RefObject<Element | null>;
  /** What is said then, unless it is only that it was copied. */
  said?: string;
}

/** A function that puts something on the clipboard, and says so. */
export function useCopy(): (copied: Copied) => Promise<void> {
  const { answer } = useSetting().words;
  const say = useSay();
  return async ({ text, html, element, said = answer.copied }) => {
    const isCopied = await write(text, html);
    // What is copied may have come into the page meanwhile.
    if (!isCopied) select(element.current);
    say(isCopied ? said : answer.copyFailed);
  };
}

/** Whether the browser allowed it; it does over TLS and on this machine. */
async function write(text: string, html: string | undefined): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else {
      const item = new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      });
      await navigator.clipboard.write([item]);
    }
    return true;
  } catch {
    return false;
  }
}

function select(element: Element | null): void {
  const selection = getSelection();
  if (!element || !selection) return;
  const range = document.createRange();
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
}
