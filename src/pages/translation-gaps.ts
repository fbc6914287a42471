import type { TranslationGap } from '../html/page-shell.js';
import { LOCALES } from '../i18n/locales.js';

/** Returns the locales in which an entry is missing or incomplete, for the language links. */
export function findTranslationGaps(
  translations: readonly { locale: string; missing: readonly string[] }[],
): ReadonlyMap<string, TranslationGap> {
  const missingByLocale = new Map(translations.map(({ locale, missing }) => [locale, missing.length > 0]));
  return new Map(
    LOCALES.flatMap((locale): [string, TranslationGap][] => {
      const isPartial = missingByLocale.get(locale);
      return isPartial === undefined ? [[locale, 'MISSING']] : isPartial ? [[locale, 'PARTIAL']] : [];
    }),
  );
}
