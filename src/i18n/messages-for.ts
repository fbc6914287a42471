import type { MessageTree } from './compile-messages.js';
import { findLocale, type Locale } from './locales.js';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import it from './messages/it.json' with { type: 'json' };
import { createMessages, type LocaleMessages } from './locale-messages.js';

const MESSAGES: Readonly<Record<Locale, MessageTree>> = { en, fr, de, es, it };

const MESSAGES_CACHE = new Map<Locale, LocaleMessages>();

/** Returns the messages of the first requested locale that is available. Default: English. */
export function messagesFor(locales: readonly string[]): LocaleMessages {
  const locale = findLocale(locales);
  const messages = MESSAGES_CACHE.get(locale) ?? createMessages(locale, MESSAGES[locale]);
  MESSAGES_CACHE.set(locale, messages);
  return messages;
}

/** Returns the number of messages in total and in a locale. */
export function countMessages(locale: string): { locale: string; translated: number; total: number } {
  const listTexts = (tree: MessageTree | undefined): (string | undefined)[] =>
    Object.values(tree ?? {}).flatMap((message) => (typeof message === 'string' ? message : listTexts(message)));
  const ownTexts = listTexts(MESSAGES[locale as Locale]);
  return { locale, translated: ownTexts.filter((text) => text !== '').length, total: listTexts(en).length };
}
