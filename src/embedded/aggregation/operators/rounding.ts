import { Decimal128, Long } from 'bson';
import type { Decimal, Rounding } from '../../bson/decimal.js';
import type { FiniteDecimal } from '../../bson/decimal.js';
import { decimalFrom, formDecimal, nearestDouble, toInteger } from '../../bson/decimal.js';
import { magnitudeOf, toPlaces } from '../../bson/decimal-arithmetic.js';
import type { Numeric } from '../../bson/numbers.js';
import { integerValue, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { doubleValue, isNullish } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../operators.js';
import { over } from '../operators.js';
import { isWhole, isWide, numberIn, onNumber } from './numbers.js';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** `$round` and `$trunc`, to a number of places that may be negative. */
function toPlacesOperator(name: string, rounding: Rounding): Operator {
  return over(name, 1, 2, (value, places) => {
    if (isNullish(value)) return null;
    const number = numberIn(value, 'Location51081', `${name} only supports numeric types`);
    // the second argument is there when it is written, even where it evaluates to a missing value
    const count = places === undefined ? 0 : placesIn(name, places);
    return count === null ? null : toCount(name, number, count, rounding);
  });
}

function placesIn(name: string, value: Value): number | null {
  if (isNullish(value)) return null;
  const places = toDouble(numberIn(value, 'Location51082', `precision argument to ${name} must be an integral value`));
  if (!Number.isInteger(places))
    throw new CommandError('Location51082', `precision argument to ${name} must be an integral value`);
  if (places < -20 || places > 100) {
    throw new CommandError(
      'Location51083',
      `cannot apply ${name} with precision value ${places} value must be in [-20, 100]`,
    );
  }
  return places;
}

function toCount(name: string, number: Numeric, places: number, rounding: Rounding): Numeric {
  if (number instanceof Decimal128) return formDecimal(toPlaces(decimalFrom(number), places, rounding));
  if (isWhole(number)) return places >= 0 ? number : wholeToCount(name, number, places, rounding);
  if (!Number.isFinite(toDouble(number))) return number;
  // the exact value of the double counts: 2.675 is a little less, and rounds to 2.67
  return doubleValue(nearestDouble(toPlaces(decimalFrom(number, 34), places, rounding)));
}

function wholeToCount(name: string, number: number | Long, places: number, rounding: Rounding): Numeric {
  const result = toInteger(toPlaces(decimalFrom(number), places, rounding) as FiniteDecimal);
  if (result < LONG_MIN || result > LONG_MAX) {
    throw new CommandError(
      'Location51080',
      `invalid conversion from Decimal128 result in ${name} resulting from arguments: [${String(number)}, ${places}]`,
    );
  }
  return isWide(number) ? Long.fromBigInt(result) : integerValue(result);
}

function absolute(value: Numeric): Value {
  if (value instanceof Decimal128) {
    const decimal = decimalFrom(value);
    return formDecimal(decimal.kind === 'nan' ? decimal : { ...decimal, negative: false });
  }
  if (!isWide(value)) return isWhole(value) ? integerValue(Math.abs(value)) : doubleValue(Math.abs(toDouble(value)));
  if (value.equals(Long.MIN_VALUE)) throw new CommandError('Location28680', "can't take $abs of long long min");
  return value.isNegative() ? value.negate() : value;
}

/**
 * `$ceil` and `$floor`. A decimal of more than 34 digits before the point is an integer already and stays as it is, as
 * does an infinity; MongoDB answers NaN there.
 */
function toWhole(name: string, double: (value: number) => number, rounding: Rounding): Operator {
  return onNumber(name, (value) => {
    if (value instanceof Decimal128) return formDecimal(wholeDecimal(decimalFrom(value), rounding));
    return isWhole(value) ? value : doubleValue(double(toDouble(value)));
  });
}

function wholeDecimal(value: Decimal, rounding: Rounding): Decimal {
  return value.kind === 'finite' && value.digits !== 0n && magnitudeOf(value) > 33
    ? value
    : toPlaces(value, 0, rounding);
}

/** Numbers with less in them. */
export const roundingOperators: Record<string, Operator> = {
  $abs: onNumber('$abs', absolute),
  $ceil: toWhole('$ceil', Math.ceil, 'up'),
  $floor: toWhole('$floor', Math.floor, 'down'),
  $round: toPlacesOperator('$round', 'half-even'),
  $trunc: toPlacesOperator('$trunc', 'to-zero'),
};
