import { LANGUAGES, wordsIn, chooseWriting } from '../../words/catalogue.js';
import type { Setting } from './setting.js';

/** Languages that content is in; the words of the page itself are in the first of them that there are words in. */
const CONTENT_LANGUAGES = ['en', 'fr', 'de', 'es', 'it'] as const;

/** The setting that an address and a browser ask for. */
export function readSetting(search: URLSearchParams, browser: readonly string[]): Setting {
  const known: readonly string[] = CONTENT_LANGUAGES;
  const wanted = [search.get('locale') ?? '', ...browser.map((tag) => tag.slice(0, 2).toLowerCase())];
  const locale = wanted.find((each) => known.includes(each)) ?? 'en';
  const words = wordsIn([locale, ...wanted.filter((each) => LANGUAGES.includes(each))]);
  return {
    locale,
    words,
    writing: chooseWriting(words),
    isPreview: search.get('preview') === 'true',
    authorization: null,
  };
}
