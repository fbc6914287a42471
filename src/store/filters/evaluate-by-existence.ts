import type { FilterInput } from '../entries.js';
import { splitFilter } from './filter-parts.js';

/** Evaluates a filter on a link from whether its target exists. Null if the result depends on fields of the target. */
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

function conjunction(parts: readonly (boolean | null)[]): boolean | null {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function negation(part: boolean | null): boolean | null {
  return part === null ? null : !part;
}
