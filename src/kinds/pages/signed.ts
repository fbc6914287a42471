import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import { FILES_AUTHOR } from '../../model/files-author.js';

/**
 * Who wrote something and why, as persons sign it; false for what came from files, of which each action says so. In what
 * language the reason is written nobody knows.
 */
export function signed({ author, message }: { author: string; message: string }): Html | false {
  return author !== FILES_AUTHOR && html`${author}${message !== '' && html` · <span lang="">${message}</span>`}`;
}
