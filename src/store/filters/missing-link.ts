import type { FilterInput } from '../entries.js';
import { readParts } from './filter-parts.js';

/**
 * Whether a filter matches an absent value, or an existing entry that is not listed; null where it tests its fields,
 * negated or not.
 */
export function resultForMissingLink(filter: FilterInput, isThere: boolean): boolean | null {
  const within = (part: FilterInput) => resultForMissingLink(part, isThere);
  const said = readParts(filter).map((part): boolean | null => {
    if (part.says === 'and') return conjunction(part.parts.map(within));
    if (part.says === 'or') return negation(conjunction(part.parts.map(within).map(negation)));
    if (part.says === 'not') return negation(within(part.part));
    return part.says === 'exists' ? part.whether === isThere : null;
  });
  return conjunction(said);
}

function conjunction(parts: readonly (boolean | null)[]): boolean | null {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function negation(part: boolean | null): boolean | null {
  return part === null ? null : !part;
}
