import { chooseWriting, wordsIn } from '../../words/catalogue.js';
import type { Setting } from './setting.js';

/** The setting that an address and a browser ask for. */
export function readSetting(search: URLSearchParams, browser: readonly string[]): Setting {
  const wanted = [search.get('locale') ?? '', ...browser.map((tag) => tag.slice(0, 2).toLowerCase())];
  const words = wordsIn(wanted);
  return {
    words,
    writing: chooseWriting(words),
    isPreview: search.get('preview') === 'true',
    authorization: null,
  };
}
