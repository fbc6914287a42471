import type { Operator } from '../operators.js';

/** Types and conversions. */
export const conversionOperators: Record<string, Operator> = {};
