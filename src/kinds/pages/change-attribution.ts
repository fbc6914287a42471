import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import { SEED_AUTHOR } from '../../model/seed-author.js';

/** Renders author and message, whose language is unknown, of a change by a person; false for changes from files. */
export function changeAttribution({ author, message }: { author: string; message: string }): Html | false {
  return author !== SEED_AUTHOR && html`${author}${message !== '' && html` · <span lang="">${message}</span>`}`;
}
