import { AppError } from '../../errors.js';
import type { Match } from '../documents/match.js';
import { all, negated } from '../documents/match.js';
import type { FilterInput } from '../entries.js';
import { readParts } from './filter-parts.js';

type Quantifier = 'some' | 'every' | 'none';

/** Whether a name says of how many items a condition is to hold. */
export function isQuantifier(name: string): name is Quantifier {
  return name === 'some' || name === 'every' || name === 'none';
}

/**
 * The condition on a list, or on what links to an entry, from those on its items.
 *
 * @param exists what says that there is any
 * @throws AppError BAD_FILTER  it is said of none of the quantifiers
 */
export async function quantified(
  field: { name: string },
  filter: FilterInput,
  exists: Match | (() => Promise<Match>),
  match: (quantifier: Quantifier, inner: FilterInput) => Promise<Match>,
): Promise<Match> {
  return all(
    await Promise.all(
      readParts(filter).map(async (part) => {
        if (part.says === 'exists') {
          const present = typeof exists === 'function' ? await exists() : exists;
          return part.whether ? present : negated(present);
        }
        const name = part.says === 'named' ? part.name : part.says;
        if (part.says === 'named' && isQuantifier(name)) return match(name, part.condition);
        throw new AppError('BAD_FILTER', `The filter on "${field.name}" knows no "${name}".`);
      }),
    ),
  );
}
