import type { Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Evaluate } from './expression.js';
import { arrayOperators } from './operators/array.js';
import { arithmeticOperators } from './operators/arithmetic.js';
import { bitOperators } from './operators/bits.js';
import { comparisonOperators } from './operators/comparison.js';
import { conversionOperators } from './operators/conversion.js';
import { objectOperators } from './operators/object.js';
import { accumulatingOperators } from './operators/accumulating.js';
import { dateOperators } from './operators/date.js';
import { dateArithmeticOperators } from './operators/date-arithmetic.js';
import { datePartOperators } from './operators/date-parts.js';
import { extremeOperators } from './operators/extremes.js';
import { regexOperators } from './operators/regex.js';
import { roundingOperators } from './operators/rounding.js';
import { setOperators } from './operators/sets.js';
import { stringOperators } from './operators/string.js';
import { trigonometryOperators } from './operators/trigonometry.js';

/** Compiles the operand of an operator. */
export type Operator = (operand: Value, compile: (expression: Value) => Evaluate) => Evaluate;

let table: ReadonlyMap<string, Operator> | undefined;

/** The operator of a name, or nothing when this server has none. */
export function findOperator(name: string): Operator | undefined {
  table ??= new Map(
    [
      accumulatingOperators,
      dateOperators,
      datePartOperators,
      dateArithmeticOperators,
      stringOperators,
      regexOperators,
      comparisonOperators,
      arithmeticOperators,
      roundingOperators,
      trigonometryOperators,
      bitOperators,
      arrayOperators,
      setOperators,
      extremeOperators,
      objectOperators,
      conversionOperators,
    ].flatMap((operators) => Object.entries(operators)),
  );
  return table.get(name);
}

/** An operator over a fixed number of arguments, evaluated first; one argument may stand without its list. */
export function over(
  name: string,
  least: number,
  most: number,
  run: (...args: (Value | undefined)[]) => Value | undefined,
): Operator {
  return (operand, compile) => {
    const list = Array.isArray(operand) ? operand : [operand];
    if (list.length < least || list.length > most) {
      const wanted = least === most ? `exactly ${least}` : `at least ${least} and at most ${most}`;
      throw new CommandError(
        'Location16020',
        `Expression ${name} takes ${wanted} arguments. ${list.length} were passed in.`,
      );
    }
    const args = list.map(compile);
    if (args.length === 1) return (scope) => run(args[0]!(scope));
    if (args.length === 2) return (scope) => run(args[0]!(scope), args[1]!(scope));
    return (scope) => run(...args.map((arg) => arg(scope)));
  };
}

/** The named arguments of an operator, compiled. @throws CommandError  an argument is unknown or absent */
export function named<T extends string>(
  name: string,
  operand: Value,
  compile: (expression: Value) => Evaluate,
  allowed: readonly T[],
  required: readonly T[] = [],
): Partial<Record<T, Evaluate>> {
  if (!isDoc(operand)) throw new CommandError('FailedToParse', `${name} only supports an object as its argument`);
  for (const field of Object.keys(operand)) {
    if (!allowed.includes(field as T))
      throw new CommandError('FailedToParse', `Unrecognized argument to ${name}: ${field}`);
  }
  for (const field of required) {
    if (operand[field] === undefined)
      throw new CommandError('FailedToParse', `Missing '${field}' parameter to ${name}`);
  }
  return Object.fromEntries(Object.entries(operand).map(([field, value]) => [field, compile(value)])) as Partial<
    Record<T, Evaluate>
  >;
}
