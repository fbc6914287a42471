import type { Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Operator } from './expression.js';

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
