import type { Messages } from '../generated/messages.js';
import type { MessageTree } from './format-messages.js';
import { formatMessages } from './format-messages.js';

/** All texts of Signpost's own in one language. Numbers and dates beside them are written by its `locale`. */
export type Words = { readonly locale: string } & Messages;

/** The texts of charts. */
export type ChartWords = Words['chart'];

/** The texts around the content of entries, on pages and in files. */
export type Labels = Words['page'];

/** Returns the texts of a message file. `src/generated/messages.ts` says which have arguments. */
export function makeWords(locale: string, tree: MessageTree): Words {
  return { locale, ...(formatMessages(tree, locale) as unknown as Messages) };
}
