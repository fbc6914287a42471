import type { FilterInput } from '../entries.js';

/** What a filter says where there is nothing: no field of it holds. */
export function holdsOfNothing(filter: FilterInput): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === 'and') return (condition as FilterInput[]).every(holdsOfNothing);
    if (name === 'or') return (condition as FilterInput[]).some(holdsOfNothing);
    if (name === 'not') return !holdsOfNothing(condition as FilterInput);
    return name === 'exists' && condition === false;
  });
}

/** What a filter says of an entry that is there but not listed: that it is there, and of its fields nothing (null). */
export function saysOfUnlisted(filter: FilterInput): boolean | null {
  const parts = Object.entries(filter).map(([name, condition]): boolean | null => {
    if (name === 'and') return conjunction((condition as FilterInput[]).map(saysOfUnlisted));
    if (name === 'or') return negation(conjunction((condition as FilterInput[]).map(saysOfUnlisted).map(negation)));
    if (name === 'not') return negation(saysOfUnlisted(condition as FilterInput));
    return name === 'exists' ? condition === true : null;
  });
  return conjunction(parts);
}

function conjunction(parts: readonly (boolean | null)[]): boolean | null {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function negation(part: boolean | null): boolean | null {
  return part === null ? null : !part;
}
