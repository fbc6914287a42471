import type { Messages } from '../generated/messages.js';
import type { MessageTree } from './format-messages.js';
import { formatMessages } from './format-messages.js';

/** All interface texts of a locale. */
export type LocaleMessages = { readonly locale: string } & Messages;

export type ChartMessages = LocaleMessages['chart'];

/** Labels on pages and in downloads. */
export type Labels = LocaleMessages['page'];

/** Compiles the messages of a locale. `src/generated/messages.ts` contains their types. */
export function createMessages(locale: string, tree: MessageTree): LocaleMessages {
  return { locale, ...(formatMessages(tree, locale) as unknown as Messages) };
}
