import Negotiator from 'negotiator';

/** More of a header than this is not read: nobody speaks so many languages. */
const MAX_HEADER_LENGTH = 500;

/**
 * Returns the languages of an Accept-Language header among those known, best first, and at last the first known one.
 *
 * A region is passed over: fr-CH is read as fr. So is "*", which programs send that know of no language.
 */
export function acceptedLocales(header: string | undefined, known: readonly string[]): readonly string[] {
  const headers = { 'accept-language': header?.slice(0, MAX_HEADER_LENGTH) ?? '' };
  const requested = new Negotiator({ headers }).languages().map((tag) => tag.toLowerCase().split('-')[0]!);
  return [...new Set([...requested.filter((locale) => known.includes(locale)), known[0]!])];
}

/** Chains are asked for once for each text of an answer, so that each is made once. */
const chains = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** A chain of languages with this one, where there is one, before the others. */
export function withLocale(locale: string | null | undefined, inherited: readonly string[]): readonly string[] {
  if (locale == null || inherited[0] === locale) return inherited;
  const known = chains.get(inherited) ?? new Map<string, readonly string[]>();
  chains.set(inherited, known);
  const chain = known.get(locale) ?? [locale, ...inherited.filter((each) => each !== locale)];
  known.set(locale, chain);
  return chain;
}

/** The language in which `textIn` gives a text; the original one where there is none. */
export function localeOf(texts: unknown, locales: readonly string[], originalLocale: string): string {
  const byLocale = (texts ?? {}) as Readonly<Record<string, string | undefined>>;
  return locales.find((locale) => byLocale[locale] !== undefined) ?? originalLocale;
}

/** The text in the first language of the chain that there is one in, else in the original language; null where none is. */
export function textIn(texts: unknown, locales: readonly string[], originalLocale: string): string | null {
  if (typeof texts !== 'object' || texts === null) return null;
  const byLocale = texts as Readonly<Record<string, string | undefined>>;
  for (const locale of locales) {
    const text = byLocale[locale];
    if (text !== undefined) return text;
  }
  return byLocale[originalLocale] ?? null;
}
