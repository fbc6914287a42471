import type { FilterInput } from '../entries.js';
import { isQuantifier } from './quantified-filters.js';

/**
 * Removes null conditions, and filters that contain nothing else: they have no effect, even inside `not`. Returns null
 * if nothing remains. `some: {}` and `in: []` do have an effect.
 */
export function dropNullConditions(filter: FilterInput): FilterInput | null {
  const entries = Object.entries(filter).flatMap(([name, condition]): [string, unknown][] => {
    const part = dropNullsInPart(name, condition);
    return part === null ? [] : [[name, part]];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

function dropNullsInPart(name: string, condition: unknown): unknown {
  if (condition === null || condition === undefined) return null;
  if (name === 'and') {
    const definedParts = (condition as FilterInput[]).flatMap((part) => dropNullConditions(part) ?? []);
    return definedParts.length > 0 ? definedParts : null;
  }
  if (name === 'or') {
    // If one alternative always matches, the whole `or` does.
    const restrictedParts = (condition as FilterInput[]).map(dropNullConditions);
    return restrictedParts.includes(null) ? null : restrictedParts;
  }
  if (typeof condition !== 'object' || Array.isArray(condition) || condition instanceof Date) return condition;
  const part = dropNullConditions(condition as FilterInput);
  return isQuantifier(name) ? (part ?? {}) : part;
}
