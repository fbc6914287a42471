import type { FixedEditions } from '../model/editions.js';
import { AS_OF, EDITIONS } from './pin-as-of.js';
import type { OpenQuestion } from './open-question.js';
import type { Values } from './values.js';
import { writeValues } from './values.js';

/**
 * The permanent address of an answer, as in `/q/asylum?areas=IT,ES&asOf=2026-11-26`, with all values. @param fixed the
 * editions of its figures; null for none
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

/** Commas and colons need no encoding, and are easier to read. */
export function readablePath(path: string): string {
  return path.replaceAll('%2C', ',').replaceAll('%3A', ':');
}
