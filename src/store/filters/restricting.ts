import type { FilterInput } from '../entries.js';
import { isQuantifier } from './quantified.js';

/**
 * Returns the part of a filter that restricts anything; null where there is none. A condition that is null is as one that
 * was left out, and so is one that holds nothing else, `not` included. Emptiness is asked for by `exists: false`.
 *
 * What has a meaning of its own stays: a quantifier over anything (`some: {}`), and a choice of none (`in: []`).
 */
export function restricting(filter: FilterInput): FilterInput | null {
  const kept = Object.entries(filter).flatMap(([name, condition]): [string, unknown][] => {
    const part = restrictPart(name, condition);
    return part === null ? [] : [[name, part]];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

function restrictPart(name: string, condition: unknown): unknown {
  if (condition === null || condition === undefined) return null;
  if (name === 'and') {
    const parts = (condition as FilterInput[]).flatMap((part) => restricting(part) ?? []);
    return parts.length > 0 ? parts : null;
  }
  if (name === 'or') {
    // Where one alternative always holds, the others do not matter.
    const parts = (condition as FilterInput[]).map(restricting);
    return parts.includes(null) ? null : parts;
  }
  if (typeof condition !== 'object' || Array.isArray(condition) || condition instanceof Date) return condition;
  const part = restricting(condition as FilterInput);
  return isQuantifier(name) ? (part ?? {}) : part;
}
