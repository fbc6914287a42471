/**
 * How localised texts are looked up: by the text that `find` stores for a locale, or by the raw texts in the order of a
 * chain.
 */
export type LocaleChain = { ready: string } | { raw: readonly string[] };

/**
 * Returns the lookup for the languages of a query; the entry's own language comes last. Indexes serve one language, or
 * one followed by the default one.
 */
export function localeChain(locales: readonly string[], known: readonly string[]): LocaleChain {
  const chain = [...new Set(locales)].filter((locale) => known.includes(locale));
  const [first] = chain;
  const fallback = known[0]!;
  const ready = first === fallback ? [fallback] : [first, fallback];
  if (first !== undefined && chain.length === ready.length && chain.every((locale, at) => locale === ready[at])) {
    return { ready: first };
  }
  return { raw: [...chain, 'own'] };
}
