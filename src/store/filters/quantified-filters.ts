import { AppError } from '../../errors.js';
import { allConditions, type MatchCondition, negateCondition } from '../documents/match-conditions.js';
import type { FilterInput } from '../entries.js';
import { splitFilter } from './filter-parts.js';

type Quantifier = 'some' | 'every' | 'none';

export function isQuantifier(name: string): name is Quantifier {
  return name === 'some' || name === 'every' || name === 'none';
}

/**
 * Compiles a filter on a list, or on the entries of an inverse link. @param exists condition for a non-empty list
 * @throws AppError BAD_FILTER the filter has no quantifier
 */
export async function compileQuantifiedFilter(
  field: { name: string },
  filter: FilterInput,
  exists: MatchCondition | (() => Promise<MatchCondition>),
  match: (quantifier: Quantifier, operand: FilterInput) => Promise<MatchCondition>,
): Promise<MatchCondition> {
  return allConditions(
    await Promise.all(
      splitFilter(filter).map(async (part) => {
        if (part.operator === 'exists') {
          const itemExists = typeof exists === 'function' ? await exists() : exists;
          return part.expected ? itemExists : negateCondition(itemExists);
        }
        const name = part.operator === 'named' ? part.name : part.operator;
        if (part.operator === 'named' && isQuantifier(name)) return match(name, part.condition);
        throw new AppError('BAD_FILTER', `The filter on "${field.name}" has no operator "${name}".`);
      }),
    ),
  );
}
