import type { FixedEditions } from '../model/editions.js';
import { AS_OF, EDITIONS } from './frozen.js';
import type { OpenQuestion } from './open-question.js';
import type { Values } from './values.js';
import { writeValues } from './values.js';

/**
 * The page of an answer for good, as `/q/asylum?areas=IT,ES&asOf=2026-11-26`: with all values, whatever becomes of those
 * of the question.
 *
 * @param fixed the editions that it is made of; null where it is made of no figures
 */
export function permanentPath(
  { slug, inputs }: Pick<OpenQuestion, 'slug' | 'inputs'>,
  values: Values,
  fixed: FixedEditions | null,
): string {
  const search = new URLSearchParams();
  writeValues(search, { ...values, [AS_OF]: null }, {}, inputs);
  if (fixed?.asOf) search.set(AS_OF, fixed.asOf);
  if (fixed?.editions) search.set(EDITIONS, fixed.editions);
  return readablePath(`/q/${slug}${search.size > 0 ? `?${search}` : ''}`);
}

/** Commas and colons mean nothing in an address, and are easier to read as they are. */
export function readablePath(path: string): string {
  return path.replaceAll('%2C', ',').replaceAll('%3A', ':');
}
