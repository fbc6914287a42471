import type { Locale } from '../generated/records.js';
import { localeOf } from '../reading/locales.js';
import type { StoredEntry } from '../store/entries.js';

/** The language in which a text is served; the original one where it is missing. */
export function textLocale(
  texts: unknown,
  { originalLocale }: Pick<StoredEntry, 'originalLocale'>,
  locales: readonly string[],
): Locale {
  return localeOf(texts, locales, originalLocale) as Locale;
}
