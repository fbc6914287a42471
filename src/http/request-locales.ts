import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';
import { acceptedLocales, preferLocale } from '../reading/locale-fallback.js';

export const LOCALE_PARAMETER = 'locale';

/** Moves the locale from the path to a parameter: `/fr/country/it` becomes `/country/it?locale=fr`. */
export function moveLocaleToParameter(url: string, locales: readonly string[]): string {
  const [, locale = '', pathAfterLocale = ''] = /^\/([a-z]{2})(?=[/?]|$)(.*)$/s.exec(url) ?? [];
  if (!locales.includes(locale)) return url;
  const path = pathAfterLocale.startsWith('/') ? pathAfterLocale : `/${pathAfterLocale}`;
  return `${path}${path.includes('?') ? '&' : '?'}${LOCALE_PARAMETER}=${locale}`;
}

/** Escapes the percent signs of a path with invalid percent-encoding, so that it results in 404. */
export function escapeInvalidEncoding(url: string): string {
  const [path = ''] = url.split('?', 1);
  if (!path.includes('%')) return url;
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length);
  }
}

/** Returns the locales of a page in order: that of its URL, then the default. @throws AppError BAD_REQUEST */
export function pageLocales(request: FastifyRequest, locales: readonly string[]): readonly string[] {
  return hasLocaleInUrl(request) ? negotiateLocales(request, locales) : locales.slice(0, 1);
}

/** Returns the locales of an error page: those of `pageLocales`, or the default if the locale is unknown. */
export function errorPageLocales(request: FastifyRequest, locales: readonly string[]): readonly string[] {
  const requested = localeParameterOf(request);
  return typeof requested === 'string' && locales.includes(requested)
    ? pageLocales(request, locales)
    : locales.slice(0, 1);
}

/** Returns the locales of a response in order: `?locale=`, or the accepted ones. @throws AppError BAD_REQUEST */
export function negotiateLocales(request: FastifyRequest, locales: readonly string[]): readonly string[] {
  const requested = localeParameterOf(request);
  if (requested === undefined) return acceptedLocales(request.headers['accept-language'], locales);
  if (typeof requested === 'string' && locales.includes(requested)) return preferLocale(requested, locales.slice(0, 1));
  const problem =
    typeof requested === 'string'
      ? `Unknown locale "${requested.slice(0, 40)}".`
      : 'The URL has several values for "locale".';
  throw new AppError('BAD_REQUEST', `${problem} Use one of: ${locales.join(', ')}.`);
}

/** Whether the URL contains a locale, which takes precedence over `Accept-Language`. */
export function hasLocaleInUrl(request: FastifyRequest): boolean {
  return localeParameterOf(request) !== undefined;
}

function localeParameterOf({ query }: FastifyRequest): unknown {
  return (query as Record<string, unknown>)[LOCALE_PARAMETER];
}
