/** Location of a localised text: in the index field of the locale `ready`, or in the first existing text of `raw`. */
export type LocaleChain = { ready: string } | { raw: readonly string[] };

/**
 * Returns the location of a localised text for the languages of a query. The original language of the entry comes last.
 * Indexes support one language, or one language followed by the default language.
 */
export function localeChain(locales: readonly string[], supported: readonly string[]): LocaleChain {
  const chain = [...new Set(locales)].filter((locale) => supported.includes(locale));
  const [firstLocale] = chain;
  const defaultLocale = supported[0]!;
  const ready = firstLocale === defaultLocale ? [defaultLocale] : [firstLocale, defaultLocale];
  if (
    firstLocale !== undefined &&
    chain.length === ready.length &&
    chain.every((locale, index) => locale === ready[index])
  ) {
    return { ready: firstLocale };
  }
  return { raw: [...chain, 'own'] };
}
