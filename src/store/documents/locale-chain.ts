/**
 * How the localised texts of an entry are looked up: by the text that `find` holds ready for readers of a locale, or,
 * for any other chain of languages, by the texts that there are, in their order.
 */
export type LocaleChain = { ready: string } | { raw: readonly string[] };

/**
 * The chain for the languages of a query, the entry's own one last.
 *
 * One language, or one and then the default one, is what documents hold ready and indexes know; any other chain gives
 * as exact an answer without them.
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
