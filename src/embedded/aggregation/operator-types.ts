import type { Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';

/** Evaluates an expression on a document; `undefined` is a missing value. */
export type Evaluate = (doc: Value) => Value | undefined;

export type Compile = (expression: Value) => Evaluate;

export type Operator = (operand: Value, compile: Compile) => Evaluate;

/** Returns an operator with a list of arguments, which are evaluated first. A single argument needs no list. */
export function variadicOperator(
  name: string,
  minimum: number,
  maximum: number,
  run: (...args: (Value | undefined)[]) => Value | undefined,
): Operator {
  return (operand, compile) => {
    const list = Array.isArray(operand) ? operand : [operand];
    if (list.length < minimum || list.length > maximum) {
      const expected = minimum === maximum ? `exactly ${minimum}` : `at least ${minimum} and at most ${maximum}`;
      throw new CommandError(
        'Location16020',
        `Expression ${name} takes ${expected} arguments. ${list.length} were passed in.`,
      );
    }
    const args = list.map(compile);
    return (doc) => run(...args.map((arg) => arg(doc)));
  };
}
