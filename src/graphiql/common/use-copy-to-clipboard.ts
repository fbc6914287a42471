import type { RefObject } from 'react';
import { useAnnounce } from './announcer.js';
import { useSettings } from './settings.js';

interface CopyRequest {
  text: string;
  html?: string;
  /** Element to select if the browser denies access, so that the user can copy it. */
  element: RefObject<Element | null>;
  /** Message after copying. Default: the text was copied. */
  confirmation?: string;
}

/** Returns a function that copies content to the clipboard and confirms it. */
export function useCopyToClipboard(): (copied: CopyRequest) => Promise<void> {
  const { answer } = useSettings().messages;
  const announce = useAnnounce();
  return async ({ text, html, element, confirmation = answer.copied }) => {
    const isCopied = await writeClipboard(text, html);
    // The reference is read only now, because rendering may have replaced the element.
    if (!isCopied && element.current) getSelection()?.selectAllChildren(element.current);
    announce(isCopied ? confirmation : answer.copyFailed);
  };
}

/** Writes to the clipboard. Returns whether the browser allowed it, which requires a secure context. */
async function writeClipboard(text: string, html: string | undefined): Promise<boolean> {
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
