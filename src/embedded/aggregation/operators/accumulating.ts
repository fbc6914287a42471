import type { Value } from '../../bson/values.js';
import { compileAccumulator } from '../accumulators.js';
import type { Operator } from '../expression.js';

/** An accumulator over the items of a list, or over its arguments. */
function accumulating(name: string): Operator {
  return (operand, compile) => {
    const parts = Array.isArray(operand) && operand.length !== 1 ? operand.map(compile) : undefined;
    const single = parts ? undefined : compile(Array.isArray(operand) ? operand[0]! : operand);
    const make = compileAccumulator(name, { [name]: '$$CURRENT' }, compile);
    return (scope) => {
      const value = single ? single(scope) : parts!.map((part) => part(scope) ?? null);
      const accumulator = make();
      for (const item of Array.isArray(value) ? value : [value]) accumulator.add({ ...scope, current: item as Value });
      return accumulator.result();
    };
  };
}

/** Accumulators outside `$group`. */
export const accumulatingOperators: Record<string, Operator> = {
  $sum: accumulating('$sum'),
  $avg: accumulating('$avg'),
  $min: accumulating('$min'),
  $max: accumulating('$max'),
};
