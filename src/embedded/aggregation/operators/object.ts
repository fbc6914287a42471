import { innerName } from '../../bson/field-names.js';
import type { Doc, Value } from '../../bson/values.js';
import { isDoc, typeName } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../operators.js';
import { named } from '../operators.js';

const $mergeObjects: Operator = (operand, compile) => {
  const parts = Array.isArray(operand) ? operand.map(compile) : [compile(operand)];
  return (scope) => merged(parts.map((part) => part(scope)));
};

/** One document of several, later fields winning; what is null or missing is passed over. */
export function merged(values: readonly (Value | undefined)[]): Doc {
  const result: Doc = {};
  for (const value of values) {
    if (value === undefined || value === null) continue;
    if (!isDoc(value))
      throw new CommandError(
        'Location40400',
        `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`,
      );
    Object.assign(result, value);
  }
  return result;
}

const $getField: Operator = (operand, compile) => {
  const byName = isDoc(operand) && 'field' in operand;
  const field = compile(byName ? operand.field! : operand);
  const input = byName && operand.input !== undefined ? compile(operand.input) : undefined;
  return (scope) => {
    const name = field(scope);
    if (typeof name !== 'string')
      throw new CommandError('Location3041704', `$getField requires 'field' to evaluate to type String`);
    const value = input ? input(scope) : scope.current;
    return isDoc(value) ? value[innerName(name)] : value === null ? null : undefined;
  };
};

const $setField: Operator = (operand, compile) => {
  const parts = named('$setField', operand, compile, ['field', 'input', 'value'], ['field', 'input', 'value']);
  return (scope) => {
    const name = parts.field!(scope);
    if (typeof name !== 'string')
      throw new CommandError('Location4161107', `$setField requires 'field' to evaluate to type String`);
    const input = parts.input!(scope);
    if (input === null || input === undefined) return null;
    if (!isDoc(input))
      throw new CommandError('Location4161105', `$setField requires 'input' to evaluate to type Object`);
    const value = parts.value!(scope);
    const { [innerName(name)]: _old, ...others } = input;
    return value === undefined ? others : { ...input, [innerName(name)]: value };
  };
};

/** Documents. */
export const objectOperators: Record<string, Operator> = {
  $mergeObjects,
  $getField,
  $setField,
  $unsetField: (operand, compile) => $setField(isDoc(operand) ? { ...operand, value: '$$REMOVE' } : operand, compile),
};
