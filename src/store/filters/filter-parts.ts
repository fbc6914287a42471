import type { FilterInput } from '../entries.js';

/** A part of a filter: nested filters, an existence test or a condition on a named field. */
export type FilterPart =
  | { operator: 'and'; parts: readonly FilterInput[] }
  | { operator: 'or'; parts: readonly FilterInput[] }
  | { operator: 'not'; part: FilterInput }
  | { operator: 'exists'; expected: boolean }
  | { operator: 'named'; name: string; condition: FilterInput };

/** Splits a filter into operators and named conditions. Omits conditions that are null or undefined. */
export function splitFilter(filter: FilterInput): FilterPart[] {
  return Object.entries(filter).flatMap(([name, condition]): FilterPart[] => {
    if (condition === null || condition === undefined) return [];
    if (name === 'and' || name === 'or') return [{ operator: name, parts: condition as FilterInput[] }];
    if (name === 'exists') return [{ operator: name, expected: condition === true }];
    if (name === 'not') return [{ operator: name, part: condition as FilterInput }];
    return [{ operator: 'named', name, condition: condition as FilterInput }];
  });
}
