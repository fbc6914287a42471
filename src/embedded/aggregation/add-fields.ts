import { toStoredName, toClientName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { checkFieldPath } from '../query/check-field-path.js';
import { compileExpression } from './expression.js';
import type { Evaluate } from './expression-operators.js';
import type { StageCompiler, StageCompilerContext } from './pipeline.js';
import { mapStream } from './stream.js';

type Tree = Map<string, Tree | Evaluate>;

/** `$addFields` and `$set`: adds or replaces fields. A path through an array applies to each of its documents. */
export const addFields: StageCompiler = (operand, context) => {
  const tree = fieldTree(operand, context);
  return (input) => mapStream(input, (doc) => withFields(doc, tree, doc) as Doc);
};

function fieldTree(operand: Value, { reads }: StageCompilerContext): Tree {
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
      for (const [inner, nestedValue] of Object.entries(value)) add(`${name}.${toClientName(inner)}`, nestedValue);
      return;
    }
    checkFieldPath(name);
    const segments = name.split('.');
    let branch = tree;
    for (const segment of segments.slice(0, -1).map(toStoredName)) {
      const next = branch.get(segment) ?? new Map();
      if (typeof next === 'function')
        throw new CommandError(
          'Location40176',
          `Invalid $addFields :: caused by :: specification contains two conflicting paths at ${name}`,
        );
      branch.set(segment, next);
      branch = next;
    }
    const leafName = toStoredName(segments.at(-1)!);
    if (branch.has(leafName))
      throw new CommandError(
        'Location40176',
        `Invalid $addFields :: caused by :: specification contains two conflicting paths at ${name}`,
      );
    branch.set(leafName, compileExpression(value, reads));
  };
  for (const [inner, value] of Object.entries(operand)) add(toClientName(inner), value);
  return tree;
}

function withFields(value: Value | undefined, tree: Tree, root: Doc): Value {
  if (Array.isArray(value)) return value.map((item) => withFields(item, tree, root));
  const result: Doc = isDoc(value) ? { ...value } : {};
  for (const [name, node] of tree) {
    const newValue = typeof node === 'function' ? node(root) : withFields(result[name], node, root);
    if (newValue === undefined) delete result[name];
    else result[name] = newValue;
  }
  return result;
}
