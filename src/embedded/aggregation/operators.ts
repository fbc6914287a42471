import type { Operator } from './expression.js';
import { accumulatingOperators } from './operators/accumulating.js';
import { arithmeticOperators } from './operators/arithmetic.js';
import { arrayOperators } from './operators/array.js';
import { comparisonOperators } from './operators/comparison.js';
import { objectOperators } from './operators/object.js';

/** The operators of expressions, by name. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [accumulatingOperators, arithmeticOperators, arrayOperators, comparisonOperators, objectOperators].flatMap(
    (operators) => Object.entries(operators),
  ),
);
