import { toStoredName, toClientName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { checkFieldPath } from '../query/field-path.js';
import { compileExpression } from './expression.js';
import type { Evaluate } from './operator.js';
import type { StageCompiler, StageContext } from './pipeline.js';
import { mapStream } from './stream.js';

type Tree = Map<string, Tree | Evaluate>;

/** `$addFields` and `$set`: adds or replaces fields. A path through an array applies to each of its documents. */
export const addFields: StageCompiler = (operand, context) => {
  const tree = fieldTree(operand, context);
  return (input) => mapStream(input, (doc) => withFields(doc, tree, doc) as Doc);
};

function fieldTree(operand: Value, { reads }: StageContext): Tree {
  if (!isDoc(operand)) throw new CommandError('Location40272', '$addFields specification stage must be an object');
  if (Object.keys(operand).length === 0)
    throw new CommandError(
      'Location40177',
      'Invalid $addFields :: caused by :: specification must have at least one field',
    );
  const tree: Tree = new Map();
  const add = (name: string, value: Value): void => {
    const nested = isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]!.startsWith('$');
    if (nested) {
      for (const [inner, each] of Object.entries(value)) add(`${name}.${toClientName(inner)}`, each);
      return;
    }
    checkFieldPath(name);
    const parts = name.split('.');
    let at = tree;
    for (const part of parts.slice(0, -1).map(toStoredName)) {
      const next = at.get(part) ?? new Map();
      if (typeof next === 'function')
        throw new CommandError(
          'Location40176',
          `Invalid $addFields :: caused by :: specification contains two conflicting paths at ${name}`,
        );
      at.set(part, next);
      at = next;
    }
    const last = toStoredName(parts.at(-1)!);
    if (at.has(last))
      throw new CommandError(
        'Location40176',
        `Invalid $addFields :: caused by :: specification contains two conflicting paths at ${name}`,
      );
    at.set(last, compileExpression(value, reads));
  };
  for (const [inner, value] of Object.entries(operand)) add(toClientName(inner), value);
  return tree;
}

function withFields(value: Value | undefined, tree: Tree, root: Doc): Value {
  if (Array.isArray(value)) return value.map((item) => withFields(item, tree, root));
  const result: Doc = isDoc(value) ? { ...value } : {};
  for (const [name, part] of tree) {
    const made = typeof part === 'function' ? part(root) : withFields(result[name], part, root);
    if (made === undefined) delete result[name];
    else result[name] = made;
  }
  return result;
}
