import type { StringOrder } from '../bson/compare.js';
import { compareValues } from '../bson/compare.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { doubleValue, isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { parseSort, Sorter } from '../query/sort.js';
import type { CompileContext, Evaluate, Scope } from './expression.js';
import { compileExpression } from './expression.js';
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

const isNullish = (value: Value | undefined): value is null | undefined => value === undefined || value === null;

/** An accumulator over the values of an expression. */
function overValues<S>(
  start: (order: StringOrder | undefined) => S,
  add: (state: S, value: Value | undefined, order: StringOrder | undefined) => S,
  end: (state: S) => Value,
) {
  return (operand: Value, context?: CompileContext): AccumulatorFactory => {
    const evaluate = compileExpression(operand, context);
    const order = context?.order;
    return () => {
      let state = start(order);
      return { add: (scope) => (state = add(state, evaluate(scope), order)), result: () => end(state) };
    };
  };
}

interface Spread {
  n: number;
  mean: number;
  squares: number;
}

function addToSpread(spread: Spread, value: Value | undefined): Spread {
  if (!isNumeric(value)) return spread;
  const n = spread.n + 1;
  const difference = toDouble(value) - spread.mean;
  const mean = spread.mean + difference / n;
  return { n, mean, squares: spread.squares + difference * (toDouble(value) - mean) };
}

const spread = (sample: boolean) =>
  overValues<Spread>(
    () => ({ n: 0, mean: 0, squares: 0 }),
    addToSpread,
    ({ n, squares }) => (n - (sample ? 1 : 0) <= 0 ? null : doubleValue(Math.sqrt(squares / (n - (sample ? 1 : 0))))),
  );

const extreme = (direction: number) =>
  overValues<Value | undefined>(
    () => undefined,
    (best, value, order) => {
      if (isNullish(value)) return best;
      return best === undefined || compareValues(value, best, order) * direction < 0 ? value : best;
    },
    (best) => best ?? null,
  );

/** `$firstN`, `$lastN`, `$minN`, `$maxN`: `{ input, n }`. */
function severalOf(
  name: string,
  keep: (kept: Value[], value: Value | undefined, n: number, order: StringOrder | undefined) => void,
  end = (kept: Value[]) => kept,
) {
  return (operand: Value, context?: CompileContext): AccumulatorFactory => {
    if (!isDoc(operand) || operand.input === undefined || operand.n === undefined) {
      throw new CommandError('Location5787900', `specification must be an object with 'input' and 'n'; found ${name}`);
    }
    const input = compileExpression(operand.input, context);
    const count = compileExpression(operand.n, context);
    return () => {
      const kept: Value[] = [];
      let n: number | undefined;
      return {
        add: (scope) => keep(kept, input(scope), (n ??= atLeastOne(name, count(scope))), context?.order),
        result: () => end(kept),
      };
    };
  };
}

function atLeastOne(name: string, value: Value | undefined): number {
  const n = isNumeric(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(n) || n < 1)
    throw new CommandError('Location5787908', `'n' must be greater than 0 for ${name}, found ${String(value)}`);
  return n;
}

function keepExtreme(direction: number) {
  return (kept: Value[], value: Value | undefined, n: number, order: StringOrder | undefined): void => {
    if (isNullish(value)) return;
    let at = kept.length;
    while (at > 0 && compareValues(value, kept[at - 1]!, order) * direction < 0) at--;
    if (at >= n) return;
    kept.splice(at, 0, value);
    if (kept.length > n) kept.pop();
  };
}

/** `$top`, `$topN`, `$bottom`, `$bottomN`: `{ sortBy, output, n }`. */
function sortedOf(name: string, single: boolean, bottom: boolean) {
  return (operand: Value, context?: CompileContext): AccumulatorFactory => {
    if (
      !isDoc(operand) ||
      operand.sortBy === undefined ||
      operand.output === undefined ||
      (!single && operand.n === undefined)
    ) {
      throw new CommandError('Location5788001', `${name} needs ${single ? '' : "'n', "}'sortBy' and 'output'`);
    }
    const fields = parseSort(operand.sortBy).map((field) =>
      bottom ? { ...field, descending: !field.descending } : field,
    );
    const output = compileExpression(operand.output, context);
    const count: Evaluate = single ? () => 1 : compileExpression(operand.n!, context);
    return () => {
      let sorter: Sorter<Value> | undefined;
      return {
        add: (scope) => {
          sorter ??= new Sorter<Value>(fields, atLeastOne(name, count(scope)), context?.order);
          sorter.add(scope.current as Doc, output(scope) ?? null);
        },
        result: () => {
          const found = sorter?.result() ?? [];
          if (single) return found[0] ?? null;
          return bottom ? found.reverse() : found;
        },
      };
    };
  };
}

const FACTORIES: Readonly<Record<string, (operand: Value, context?: CompileContext) => AccumulatorFactory>> = {
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
  $stdDevPop: spread(false),
  $stdDevSamp: spread(true),
  $firstN: severalOf('$firstN', (kept, value, n) => void (kept.length < n && kept.push(value ?? null))),
  $lastN: severalOf('$lastN', (kept, value, n) => {
    kept.push(value ?? null);
    if (kept.length > n) kept.shift();
  }),
  $minN: severalOf('$minN', keepExtreme(1)),
  $maxN: severalOf('$maxN', keepExtreme(-1)),
  $top: sortedOf('$top', true, false),
  $topN: sortedOf('$topN', false, false),
  $bottom: sortedOf('$bottom', true, true),
  $bottomN: sortedOf('$bottomN', false, true),
  $count: (operand) => {
    if (!isDoc(operand) || Object.keys(operand).length > 0)
      throw new CommandError('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
    return FACTORIES.$sum!(1);
  },
};

/**
 * The accumulator of a field of `$group`.
 *
 * @throws CommandError 15952  it is unknown
 */
export function compileAccumulator(name: string, spec: Value, context?: CompileContext): AccumulatorFactory {
  const operators = isDoc(spec) ? Object.keys(spec) : [];
  const operator = operators[0];
  if (operators.length !== 1 || !operator!.startsWith('$')) {
    throw new CommandError('Location40234', `The field '${name}' must be an accumulator object`);
  }
  const factory = Object.hasOwn(FACTORIES, operator!) ? FACTORIES[operator!] : undefined;
  if (!factory) throw new CommandError('Location15952', `unknown group operator '${operator}'`);
  return factory((spec as Doc)[operator!]!, context);
}
