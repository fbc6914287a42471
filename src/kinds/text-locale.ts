import type { Locale } from '../generated/records.js';
import { localeOf } from '../reading/locales.js';
import type { StoredEntry } from '../store/entries.js';

/** The language in which a text of an entry is served to those who want these; that of the entry where there is none. */
export function textLocale(
  texts: unknown,
  { originalLocale }: Pick<StoredEntry, 'originalLocale'>,
  locales: readonly string[],
): Locale {
  return localeOf(texts, locales, originalLocale) as Locale;
}
