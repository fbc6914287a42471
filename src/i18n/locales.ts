/** Own names of the interface languages. The first is the default. */
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

/** Returns the first requested locale that is available, else the default. */
export function findLocale(requested: readonly string[]): Locale {
  return requested.find((text): text is Locale => Object.hasOwn(LANGUAGE_NAMES, text)) ?? DEFAULT_LOCALE;
}
