/** The languages of Signpost's own texts, each with its name in itself. The first is the default. */
export const LANGUAGE_NAMES = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
} as const;

export type Locale = keyof typeof LANGUAGE_NAMES;

export const LOCALES = Object.keys(LANGUAGE_NAMES) as [Locale, ...Locale[]];

export const DEFAULT_LOCALE: Locale = LOCALES[0];

/** Returns the first of the wanted languages that has texts, and the default where none has. */
export function findLocale(wanted: readonly string[]): Locale {
  return wanted.find(isLocale) ?? DEFAULT_LOCALE;
}

function isLocale(text: string): text is Locale {
  return Object.hasOwn(LANGUAGE_NAMES, text);
}
