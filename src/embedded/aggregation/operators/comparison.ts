import { compareValues } from '../../bson/compare.js';
import type { Value } from '../../bson/values.js';
import { isDoc } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Scope } from '../expression.js';
import { isTrue, withVariable } from '../expression.js';
import type { Operator } from '../operators.js';
import { named, over } from '../operators.js';

/** A missing value is below null here, as MongoDB has it in expressions. */
export function compareInExpression(a: Value | undefined, b: Value | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return Math.sign(compareValues(a, b));
}

const comparison = (name: string, test: (difference: number) => boolean): Operator =>
  over(name, 2, 2, (a, b) => test(compareInExpression(a, b)));

const isNullish = (value: Value | undefined) => value === undefined || value === null;

const $switch: Operator = (operand, compile) => {
  if (!isDoc(operand) || !Array.isArray(operand.branches) || operand.branches.length === 0) {
    throw new CommandError('Location40068', '$switch requires at least one branch.');
  }
  const branches = operand.branches.map((branch) => {
    const { case: when, then } = named('$switch', branch, compile, ['case', 'then'], ['case', 'then']);
    return { when: when!, then: then! };
  });
  const otherwise = operand.default === undefined ? undefined : compile(operand.default);
  return (scope) => {
    for (const { when, then } of branches) if (isTrue(when(scope))) return then(scope);
    if (!otherwise)
      throw new CommandError(
        'Location40066',
        '$switch could not find a matching branch for an input, and no default was specified.',
      );
    return otherwise(scope);
  };
};

const $let: Operator = (operand, compile) => {
  if (!isDoc(operand) || !isDoc(operand.vars) || operand.in === undefined) {
    throw new CommandError('Location16876', "$let needs 'vars' and 'in'");
  }
  const variables = Object.entries(operand.vars).map(([name, value]) => [name, compile(value)] as const);
  const inside = compile(operand.in);
  return (scope) => {
    let inner: Scope = scope;
    for (const [name, evaluate] of variables) inner = withVariable(inner, name, evaluate(scope));
    return inside(inner);
  };
};

/** Comparison, logic and choice. */
export const comparisonOperators: Record<string, Operator> = {
  $eq: comparison('$eq', (difference) => difference === 0),
  $ne: comparison('$ne', (difference) => difference !== 0),
  $gt: comparison('$gt', (difference) => difference > 0),
  $gte: comparison('$gte', (difference) => difference >= 0),
  $lt: comparison('$lt', (difference) => difference < 0),
  $lte: comparison('$lte', (difference) => difference <= 0),
  $cmp: over('$cmp', 2, 2, compareInExpression),
  $and: (operand, compile) => {
    const parts = (Array.isArray(operand) ? operand : [operand]).map(compile);
    return (scope) => parts.every((part) => isTrue(part(scope)));
  },
  $or: (operand, compile) => {
    const parts = (Array.isArray(operand) ? operand : [operand]).map(compile);
    return (scope) => parts.some((part) => isTrue(part(scope)));
  },
  $not: over('$not', 1, 1, (value) => !isTrue(value)),
  $cond: (operand, compile) => {
    if (Array.isArray(operand)) {
      if (operand.length !== 3)
        throw new CommandError(
          'Location16020',
          `Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`,
        );
      const [when, then, otherwise] = operand.map(compile);
      return (scope) => (isTrue(when!(scope)) ? then!(scope) : otherwise!(scope));
    }
    const parts = named('$cond', operand, compile, ['if', 'then', 'else'], ['if', 'then', 'else']);
    return (scope) => (isTrue(parts.if!(scope)) ? parts.then!(scope) : parts.else!(scope));
  },
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
  $switch,
  $let,
  $literal: (operand) => () => operand,
};
