import type { StringOrder } from '../bson/compare.js';
import { outerName } from '../bson/field-names.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Evaluate } from '../aggregation/expression.js';
import { compileExpression, newScope } from '../aggregation/expression.js';
import type { Filter } from './filter.js';
import { parseFilter } from './filter.js';
import { matcher } from './matcher.js';
import { matchedPosition } from './position.js';
import { innerName } from '../bson/field-names.js';

/** Makes of a document what the client asked to see. */
export type Projection = (doc: Doc) => Doc;

/** What is done with the fields under one name. */
type Node =
  | { kind: 'in' | 'out' }
  | { kind: 'tree'; fields: Map<string, Node> }
  | { kind: 'value'; evaluate: Evaluate }
  | { kind: 'slice'; skip: number | undefined; count: number }
  | { kind: 'elemMatch'; matches: (item: Value) => boolean }
  | { kind: 'position' };

interface Options {
  order?: StringOrder | undefined;
  variables?: Doc | undefined;
  /** `$project`: no `$slice` of two kinds, no `$elemMatch`, no `$`. */
  stage?: boolean;
}

const bad = (code: `Location${number}`, message: string) => new CommandError(code, message);

/**
 * Parses a projection: what to keep, or what to leave out, or what to compute.
 *
 * @throws CommandError 31253, 31254  keeping and leaving out are mixed
 */
export function parseProjection(
  spec: Doc | undefined,
  filter: Filter | undefined,
  options: Options = {},
): Projection | undefined {
  if (!spec || Object.keys(spec).length === 0) return undefined;
  const tree = new Map<string, Node>();
  let including: boolean | undefined;
  let idNode: Node | undefined;
  const visit = (fields: Map<string, Node>, name: string, value: Value, path: string): void => {
    const parts = name.split('.');
    if (parts.includes('')) throw bad('Location40353', "FieldPath must not end with a '.'.");
    if (parts.at(-1) === '$' && parts.length > 1 && !options.stage) {
      setNode(fields, parts.slice(0, -1), { kind: 'position' }, path);
      including ??= true;
      return;
    }
    if (name.startsWith('$'))
      throw bad(
        'Location16410',
        `FieldPath field names may not start with '$'. Consider using $getField or $setField. Found '${name}'`,
      );
    const node = nodeOf(value, options);
    if (node === 'nested') {
      for (const [inner, nested] of Object.entries(value as Doc)) {
        visit(fields, `${name}.${outerName(inner)}`, nested, path);
      }
      return;
    }
    if (name === '_id' && (node.kind === 'in' || node.kind === 'out')) {
      idNode = node;
      return;
    }
    const says =
      node.kind === 'in' || node.kind === 'value' || node.kind === 'elemMatch'
        ? true
        : node.kind === 'out'
          ? false
          : undefined;
    if (says !== undefined) {
      if (including !== undefined && including !== says) {
        throw says
          ? bad('Location31253', `Cannot do inclusion on field ${name} in exclusion projection`)
          : bad('Location31254', `Cannot do exclusion on field ${name} in inclusion projection`);
      }
      including = says;
    }
    setNode(fields, parts, node, path);
  };
  for (const [inner, value] of Object.entries(spec)) visit(tree, outerName(inner), value, outerName(inner));
  if (including === undefined) including = tree.size === 0 && idNode?.kind === 'in';
  const keepId = idNode ? idNode.kind === 'in' : true;
  if (including && keepId && !tree.has('_id')) tree.set('_id', { kind: 'in' });
  if (!including && !keepId) tree.set('_id', { kind: 'out' });
  if (including && idNode?.kind === 'in') tree.set('_id', idNode);
  const root: Node & { kind: 'tree' } = { kind: 'tree', fields: tree };
  return (doc) => {
    const scope = newScope(doc, options.variables);
    const position = filter ? () => matchedPosition(filter, doc) : () => -1;
    const run: Run = { including: including!, scope, position };
    return projectDoc(doc, root, run, true);
  };
}

function setNode(fields: Map<string, Node>, parts: string[], node: Node, path: string): void {
  const [first, ...rest] = parts;
  const key = innerName(first!);
  const old = fields.get(key);
  if (rest.length === 0) {
    if (old) throw bad('Location31250', `Path collision at ${path}`);
    fields.set(key, node);
    return;
  }
  if (old && old.kind !== 'tree')
    throw bad('Location31249', `Path collision at ${path} remaining portion ${rest.join('.')}`);
  const tree = old ?? { kind: 'tree', fields: new Map<string, Node>() };
  fields.set(key, tree);
  setNode((tree as Node & { kind: 'tree' }).fields, rest, node, path);
}

