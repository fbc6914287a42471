import type { Messages } from '../generated/messages.js';
import type { MessageTree } from './format-messages.js';
import { formatMessages } from './format-messages.js';

/** All interface texts of a language. */
export type LocaleMessages = { readonly locale: string } & Messages;

export type ChartMessages = LocaleMessages['chart'];

/** Texts around entries, on pages and in files. */
export type Labels = LocaleMessages['page'];

/** Typed by `src/generated/messages.ts`. */
export function createMessages(locale: string, tree: MessageTree): LocaleMessages {
  return { locale, ...(formatMessages(tree, locale) as unknown as Messages) };
}
