import type { StringOrder } from '../../bson/compare.js';
import { compareValues } from '../../bson/compare.js';
import { innerName, outerName } from '../../bson/field-names.js';
import type { Doc, Value } from '../../bson/values.js';
import { isDoc, typeName, isNullish } from '../../bson/values.js';
import type { CommandErrorName } from '../../command-error.js';
import { CommandError } from '../../command-error.js';
import type { Compile, Evaluate, Operator } from '../expression.js';
import { isTrue, findOrder, withName } from '../expression.js';
import { over } from '../operator.js';

/** A missing value is below null here, as MongoDB has it in expressions. */
function compareInExpression(a: Value | undefined, b: Value | undefined, order?: StringOrder): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return Math.sign(compareValues(a, b, order));
}

/** An operator like those of `over` that compares values, by the collation that it is compiled with. */
export function comparing(
  name: string,
  least: number,
  most: number,
  make: (order: StringOrder | undefined) => (...args: (Value | undefined)[]) => Value | undefined,
): Operator {
  return (operand, compile) => over(name, least, most, make(findOrder(compile)))(operand, compile);
}

/**
 * The arguments of an operator that has a code of its own for each way to be wrong.
 *
 * @param codes for what is no document, for an unknown argument, and for each that must be there
 * @throws CommandError with one of them
 */
export function readArguments<T extends string>(
  name: string,
  operand: Value,
  optional: readonly string[],
  codes: { object: CommandErrorName; unknown: CommandErrorName; missing: Readonly<Record<T, CommandErrorName>> },
): Doc & Record<T, Value> {
  if (!isDoc(operand)) {
    throw new CommandError(codes.object, `${name} only supports an object as its argument, not ${typeName(operand)}`);
  }
  const required = Object.entries(codes.missing) as [T, CommandErrorName][];
  for (const inner of Object.keys(operand)) {
    const field = outerName(inner);
    if (!optional.includes(field) && !Object.hasOwn(codes.missing, field)) {
      throw new CommandError(codes.unknown, `Unrecognized parameter to ${name}: ${field}`);
    }
  }
  for (const [field, code] of required) {
    if (operand[field] === undefined) throw new CommandError(code, `Missing '${field}' parameter to ${name}`);
  }
  return operand as Doc & Record<T, Value>;
}

const comparison = (name: string, test: (difference: number) => boolean): Operator =>
  comparing(name, 2, 2, (order) => (a, b) => test(compareInExpression(a, b, order)));

/** The variable that an operator gives to each item, `this` unless it says otherwise, and what is compiled with it. */
export function itemVariable(compile: Compile, as: Value | undefined, body: Value): { name: string; body: Evaluate } {
  const name = as === undefined ? 'this' : typeof as === 'string' ? as : '';
  return { name: innerName(name), body: withName(compile, name)(body) };
}

const $cond: Operator = (operand, compile) => {
  if (!isDoc(operand)) {
    const parts = Array.isArray(operand) ? operand : [operand];
    if (parts.length !== 3)
      throw new CommandError(
        'Location16020',
        `Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`,
      );
    return choice(compile, parts[0]!, parts[1]!, parts[2]!);
  }
  const parts = readArguments('$cond', operand, [], {
    object: 'Location16020',
    unknown: 'Location17083',
    missing: { if: 'Location17080', then: 'Location17081', else: 'Location17082' },
  });
  return choice(compile, parts.if, parts.then, parts.else);
};

function choice(compile: Compile, ...operands: [Value, Value, Value]): Evaluate {
  const [when, then, otherwise] = operands.map((operand) => compile(operand)) as [Evaluate, Evaluate, Evaluate];
  return (scope) => (isTrue(when(scope)) ? then(scope) : otherwise(scope));
}

/** Comparison, logic and choice. */
export const comparisonOperators: Record<string, Operator> = {
  $eq: comparison('$eq', (difference) => difference === 0),
  $ne: comparison('$ne', (difference) => difference !== 0),
  $gt: comparison('$gt', (difference) => difference > 0),
  $gte: comparison('$gte', (difference) => difference >= 0),
  $lt: comparison('$lt', (difference) => difference < 0),
  $lte: comparison('$lte', (difference) => difference <= 0),
  $cmp: comparing('$cmp', 2, 2, (order) => (a, b) => compareInExpression(a, b, order)),
  $and: (operand, compile) => {
    const parts = (Array.isArray(operand) ? operand : [operand]).map(compile);
    return (scope) => parts.every((part) => isTrue(part(scope)));
  },
  $or: (operand, compile) => {
    const parts = (Array.isArray(operand) ? operand : [operand]).map(compile);
    return (scope) => parts.some((part) => isTrue(part(scope)));
  },
  $not: over('$not', 1, 1, (value) => !isTrue(value)),
  $cond,
  $ifNull: (operand, compile) => {
    if (!Array.isArray(operand) || operand.length < 2) {
      throw new CommandError(
        'Location1257300',
        `$ifNull needs at least two arguments, had: ${Array.isArray(operand) ? operand.length : 1}`,
      );
    }
    const parts = operand.map(compile);
    return (scope) => {
      for (const part of parts.slice(0, -1)) {
        const value = part(scope);
        if (!isNullish(value)) return value;
      }
      return parts.at(-1)!(scope);
    };
  },
  $literal: (operand) => () => operand,
  $const: (operand) => () => operand,
};
