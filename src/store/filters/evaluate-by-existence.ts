import type { FilterInput } from '../entries.js';
import { splitFilter } from './filter-parts.js';

/** Evaluates a filter on a link if only the existence of its target is known; null if target fields decide. */
export function evaluateByExistence(filter: FilterInput, exists: boolean): boolean | null {
  const evaluate = (part: FilterInput) => evaluateByExistence(part, exists);
  const results = splitFilter(filter).map((part): boolean | null => {
    if (part.operator === 'and') return conjunction(part.parts.map(evaluate));
    if (part.operator === 'or') return negation(conjunction(part.parts.map(evaluate).map(negation)));
    if (part.operator === 'not') return negation(evaluate(part.part));
    return part.operator === 'exists' ? part.expected === exists : null;
  });
  return conjunction(results);
}

function conjunction(results: readonly (boolean | null)[]): boolean | null {
  if (results.includes(false)) return false;
  return results.includes(null) ? null : true;
}

function negation(result: boolean | null): boolean | null {
  return result === null ? null : !result;
}
