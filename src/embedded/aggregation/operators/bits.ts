import { Long } from 'bson';
import { bitwise } from '../../bson/arithmetic.js';
import { isNumeric } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { typeName, isNullish } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../operators.js';
import { over } from '../operators.js';
import { isWhole, onNumber } from './numbers.js';

function integerIn(name: string, value: Value): number | Long {
  if (!isNumeric(value) || !isWhole(value))
    throw new CommandError('TypeMismatch', `${name} only supports int and long operands, not ${typeName(value)}`);
  return value;
}

/** Puts the operands together from the one that changes nothing. */
function folded(name: string, kind: 'and' | 'or' | 'xor', neutral: number): Operator {
  return over(name, 0, Infinity, (...values) => {
    let result: Value = neutral;
    for (const value of values) {
      if (isNullish(value)) return null;
      result = bitwise(kind, result, integerIn(name, value));
    }
    return result;
  });
}

/** Bits of integers. */
export const bitOperators: Record<string, Operator> = {
  $bitAnd: folded('$bitAnd', 'and', -1),
  $bitOr: folded('$bitOr', 'or', 0),
  $bitXor: folded('$bitXor', 'xor', 0),
  $bitNot: onNumber('$bitNot', (value) => {
    const integer = integerIn('$bitNot', value);
    return integer instanceof Long ? integer.not() : ~integer;
  }),
};
