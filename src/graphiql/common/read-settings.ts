import { formatsFor } from '../../i18n/column-labels.js';
import type { MessageTree } from '../../i18n/compile-messages.js';
import { findLocale, type Locale } from '../../i18n/locales.js';
import { createMessages } from '../../i18n/locale-messages.js';
import type { PageSettings } from './settings.js';

/** Messages by locale, loaded on demand. */
const MESSAGES: Readonly<Record<Locale, () => Promise<{ default: MessageTree }>>> = {
  en: () => import('../../i18n/messages/en.json'),
  fr: () => import('../../i18n/messages/fr.json'),
  de: () => import('../../i18n/messages/de.json'),
  es: () => import('../../i18n/messages/es.json'),
  it: () => import('../../i18n/messages/it.json'),
};

/** Loads the settings of a page from its URL and the browser's locales, with the messages. */
export async function readSettings(search: URLSearchParams, browserLocales: readonly string[]): Promise<PageSettings> {
  const locale = findLocale([
    search.get('locale') ?? '',
    ...browserLocales.map((tag) => tag.slice(0, 2).toLowerCase()),
  ]);
  const messages = createMessages(locale, (await MESSAGES[locale]()).default);
  return {
    messages,
    format: formatsFor(messages),
    isPreview: search.get('preview') === 'true',
    authorization: null,
  };
}
