import Negotiator from 'negotiator';
import type { Locale } from '../generated/records.js';

/** Maximum number of characters of an Accept-Language header to parse. */
const MAX_HEADER_LENGTH = 500;

/**
 * Returns the known locales of an Accept-Language header by preference, then the first known one. Ignores regions, and
 * "*", which clients without a language preference send.
 */
export function acceptedLocales(header: string | undefined, locales: readonly string[]): readonly string[] {
  const headers = { 'accept-language': header?.slice(0, MAX_HEADER_LENGTH) ?? '' };
  const requestedLanguages = new Negotiator({ headers }).languages().map((tag) => tag.toLowerCase().split('-')[0]!);
  return [...new Set([...requestedLanguages.filter((locale) => locales.includes(locale)), locales[0]!])];
}

/** Memoised chains of locales, because a response requests the same chain once per text. */
const chains = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** Returns a list of locales with `locale`, if any, moved or added to its start. */
export function preferLocale(locale: string | null | undefined, locales: readonly string[]): readonly string[] {
  if (locale == null || locales[0] === locale) return locales;
  const cachedChains = chains.get(locales) ?? new Map<string, readonly string[]>();
  chains.set(locales, cachedChains);
  const chain = cachedChains.get(locale) ?? [locale, ...locales.filter((other) => other !== locale)];
  cachedChains.set(locale, chain);
  return chain;
}

/** Returns the locale of the text that `textIn` returns; the original one if there is no text. */
export function textLocale(
  texts: unknown,
  { originalLocale }: { originalLocale: string },
  locales: readonly string[],
): Locale {
  const byLocale = (texts ?? {}) as Readonly<Record<string, string | undefined>>;
  return (locales.find((locale) => byLocale[locale] !== undefined) ?? originalLocale) as Locale;
}

/** Returns a text in the first locale of the chain that has one, else in the original locale. Null if none has. */
export function textIn(texts: unknown, locales: readonly string[], originalLocale: string): string | null {
  if (typeof texts !== 'object' || texts === null) return null;
  const byLocale = texts as Readonly<Record<string, string | undefined>>;
  for (const locale of locales) {
    const text = byLocale[locale];
    if (text !== undefined) return text;
  }
  return byLocale[originalLocale] ?? null;
}
