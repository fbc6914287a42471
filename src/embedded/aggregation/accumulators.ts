import type { StringOrder } from '../bson/compare.js';
import { compareValues } from '../bson/compare.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, isNullish } from '../bson/values.js';
import { CommandError, notOffered } from '../command-error.js';
import { parseSort, Sorter } from '../query/sort.js';
import type { Compile, Scope } from './expression.js';
import { findOrder, findReads } from './expression.js';
import { merged } from './operators/object.js';
import { Summation } from './summation.js';
import { ValueMap } from '../bson/value-map.js';

/** Takes in the documents of one group. */
export interface Accumulator {
  add: (scope: Scope) => void;
  result: () => Value;
}

/** Makes the accumulator of one group. */
export type AccumulatorFactory = () => Accumulator;

type Factory = (operand: Value, compile: Compile) => AccumulatorFactory;

/** An accumulator over the values of an expression. */
function overValues<S>(
  start: (order: StringOrder | undefined) => S,
  add: (state: S, value: Value | undefined, order: StringOrder | undefined) => S,
  end: (state: S) => Value,
) {
  return (operand: Value, compile: Compile): AccumulatorFactory => {
    const evaluate = compile(operand);
    const order = findOrder(compile);
    return () => {
      let state = start(order);
      return { add: (scope) => (state = add(state, evaluate(scope), order)), result: () => end(state) };
    };
  };
}

const extreme = (direction: number) =>
  overValues<Value | undefined>(
    () => undefined,
    (best, value, order) => {
      if (isNullish(value)) return best;
      return best === undefined || compareValues(value, best, order) * direction < 0 ? value : best;
    },
    (best) => best ?? null,
  );

function atLeastOne(name: string, value: Value | undefined): number {
  const n = isNumeric(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(n) || n < 1)
    throw new CommandError('Location5787908', `'n' must be greater than 0 for ${name}, found ${String(value)}`);
  return n;
}

/** `{ sortBy, output, n }`. */
const topN: Factory = (operand, compile) => {
  if (!isDoc(operand) || operand.sortBy === undefined || operand.output === undefined || operand.n === undefined) {
    throw new CommandError('Location5788001', "$topN needs 'n', 'sortBy' and 'output'");
  }
  const fields = parseSort(operand.sortBy);
  for (const { path } of fields) findReads(compile)?.add(path);
  const output = compile(operand.output);
  const count = compile(operand.n);
  const order = findOrder(compile);
  return () => {
    let sorter: Sorter<Value> | undefined;
    return {
      add: (scope) => {
        sorter ??= new Sorter<Value>(fields, atLeastOne('$topN', count(scope)), order);
        sorter.add(scope.current as Doc, output(scope) ?? null);
      },
      result: () => sorter?.result() ?? [],
    };
  };
};

const FACTORIES: Readonly<Record<string, Factory>> = {
  $sum: overValues<Summation>(
    () => new Summation(),
    (sum, value) => sum.add(value),
    (sum) => sum.total(),
  ),
  $avg: overValues<Summation>(
    () => new Summation(),
    (sum, value) => sum.add(value),
    (sum) => sum.mean(),
  ),
  $min: extreme(1),
  $max: extreme(-1),
  $first: overValues<{ value?: Value }>(
    () => ({}),
    (state, value) => ('value' in state ? state : { value: value ?? null }),
    (state) => state.value ?? null,
  ),
  $last: overValues<Value>(
    () => null,
    (_, value) => value ?? null,
    (value) => value,
  ),
  $push: overValues<Value[]>(
    () => [],
    (list, value) => (value === undefined ? list : (list.push(value), list)),
    (list) => list,
  ),
  $addToSet: overValues<ValueMap<true>>(
    (order) => new ValueMap(order),
    (set, value) => {
      if (value !== undefined && !set.get(value)) set.add(value, true);
      return set;
    },
    (set) => set.values(),
  ),
  $mergeObjects: overValues<Doc>(
    () => ({}),
    (doc, value) => merged([doc, value]),
    (doc) => doc,
  ),
  $topN: topN,
  $count: (operand, compile) => {
    if (!isDoc(operand) || Object.keys(operand).length > 0)
      throw new CommandError('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
    return FACTORIES.$sum!(1, compile);
  },
};

/**
 * The accumulator of a field of `$group`.
 *
 * @throws CommandError 15952  it is unknown
 */
export function compileAccumulator(name: string, spec: Value, compile: Compile): AccumulatorFactory {
  const operators = isDoc(spec) ? Object.keys(spec) : [];
  const operator = operators[0];
  if (operators.length !== 1 || !operator!.startsWith('$')) {
    throw new CommandError('Location40234', `The field '${name}' must be an accumulator object`);
  }
  const factory = Object.hasOwn(FACTORIES, operator!) ? FACTORIES[operator!] : undefined;
  if (!factory) throw new CommandError('Location15952', notOffered(`unknown group operator '${operator}'`));
  return factory((spec as Doc)[operator!]!, compile);
}
