import type { Messages } from '../generated/messages.js';
import type { MessageTree } from './format-messages.js';
import { formatMessages } from './format-messages.js';

/** All interface texts of a language. */
export type Words = { readonly locale: string } & Messages;

export type ChartWords = Words['chart'];

/** Texts around entries, on pages and in files. */
export type Labels = Words['page'];

/** Typed by `src/generated/messages.ts`. */
export function makeWords(locale: string, tree: MessageTree): Words {
  return { locale, ...(formatMessages(tree, locale) as unknown as Messages) };
}
