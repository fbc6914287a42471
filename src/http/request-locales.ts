import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';
import { acceptedLocales, withLocale } from '../reading/locales.js';

/** The parameter of an address that names the language. */
export const LOCALE_PARAMETER = 'locale';

/**
 * Takes the language from the beginning of an address and makes it a parameter, so that `/fr/country/it` is answered as
 * `/country/it?locale=fr`.
 */
export function localeAsParameter(url: string, known: readonly string[]): string {
  const [, locale = '', rest = ''] = /^\/([a-z]{2})(?=[/?]|$)(.*)$/s.exec(url) ?? [];
  if (!known.includes(locale)) return url;
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  return `${path}${path.includes('?') ? '&' : '?'}${LOCALE_PARAMETER}=${locale}`;
}

/** An address whose path cannot be decoded is taken as it is written: nothing is there, which is told as of any other. */
export function asDecodable(url: string): string {
  const [path = ''] = url.split('?', 1);
  if (!path.includes('%')) return url;
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length);
  }
}

/**
 * Returns the languages of a page, best first: that of its address, and the first known one. What a browser accepts does
 * not count, so that an address has one page.
 *
 * @throws AppError BAD_REQUEST  the address names a language that is not known
 */
export function pageLocales(request: FastifyRequest, known: readonly string[]): readonly string[] {
  return namesLocale(request) ? negotiateLocales(request, known) : known.slice(0, 1);
}

/** The languages of a page that tells why there is no other: as `pageLocales`, and the first one where that is refused. */
export function refusalLocales(request: FastifyRequest, known: readonly string[]): readonly string[] {
  const named = localeInAddress(request);
  return typeof named === 'string' && known.includes(named) ? pageLocales(request, known) : known.slice(0, 1);
}

/**
 * Returns the languages in which a request is answered, best first and never empty: the one that its address names, as in
 * `?locale=fr`, and then the first known one; or else those that it accepts.
 *
 * @throws AppError BAD_REQUEST  the address names a language that is not known
 */
export function negotiateLocales(request: FastifyRequest, known: readonly string[]): readonly string[] {
  const named = localeInAddress(request);
  if (named === undefined) return acceptedLocales(request.headers['accept-language'], known);
  if (typeof named === 'string' && known.includes(named)) return withLocale(named, known.slice(0, 1));
  const told =
    typeof named === 'string' ? `the language "${named.slice(0, 40)}", which is not known` : 'several languages';
  throw new AppError('BAD_REQUEST', `The address asks for ${told}; give "locale" as one of ${known.join(', ')}.`);
}

/** Whether the address of a request names the language, so that its answer is the same whatever languages it accepts. */
export function namesLocale(request: FastifyRequest): boolean {
  return localeInAddress(request) !== undefined;
}

function localeInAddress({ query }: FastifyRequest): unknown {
  return (query as Record<string, unknown>)[LOCALE_PARAMETER];
}
