import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import { FILES_AUTHOR } from '../../model/files-author.js';

/** Renders author and message, whose language is unknown, of a change by a person; false for changes from files. */
export function changeAttribution({ author, message }: { author: string; message: string }): Html | false {
  return author !== FILES_AUTHOR && html`${author}${message !== '' && html` · <span lang="">${message}</span>`}`;
}
