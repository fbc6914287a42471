import type { FilterInput } from '../entries.js';
import { readParts } from './filter-parts.js';

/**
 * Whether a filter matches an absent value, or an existing entry that is not listed; null where it tests its fields,
 * negated or not.
 */
export function resultForMissingLink(filter: FilterInput, exists: boolean): boolean | null {
  const within = (part: FilterInput) => resultForMissingLink(part, exists);
  const text = readParts(filter).map((part): boolean | null => {
    if (part.operator === 'and') return conjunction(part.parts.map(within));
    if (part.operator === 'or') return negation(conjunction(part.parts.map(within).map(negation)));
    if (part.operator === 'not') return negation(within(part.part));
    return part.operator === 'exists' ? part.whether === exists : null;
  });
  return conjunction(text);
}

function conjunction(parts: readonly (boolean | null)[]): boolean | null {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function negation(part: boolean | null): boolean | null {
  return part === null ? null : !part;
}
