import type { Gap } from '../html/shell.js';
import { LOCALES } from '../words/locales.js';

/** The completeness of a translation of an entry. */
export interface Translated {
  locale: string;
  missing: readonly string[];
}

/** The locales in which an entry is incomplete, for the language links. */
export function findGaps(translations: readonly Translated[]): ReadonlyMap<string, Gap> {
  const known = new Map(translations.map(({ locale, missing }) => [locale, missing.length > 0]));
  return new Map(
    LOCALES.flatMap((locale): [string, Gap][] => {
      const isPartial = known.get(locale);
      return isPartial === undefined ? [[locale, 'MISSING']] : isPartial ? [[locale, 'PARTIAL']] : [];
    }),
  );
}
