import type { StringOrder } from '../../bson/compare.js';
import { compareValues } from '../../bson/compare.js';
import type { Value } from '../../bson/values.js';
import { typeName, isNullish } from '../../bson/values.js';
import type { CommandErrorName } from '../../command-error.js';
import { CommandError } from '../../command-error.js';
import { isTrue } from '../expression.js';
import type { Operator } from '../operators.js';
import { over } from '../operators.js';
import type { ValueMap } from '../../bson/value-map.js';
import { distinct } from '../../bson/value-map.js';
import { comparing } from './comparison.js';

/** A value that must be an array. @throws CommandError  with the code of the operator */
export function list(name: string, value: Value | undefined, code: CommandErrorName): Value[] {
  if (!Array.isArray(value))
    throw new CommandError(code, `${name}'s argument must be an array, but was of type: ${typeName(value)}`);
  return value;
}

/** What an operator makes of arrays taken as sets. */
type OnSets = (sets: ValueMap<true>[], order: StringOrder | undefined) => Value;

/**
 * An operator over sets.
 *
 * @param codes for an argument that is no array; the last for all that follow
 * @param nullable the first argument that is null, rather than an array, makes the value null
 */
function onSets(
  name: string,
  [least, most]: readonly [number, number],
  codes: readonly CommandErrorName[],
  nullable: boolean,
  run: OnSets,
): Operator {
  return comparing(name, least, most, (order) => (...values) => {
    const sets: ValueMap<true>[] = [];
    for (const [i, value] of values.entries()) {
      if (nullable && isNullish(value)) return null;
      sets.push(distinct(list(name, value, codes[i] ?? codes.at(-1)!), order));
    }
    return run(sets, order);
  });
}

const union: OnSets = (sets, order) =>
  distinct(
    sets.flatMap((set) => set.values()),
    order,
  )
    .values()
    .sort((a, b) => compareValues(a, b, order));

const intersection: OnSets = ([first, ...others], order) =>
  (first?.values() ?? [])
    .filter((item) => others.every((set) => set.get(item)))
    .sort((a, b) => compareValues(a, b, order));

const isSubset = (a: ValueMap<true>, b: ValueMap<true>) => a.values().every((item) => b.get(item));

const areEqual: OnSets = ([first, ...others]) =>
  others.every((set) => set.size === first!.size && isSubset(set, first!));

const difference: OnSets = ([a, b]) => a!.values().filter((item) => !b!.get(item));

const setEquals = onSets('$setEquals', [0, Infinity], ['Location17044'], false, areEqual);
const setDifference = onSets('$setDifference', [2, 2], ['Location17048', 'Location17049'], true, difference);

/** Arrays taken as sets, and what is true of one. */
export const setOperators: Record<string, Operator> = {
  $setUnion: onSets('$setUnion', [0, Infinity], ['Location17043'], true, union),
  $setIntersection: onSets('$setIntersection', [0, Infinity], ['Location17047'], true, intersection),
  $setDifference: setDifference,
  $setEquals: (operand, compile) => {
    if (!Array.isArray(operand) || operand.length < 2)
      throw new CommandError('Location17045', '$setEquals needs at least two arguments');
    return setEquals(operand, compile);
  },
  $setIsSubset: onSets('$setIsSubset', [2, 2], ['Location17046', 'Location17042'], false, ([a, b]) => isSubset(a!, b!)),
  $anyElementTrue: over('$anyElementTrue', 1, 1, (value) =>
    list('$anyElementTrue', value, 'Location17041').some(isTrue),
  ),
  $allElementsTrue: over('$allElementsTrue', 1, 1, (value) =>
    list('$allElementsTrue', value, 'Location17040').every(isTrue),
  ),
};
