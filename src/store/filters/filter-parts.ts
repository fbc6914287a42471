import type { FilterInput } from '../entries.js';

/** A part of a filter: nested filters, an existence test or a named condition. */
export type FilterPart =
  | { says: 'and'; parts: readonly FilterInput[] }
  | { says: 'or'; parts: readonly FilterInput[] }
  | { says: 'not'; part: FilterInput }
  | { says: 'exists'; whether: boolean }
  | { says: 'named'; name: string; condition: FilterInput };

/** Splits a filter into its parts; null parts are left out. */
export function readParts(filter: FilterInput): FilterPart[] {
  return Object.entries(filter).flatMap(([name, condition]): FilterPart[] => {
    if (condition === null || condition === undefined) return [];
    if (name === 'and' || name === 'or') return [{ says: name, parts: condition as FilterInput[] }];
    if (name === 'exists') return [{ says: name, whether: condition === true }];
    if (name === 'not') return [{ says: name, part: condition as FilterInput }];
    return [{ says: 'named', name, condition: condition as FilterInput }];
  });
}
