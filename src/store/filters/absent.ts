import type { FilterInput } from '../entries.js';
import { readParts } from './filter-parts.js';

/** What a filter says where there is nothing: no field of it holds. */
export function holdsOfNothing(filter: FilterInput): boolean {
  return readParts(filter).every((part) => {
    if (part.says === 'and') return part.parts.every(holdsOfNothing);
    if (part.says === 'or') return part.parts.some(holdsOfNothing);
    if (part.says === 'not') return !holdsOfNothing(part.part);
    return part.says === 'exists' && !part.whether;
  });
}

/** What a filter says of an entry that is there but not listed: that it is there, and of its fields nothing (null). */
export function saysOfUnlisted(filter: FilterInput): boolean | null {
  const said = readParts(filter).map((part): boolean | null => {
    if (part.says === 'and') return conjunction(part.parts.map(saysOfUnlisted));
    if (part.says === 'or') return negation(conjunction(part.parts.map(saysOfUnlisted).map(negation)));
    if (part.says === 'not') return negation(saysOfUnlisted(part.part));
    return part.says === 'exists' ? part.whether : null;
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