function nodeOf(value: Value, options: Options): Node | 'nested' {
  if (value === true || value === false) return { kind: value ? 'in' : 'out' };
  if (isNumeric(value)) return { kind: toDouble(value) !== 0 ? 'in' : 'out' };
  if (isDoc(value)) {
    const first = Object.keys(value)[0];
    if (first === undefined)
      throw bad('Location51270', 'An empty sub-projection is not a valid value. Found empty object at path');
    if (!first.startsWith('$')) return 'nested';
    if (!options.stage && first === '$slice') return sliceNode(value.$slice!);
    if (!options.stage && first === '$elemMatch') return elemMatchNode(value.$elemMatch!, options);
    if (first === '$meta') throw new CommandError('BadValue', '$meta is not supported by this server');
  }
  return { kind: 'value', evaluate: compileExpression(value) };
}

function sliceNode(value: Value): Node {
  const numbers = (Array.isArray(value) ? value : [value]).map((each) =>
    isNumeric(each) ? Math.trunc(toDouble(each)) : NaN,
  );
  if (numbers.some(Number.isNaN) || (Array.isArray(value) && numbers.length !== 2)) {
    throw bad('Location28667', 'Invalid $slice syntax. The given syntax did not match the find() $slice syntax');
  }
  if (numbers.length === 2 && numbers[1]! <= 0)
    throw bad('Location28724', 'First argument to $slice must be a positive number');
  return { kind: 'slice', skip: numbers.length === 2 ? numbers[0] : undefined, count: numbers.at(-1)! };
}

function elemMatchNode(value: Value, options: Options): Node {
  if (!isDoc(value)) throw bad('Location31274', 'elemMatch: Invalid argument, object required');
  const filter = parseFilter({ item: { $elemMatch: value } }, { order: options.order });
  const isMatch = matcher(filter);
  return { kind: 'elemMatch', matches: (item) => isMatch({ item: [item] }) };
}

interface Run {
  including: boolean;
  scope: ReturnType<typeof newScope>;
  position: () => number;
}

function projectDoc(doc: Doc, tree: Node & { kind: 'tree' }, run: Run, top = false): Doc {
  const result: Doc = {};
  for (const name of Object.keys(doc)) {
    const node = tree.fields.get(name);
    const value = doc[name]!;
    if (!node) {
      if (!run.including) result[name] = value;
      continue;
    }
    const made = projectValue(value, node, run);
    if (made !== undefined) result[name] = made;
  }
  for (const [name, node] of tree.fields) {
    if (Object.hasOwn(doc, name) && !(node.kind === 'tree' && !(name in result))) continue;
    const made = missing(node, run);
    if (made !== undefined) result[name] = made;
  }
  return top && result._id !== undefined && Object.keys(result)[0] !== '_id' ? { _id: result._id, ...result } : result;
}

/** What a field that the document does not have becomes: something only when it is computed. */
function missing(node: Node, run: Run): Value | undefined {
  if (node.kind === 'value') return node.evaluate(run.scope);
  if (node.kind !== 'tree') return undefined;
  const made: Doc = {};
  for (const [name, inner] of node.fields) {
    const value = missing(inner, run);
    if (value !== undefined) made[name] = value;
  }
  return Object.keys(made).length > 0 ? made : undefined;
}

function projectValue(value: Value, node: Node, run: Run): Value | undefined {
  switch (node.kind) {
    case 'in':
      return value;
    case 'out':
      return undefined;
    case 'value':
      return node.evaluate(run.scope);
    case 'tree':
      if (isDoc(value)) return projectDoc(value, node, run);
      if (Array.isArray(value)) return projectItems(value, node, run);
      return run.including ? missing(node, run) : value;
    case 'slice':
      return Array.isArray(value) ? sliced(value, node) : value;
    case 'elemMatch': {
      const item = Array.isArray(value) ? value.find(node.matches) : undefined;
      return item === undefined ? undefined : [item];
    }
    case 'position': {
      if (!Array.isArray(value)) return value;
      const at = run.position();
      if (at < 0 || at >= value.length) {
        if (value.length === 0) return value;
        throw bad(
          'Location51246',
          "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
        );
      }
      return [value[at]!];
    }
  }
}

function projectItems(items: Value[], node: Node & { kind: 'tree' }, run: Run): Value[] {
  const result: Value[] = [];
  for (const item of items) {
    if (isDoc(item)) result.push(projectDoc(item, node, run));
    else if (Array.isArray(item)) result.push(projectItems(item, node, run));
    else if (!run.including) result.push(item);
    else {
      const made = missing(node, run);
      if (made !== undefined) result.push(made);
    }
  }
  return result;
}

function sliced(list: Value[], { skip, count }: { skip: number | undefined; count: number }): Value[] {
  if (skip === undefined) return count < 0 ? list.slice(count) : list.slice(0, count);
  const start = skip < 0 ? Math.max(list.length + skip, 0) : skip;
  return list.slice(start, start + count);
}
