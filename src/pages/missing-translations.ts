import type { TranslationGap } from '../html/page-shell.js';
import { LOCALES } from '../i18n/locales.js';

/** Completeness of a translation of an entry. */
export interface TranslationStatus {
  locale: string;
  missing: readonly string[];
}

/** Returns the locales in which an entry is missing or incomplete, for the language links. */
export function findTranslationGaps(translations: readonly TranslationStatus[]): ReadonlyMap<string, TranslationGap> {
  const missingByLocale = new Map(translations.map(({ locale, missing }) => [locale, missing.length > 0]));
  return new Map(
    LOCALES.flatMap((locale): [string, TranslationGap][] => {
      const isPartial = missingByLocale.get(locale);
      return isPartial === undefined ? [[locale, 'MISSING']] : isPartial ? [[locale, 'PARTIAL']] : [];
    }),
  );
}
