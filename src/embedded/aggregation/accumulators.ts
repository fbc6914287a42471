import { addNumbers, isNumeric, type Numeric, toDouble } from '../bson/numbers.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import type { AccessedFields } from '../query/accessed-fields.js';
import { parseSort, Sorter } from '../query/sort.js';
import { compileExpression } from './expression.js';

/** Computes one field of one group from the documents of the group. */
export interface Accumulator {
  add: (doc: Doc) => void;
  result: () => Value;
}

type AccumulatorFactory = () => Accumulator;

type AccumulatorCompiler = (operand: Value, reads: AccessedFields | undefined) => AccumulatorFactory;

/** `$sum`: adds numbers, and ignores other values. */
const sum: AccumulatorCompiler = (operand, reads) => {
  const evaluate = compileExpression(operand, reads);
  return () => {
    let total: Numeric = 0;
    const add = (doc: Doc) => {
      const value = evaluate(doc);
      if (isNumeric(value)) total = addNumbers(total, value);
    };
    return { add, result: () => total };
  };
};

const first: AccumulatorCompiler = (operand, reads) => {
  const evaluate = compileExpression(operand, reads);
  return () => {
    let value: Value | undefined;
    const add = (doc: Doc) => {
      if (value === undefined) value = evaluate(doc) ?? null;
    };
    return { add, result: () => value ?? null };
  };
};

/** `$topN`, with the operand `{ sortBy, output, n }`. */
const topN: AccumulatorCompiler = (operand, reads) => {
  if (!isDoc(operand) || operand.sortBy === undefined || operand.output === undefined || operand.n === undefined) {
    throw new CommandError('Location5788001', "$topN needs 'n', 'sortBy' and 'output'");
  }
  const fields = parseSort(operand.sortBy);
  for (const { path } of fields) reads?.add(path);
  const output = compileExpression(operand.output, reads);
  const n = isNumeric(operand.n) ? toDouble(operand.n) : NaN;
  if (!Number.isInteger(n) || n < 1)
    throw new CommandError('Location5787908', `'n' must be greater than 0 for $topN, found ${String(operand.n)}`);
  return () => {
    const sorter = new Sorter<Value>(fields, n);
    return { add: (doc) => sorter.add(doc, output(doc) ?? null), result: () => sorter.result() };
  };
};

const ACCUMULATORS: ReadonlyMap<string, AccumulatorCompiler> = new Map(
  Object.entries<AccumulatorCompiler>({ $sum: sum, $first: first, $topN: topN }),
);

/** Compiles the accumulator of a `$group` field. @throws CommandError 40234, 15952, or an error of its operand */
export function compileAccumulator(name: string, spec: Value, reads: AccessedFields | undefined): AccumulatorFactory {
  const operators = isDoc(spec) ? Object.keys(spec) : [];
  const operator = operators[0];
  if (operators.length !== 1 || !operator!.startsWith('$')) {
    throw new CommandError('Location40234', `The field '${name}' must be an accumulator object`);
  }
  const compile = ACCUMULATORS.get(operator!);
  if (!compile) throw new CommandError('Location15952', unsupportedMessage(`unknown group operator '${operator}'`));
  return compile((spec as Doc)[operator!]!, reads);
}
