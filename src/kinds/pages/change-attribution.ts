import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import { FILES_AUTHOR } from '../../model/files-author.js';

/** Author and message of a person's change, the language of which is unknown; false for changes from files. */
export function changeAttribution({ author, message }: { author: string; message: string }): Html | false {
  return author !== FILES_AUTHOR && html`${author}${message !== '' && html` · <span lang="">${message}</span>`}`;
}
