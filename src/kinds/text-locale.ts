import type { Locale } from '../generated/records.js';
import { localeOf } from '../reading/locale-fallback.js';
import type { StoredEntry } from '../store/entries.js';

/** Returns the first requested locale in which a text is available, else its original locale. */
export function textLocale(
  texts: unknown,
  { originalLocale }: Pick<StoredEntry, 'originalLocale'>,
  locales: readonly string[],
): Locale {
  return localeOf(texts, locales, originalLocale) as Locale;
}
