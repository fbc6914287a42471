import { AS_OF } from './frozen.js';
import type { OpenQuestion } from './open-question.js';
import type { Values } from './values.js';
import { writeValues } from './values.js';

/** What a day does without, which means its beginning. */
const MIDNIGHT = /T00:00:00(?:\.000)?Z$/;

/**
 * The page of an answer for good, as `/q/asylum?areas=IT,ES&asOf=2026-11-26`: with all values, whatever becomes of those
 * of the question.
 *
 * @param asOf the moment as of which its figures are read; null where it has none
 */
export function permanentPath(
  { slug, inputs }: Pick<OpenQuestion, 'slug' | 'inputs'>,
  values: Values,
  asOf: string | null,
): string {
  const search = new URLSearchParams();
  writeValues(search, { ...values, [AS_OF]: null }, {}, inputs);
  if (asOf !== null) search.set(AS_OF, asOf.replace(MIDNIGHT, ''));
  return readablePath(`/q/${slug}${search.size > 0 ? `?${search}` : ''}`);
}

/** Commas and colons mean nothing in an address, and are easier to read as they are. */
export function readablePath(path: string): string {
  return path.replaceAll('%2C', ',').replaceAll('%3A', ':');
}
