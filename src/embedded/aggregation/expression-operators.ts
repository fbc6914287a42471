import { compareValues } from '../bson/compare-values.js';
import { toDecodedName } from '../bson/field-names.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { distinctBsonValues } from '../bson/value-map.js';
import { isDoc, isInt32, isNullish, typeName, type Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';

/** Evaluates an expression on a document; `undefined` is a missing value. */
export type Evaluate = (doc: Value) => Value | undefined;

export type CompileExpression = (expression: Value) => Evaluate;

type Operator = (operand: Value, compile: CompileExpression) => Evaluate;

/** Returns an operator that evaluates a list of arguments, then calls `run`. A single argument needs no list. */
function variadicOperator(
  name: string,
  minimum: number,
  maximum: number,
  run: (...args: (Value | undefined)[]) => Value | undefined,
): Operator {
  return (operand, compile) => {
    const operands = Array.isArray(operand) ? operand : [operand];
    if (operands.length < minimum || operands.length > maximum) {
      const expectedCount = minimum === maximum ? `exactly ${minimum}` : `at least ${minimum} and at most ${maximum}`;
      throw new CommandError(
        'Location16020',
        `Expression ${name} takes ${expectedCount} arguments. ${operands.length} were passed in.`,
      );
    }
    const args = operands.map(compile);
    return (doc) => run(...args.map((arg) => arg(doc)));
  };
}

function elementAt(array: Value | undefined, index: Value | undefined): Value | undefined {
  if (isNullish(array) || isNullish(index)) return null;
  if (!Array.isArray(array))
    throw new CommandError('Location28689', `$arrayElemAt needs an array, but was given: ${typeName(array)}`);
  if (!isNumeric(index))
    throw new CommandError('Location28690', `$arrayElemAt needs a number, but was given: ${typeName(index)}`);
  const position = toDouble(index) + 0;
  if (!isInt32(position))
    throw new CommandError('Location28691', `$arrayElemAt needs a 32-bit integer, but was given: ${String(index)}`);
  return array[position < 0 ? array.length + position : position];
}

function setUnion(arrays: readonly (Value | undefined)[]): Value {
  const items: Value[] = [];
  for (const array of arrays) {
    if (isNullish(array)) return null;
    if (!Array.isArray(array))
      throw new CommandError('Location17043', `$setUnion needs arrays, but was given: ${typeName(array)}`);
    for (const item of array) items.push(item);
  }
  return distinctBsonValues(items)
    .values()
    .sort((a, b) => compareValues(a, b));
}

/** `$concat`: concatenates strings; null if a value is nullish. @throws CommandError 16702 a value is not a string */
function concatStrings(values: readonly (Value | undefined)[]): Value {
  let text = '';
  for (const value of values) {
    if (isNullish(value)) return null;
    if (typeof value !== 'string')
      throw new CommandError('Location16702', `$concat only supports strings, found: ${typeName(value)}`);
    text += value;
  }
  return text;
}

/** `$getField`, with the operand `{ field, input }`. The field name can be computed. */
const getField: Operator = (operand, compile) => {
  if (!isDoc(operand) || operand.field === undefined || operand.input === undefined)
    throw new CommandError('Location3041702', "$getField needs 'field' and 'input'");
  const unknown = Object.keys(operand).find((name) => name !== 'field' && name !== 'input');
  if (unknown !== undefined) throw new CommandError('Location3041701', `$getField has no parameter '${unknown}'`);
  const [field, input] = [compile(operand.field), compile(operand.input)];
  return (doc) => {
    const name = field(doc);
    if (typeof name !== 'string')
      throw new CommandError('Location3041704', "$getField requires 'field' to evaluate to type String");
    const value = input(doc);
    return isDoc(value) ? value[toDecodedName(name)] : value === null ? null : undefined;
  };
};

export const EXPRESSION_OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries<Operator>({
    $literal: (operand) => () => operand,
    $ifNull: variadicOperator(
      '$ifNull',
      2,
      Infinity,
      (...values) => values.find((value) => !isNullish(value)) ?? values.at(-1),
    ),
    $setUnion: variadicOperator('$setUnion', 0, Infinity, (...arrays) => setUnion(arrays)),
    $concat: variadicOperator('$concat', 0, Infinity, (...values) => concatStrings(values)),
    $arrayElemAt: variadicOperator('$arrayElemAt', 2, 2, elementAt),
    $getField: getField,
  }),
);
