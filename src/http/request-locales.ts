import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';
import { acceptedLocales, withLocale } from '../reading/locales.js';

/**
 * Returns the languages in which a request is answered, best first and never empty: the one that its address names, as in
 * `?locale=fr`, and then the first known one; or else those that it accepts.
 *
 * @throws AppError BAD_REQUEST  the address names a language that is not known
 */
export function localesOf(request: FastifyRequest, known: readonly string[]): readonly string[] {
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
  return (query as { locale?: unknown }).locale;
}
