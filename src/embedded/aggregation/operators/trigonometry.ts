import { Decimal128 } from 'bson';
import type { Numeric } from '../../bson/numbers.js';
import { toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { doubleValue, isNullish } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../operators.js';
import { over } from '../operators.js';
import { noDecimal, numberIn, onNumber } from './numbers.js';

const doubleOf = (name: string, value: Numeric): number =>
  value instanceof Decimal128 ? noDecimal(name) : toDouble(value);

const real = (name: string, run: (value: number) => number): Operator =>
  onNumber(name, (value) => doubleValue(run(doubleOf(name, value))));

/** A function that is not defined everywhere; NaN passes through it all the same. */
function bounded(name: string, run: (value: number) => number, [low, high]: readonly [number, number]): Operator {
  return real(name, (value) => {
    // no angle is infinite, but an area may be
    const isWithin = low === -Infinity ? Number.isFinite(value) : value >= low && value <= high;
    if (isWithin || Number.isNaN(value)) return run(value);
    const range = low === -Infinity ? '(-inf,inf)' : `[${low},${high === Infinity ? 'inf' : high}]`;
    throw new CommandError('Location50989', `cannot apply ${name} to ${value}, value must be in ${range}`);
  });
}

const ANY_ANGLE = [-Infinity, Infinity] as const;
const UNIT = [-1, 1] as const;

function angleOf(y: Value | undefined, x: Value | undefined): Value {
  if (isNullish(y)) return null;
  const height = numberIn(y, 'Location51044', '$atan2 only supports numeric types');
  if (isNullish(x)) return null;
  const width = numberIn(x, 'Location51045', '$atan2 only supports numeric types');
  return doubleValue(Math.atan2(doubleOf('$atan2', height), doubleOf('$atan2', width)));
}

/** Angles, in radians. */
export const trigonometryOperators: Record<string, Operator> = {
  $sin: bounded('$sin', Math.sin, ANY_ANGLE),
  $cos: bounded('$cos', Math.cos, ANY_ANGLE),
  $tan: bounded('$tan', Math.tan, ANY_ANGLE),
  $asin: bounded('$asin', Math.asin, UNIT),
  $acos: bounded('$acos', Math.acos, UNIT),
  $atan: real('$atan', Math.atan),
  $atan2: over('$atan2', 2, 2, angleOf),
  $sinh: real('$sinh', Math.sinh),
  $cosh: real('$cosh', Math.cosh),
  $tanh: real('$tanh', Math.tanh),
  $asinh: real('$asinh', Math.asinh),
  $acosh: bounded('$acosh', Math.acosh, [1, Infinity]),
  $atanh: bounded('$atanh', Math.atanh, UNIT),
  $degreesToRadians: real('$degreesToRadians', (value) => value * (Math.PI / 180)),
  $radiansToDegrees: real('$radiansToDegrees', (value) => value * (180 / Math.PI)),
};
