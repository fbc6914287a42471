import { compareValues } from '../../bson/compare.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { isInt32, typeName, isNullish } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import { orderOf } from '../expression.js';
import type { Operator } from '../operators.js';
import { argumentsOf } from './comparison.js';

/** `$min` and `$max` of the items of a list, or of several arguments; what is null takes no part. */
function extreme(direction: number): Operator {
  return (operand, compile) => {
    const order = orderOf(compile);
    const parts = (Array.isArray(operand) ? operand : [operand]).map(compile);
    return (scope) => {
      const values = parts.map((part) => part(scope));
      let best: Value = null;
      for (const value of values.length === 1 && Array.isArray(values[0]) ? values[0] : values) {
        if (!isNullish(value) && (best === null || compareValues(value, best, order) * direction < 0)) best = value;
      }
      return best;
    };
  };
}

/** `$firstN`, `$lastN`, `$minN` and `$maxN` of a list: `{ n, input }`. */
function several(name: string, pick: (items: Value[], n: number, compare: Compare) => Value[]): Operator {
  return (operand, compile) => {
    const parts = argumentsOf(name, operand, [], {
      object: name === '$minN' || name === '$maxN' ? 'Location5787900' : 'Location5787801',
      unknown: 'Location5787901',
      missing: { n: 'Location5787906', input: 'Location5787907' },
    });
    const [count, input, order] = [compile(parts.n), compile(parts.input), orderOf(compile)];
    return (scope) => {
      const n = positive(count(scope));
      const items = input(scope);
      if (!Array.isArray(items))
        throw new CommandError('Location5788200', `Input must be an array for ${name}, found: ${typeName(items)}`);
      return pick(items, n, (a, b) => compareValues(a, b, order));
    };
  };
}

type Compare = (a: Value, b: Value) => number;

function positive(value: Value | undefined): number {
  if (!isNumeric(value))
    throw new CommandError('Location5787902', `Value for 'n' must be of integral type, but found ${typeName(value)}`);
  const n = toDouble(value);
  if (!isInt32(n) && !Number.isSafeInteger(n))
    throw new CommandError('Location5787903', `Value for 'n' must be of integral type, but found ${String(value)}`);
  if (n < 1) throw new CommandError('Location5787908', `'n' must be greater than 0, found ${n}`);
  return n;
}

const present = (items: Value[]) => items.filter((item) => !isNullish(item));

/** The least and the greatest of a list, by the collation. */
export const extremeOperators: Record<string, Operator> = {
  $min: extreme(1),
  $max: extreme(-1),
  $firstN: several('$firstN', (items, n) => items.slice(0, n)),
  $lastN: several('$lastN', (items, n) => items.slice(-n)),
  $minN: several('$minN', (items, n, compare) => present(items).sort(compare).slice(0, n)),
  $maxN: several('$maxN', (items, n, compare) =>
    present(items)
      .sort((a, b) => compare(b, a))
      .slice(0, n),
  ),
};
