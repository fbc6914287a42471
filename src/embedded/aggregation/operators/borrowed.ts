import type { Operator } from '../operators.js';

/** Operators whose work mingo does. */
export const borrowedOperators: Record<string, Operator> = {};
