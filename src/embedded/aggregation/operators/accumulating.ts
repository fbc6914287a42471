import type { Value } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import { compileAccumulator } from '../accumulators.js';
import type { Operator } from '../operators.js';

/** An accumulator over the items of a list, or over its arguments. */
function accumulating(name: string): Operator {
  return (operand, compile) => {
    const parts = Array.isArray(operand) && operand.length !== 1 ? operand.map(compile) : undefined;
    const single = parts ? undefined : compile(Array.isArray(operand) ? operand[0]! : operand);
    const make = compileAccumulator(name, { [name]: '$$CURRENT' });
    return (scope) => {
      const value = single ? single(scope) : parts!.map((part) => part(scope) ?? null);
      const accumulator = make();
      for (const item of Array.isArray(value) ? value : [value]) accumulator.add({ ...scope, current: item as Value });
      return accumulator.result();
    };
  };
}

/** `$firstN`, `$lastN`, `$minN`, `$maxN` over a list: `{ n, input }`. */
function several(name: string): Operator {
  return (operand, compile) => {
    const { n, input } = (operand ?? {}) as { n?: Value; input?: Value };
    if (n === undefined || input === undefined)
      throw new CommandError('Location5787900', `${name} needs 'n' and 'input'`);
    const count = compile(n);
    const list = compile(input);
    return (scope) => {
      const value = list(scope);
      if (!Array.isArray(value)) throw new CommandError('Location5788200', `${name} needs an array as its input`);
      const accumulator = compileAccumulator(name, {
        [name]: { n: { $literal: count(scope) ?? null }, input: '$$CURRENT' },
      })();
      for (const item of value) accumulator.add({ ...scope, current: item });
      return accumulator.result();
    };
  };
}

/** Accumulators outside `$group`. */
export const accumulatingOperators: Record<string, Operator> = {
  ...Object.fromEntries(
    ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'].map((name) => [name, accumulating(name)]),
  ),
  ...Object.fromEntries(['$firstN', '$lastN', '$minN', '$maxN'].map((name) => [name, several(name)])),
};
