import { type Html, html } from '../../html/html.js';
import { SEED_AUTHOR } from '../../model/seed-author.js';

/** Renders the author and message of a change, the latter marked as of unknown language; false for file changes. */
export function changeAuthorHtml({ author, message }: { author: string; message: string }): Html | false {
  return author !== SEED_AUTHOR && html`${author}${message !== '' && html` · <span lang="">${message}</span>`}`;
}
