import type { Messages } from '../generated/messages.js';
import { compileMessages, type MessageTree } from './compile-messages.js';

/** All interface texts of a locale. */
export type LocaleMessages = { readonly locale: string } & Messages;

export type ChartMessages = LocaleMessages['chart'];

/** Labels on pages and in downloads. */
export type PageMessages = LocaleMessages['page'];

/** Compiles the messages of a locale. `src/generated/messages.ts` contains their types. */
export function createMessages(locale: string, tree: MessageTree): LocaleMessages {
  return { locale, ...(compileMessages(tree, locale) as unknown as Messages) };
}
