/** Where to find a localised text: in the index field of the locale `ready`, or in the first existing text of `raw`. */
export type LocaleChain = { ready: string } | { raw: readonly string[] };

/**
 * Returns the lookup for the languages of a query. The original language of the entry comes last. Indexes support one
 * language, or one language followed by the default language.
 */
export function localeChain(locales: readonly string[], supported: readonly string[]): LocaleChain {
  const chain = [...new Set(locales)].filter((locale) => supported.includes(locale));
  const [first] = chain;
  const fallback = supported[0]!;
  const ready = first === fallback ? [fallback] : [first, fallback];
  if (first !== undefined && chain.length === ready.length && chain.every((locale, index) => locale === ready[index])) {
    return { ready: first };
  }
  return { raw: [...chain, 'own'] };
}
