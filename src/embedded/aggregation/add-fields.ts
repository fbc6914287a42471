import { toBsonName } from '../bson/field-names.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { checkFieldPath } from '../query/check-field-path.js';
import { compileExpression } from './expression.js';
import type { StageCompiler } from './pipeline.js';
import { mapStream } from './stream.js';

/** `$addFields` and `$set`: adds or replaces top-level fields. @throws CommandError BadValue a field is nested */
export const addFields: StageCompiler = (operand, { reads }) => {
  if (!isDoc(operand)) throw new CommandError('Location40272', '$addFields specification stage must be an object');
  const fields = Object.entries(operand).map(([decodedName, value]) => {
    const name = toBsonName(decodedName);
    checkFieldPath(name);
    if (name.includes('.') || isNested(value))
      throw new CommandError('BadValue', unsupportedMessage(`$addFields of fields below ${name}`));
    return [decodedName, compileExpression(value, reads)] as const;
  });
  if (fields.length === 0)
    throw new CommandError(
      'Location40177',
      'Invalid $addFields :: caused by :: specification must have at least one field',
    );
  return (input) =>
    mapStream(input, (doc) => {
      const result: Doc = { ...doc };
      for (const [name, evaluate] of fields) {
        const value = evaluate(doc);
        if (value === undefined) delete result[name];
        else result[name] = value;
      }
      return result;
    });
};

/** Whether a value is a document of nested fields, which MongoDB would merge, and not an expression. */
function isNested(value: Value): boolean {
  return isDoc(value) && Object.keys(value)[0]?.startsWith('$') === false;
}
