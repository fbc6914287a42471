import type { SerialisedEditions } from '../model/pinned-editions.js';
import { AS_OF, EDITIONS } from './pin-as-of.js';
import type { LoadedQuestion } from './loaded-question.js';
import type { VariableValues } from './variable-values.js';
import { writeValues } from './variable-values.js';

/** Returns the permalink path of an answer, such as `/q/asylum?areas=IT,ES&asOf=2026-11-26`. */
export function permanentPath(
  {
    slug,
    path = `/q/${slug}`,
    inputs,
    state,
    pinned = state,
  }: Pick<LoadedQuestion, 'slug' | 'path' | 'inputs' | 'state' | 'pinned'>,
  values: VariableValues,
  fixed: SerialisedEditions | null,
): string {
  const search = new URLSearchParams();
  writeValues(search, { ...(pinned ?? values), [AS_OF]: null }, {}, inputs);
  if (fixed?.asOf) search.set(AS_OF, fixed.asOf);
  if (fixed?.editions) search.set(EDITIONS, fixed.editions);
  return readablePath(`${path}${search.size > 0 ? `?${search}` : ''}`);
}

/** Decodes commas and colons, which need no encoding, for legibility. */
export function readablePath(path: string): string {
  return path.replaceAll('%2C', ',').replaceAll('%3A', ':');
}
