import { chooseWriting } from '../../words/catalogue.js';
import type { MessageTree } from '../../words/format-messages.js';
import type { Locale } from '../../words/locales.js';
import { findLocale } from '../../words/locales.js';
import { makeWords } from '../../words/words.js';
import type { Setting } from './setting.js';

/** A page loads one message file. */
const MESSAGES: Readonly<Record<Locale, () => Promise<{ default: MessageTree }>>> = {
  en: () => import('../../words/messages/en.json'),
  fr: () => import('../../words/messages/fr.json'),
  de: () => import('../../words/messages/de.json'),
  es: () => import('../../words/messages/es.json'),
  it: () => import('../../words/messages/it.json'),
};

/** The setting from a URL and the browser's locales, with its messages. */
export async function readSetting(search: URLSearchParams, browser: readonly string[]): Promise<Setting> {
  const locale = findLocale([search.get('locale') ?? '', ...browser.map((tag) => tag.slice(0, 2).toLowerCase())]);
  const words = makeWords(locale, (await MESSAGES[locale]()).default);
  return {
    words,
    writing: chooseWriting(words),
    isPreview: search.get('preview') === 'true',
    authorization: null,
  };
}
