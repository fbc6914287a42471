import type { Gap } from '../html/shell.js';
import { LOCALES } from '../words/locales.js';

/** How far an entry is translated into a language that it has any text in. */
export interface Translated {
  locale: string;
  missing: readonly string[];
}

/** The languages in which an entry lacks something, or everything, so that one knows before one changes to them. */
export function findGaps(translations: readonly Translated[]): ReadonlyMap<string, Gap> {
  const known = new Map(translations.map(({ locale, missing }) => [locale, missing.length > 0]));
  return new Map(
    LOCALES.flatMap((locale): [string, Gap][] => {
      const isPartial = known.get(locale);
      return isPartial === undefined ? [[locale, 'MISSING']] : isPartial ? [[locale, 'PARTIAL']] : [];
    }),
  );
}
