import type { CompileContext } from '../../aggregation/compile-expression.js';
import type { Evaluate } from '../../aggregation/expression.js';
import { compileExpression } from '../../aggregation/compile-expression.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import { shellForm } from '../../bson/shell-form.js';
import type { Value } from '../../bson/values.js';
import { typeName } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Slice } from './array-cut.js';

/** `$slice: count` or `$slice: [skip, count]` of a find; nothing when it can only be the expression of that name. */
export function findSlice(operand: Value): Slice | undefined {
  if (isNumeric(operand)) return { skip: undefined, count: whole(operand) };
  if (!Array.isArray(operand) || operand.length !== 2 || !operand.every(isNumeric)) return undefined;
  const [skip, count] = operand.map(whole) as [number, number];
  return count > 0 ? { skip, count } : undefined;
}

/** As MongoDB cuts numbers to integers here: NaN is 0. */
const whole = (value: Value) => (isNumeric(value) ? Math.trunc(toDouble(value)) || 0 : 0);

/** `$slice: [array, count]` or `[array, skip, count]`. @throws CommandError 28667, 28724 */
export function sliceExpression(operand: Value, context: CompileContext): Evaluate {
  const list = Array.isArray(operand) ? operand : [operand];
  if (list.length < 2 || list.length > 3) {
    const why = Array.isArray(operand)
      ? 'Location31272: $slice array argument should be of form [skip, limit]'
      : 'Location31273: $slice only supports numbers and [skip, limit] arrays';
    throw new CommandError(
      'Location28667',
      `Invalid $slice syntax. The given syntax ${shellForm({ $slice: operand })} did not match the find() syntax because :: ${why} :: The given syntax did not match the expression $slice syntax. :: caused by :: Expression $slice takes at least 2 arguments, and at most 3, but ${list.length} were passed in.`,
    );
  }
  // MongoDB works out what is constant while it parses, so that this fails without a document
  if (list.every(isNumeric)) {
    throw new CommandError(
      'Location28724',
      `First argument to $slice must be an array, but is of type: ${typeName(list[0])}`,
    );
  }
  return compileExpression({ $slice: operand }, context);
}
