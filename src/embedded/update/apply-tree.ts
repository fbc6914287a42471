import { encodeDocument } from '../bson/encode.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { ArrayFilters } from './array-filters.js';
import { checkDollarName } from './dollar-names.js';
import { Place } from './place.js';
import type { Branch, Leaf, Node } from './tree.js';
import { inOrder, merged } from './tree.js';
import { identifierIn } from './update-path.js';

/** What is the same for all changes of one document. */
export interface Run {
  filters: ArrayFilters;
  /** What `$` stands for; -1 when the filter matched in no array. */
  position: number;
  /** The document is new. */
  inserting: boolean;
}

/** Those that make no field; of them only `$unset` does not mind a path that no field could be at. */
const TAKES_AWAY = new Set(['$unset', '$pop']);

/** Makes the changes of a tree; the document is changed in place, and half changed when there is an error. */
export function applyTree(tree: Branch, doc: Doc, run: Run): void {
  applyNode(tree, Place.root(doc), run);
}

function applyNode(node: Node, place: Place, run: Run): void {
  switch (node.kind) {
    case 'object':
      for (const [name, child] of childrenAt(node, place, run)) applyNode(child, place.child(name), run);
      return;
    case 'array':
      return applyToItems(node, place, run);
    case 'change':
      return applyChange(node, place, run);
  }
}

/** The children of a branch, with the position in the place of `$`. */
function childrenAt(branch: Branch, place: Place, { position }: Run): Branch['children'] {
  const positional = branch.children.get('$');
  if (!positional) return branch.children;
  if (position < 0) {
    throw new CommandError('BadValue', 'The positional operator did not find the match needed from the query.');
  }
  const children = new Map(branch.children);
  children.delete('$');
  const name = String(position);
  const other = children.get(name);
  children.set(name, other ? merged(positional, other, place.child(name).path) : positional);
  return inOrder(children);
}

function applyToItems(branch: Branch, place: Place, run: Run): void {
  const list = place.value;
  if (list === undefined) {
    throw new CommandError(
      'BadValue',
      `The path '${place.path}' must exist in the document in order to apply array updates.`,
    );
  }
  if (!Array.isArray(list)) {
    throw new CommandError('BadValue', `Cannot apply array updates to non-array element ${place.shown}`);
  }
  // the filters see all items before the first is changed
  const chosen = list.map((item) => selectNodes(item, branch, run));
  for (const [i, changes] of chosen.entries()) {
    if (changes.length === 0) continue;
    const at = place.child(String(i));
    const change = changes.reduce((a, b) => merged(a, b, at.path));
    applyNode(change, at, run);
  }
}

function selectNodes(item: Value, { children }: Branch, { filters }: Run): Node[] {
  const changes: Node[] = [];
  for (const [segment, child] of children) {
    const identifier = identifierIn(segment);
    if (identifier === '' || filters.matches(identifier, item)) changes.push(child);
  }
  return changes;
}

function applyChange({ operator, path, change }: Leaf, place: Place, run: Run): void {
  if (operator === '$setOnInsert' && !run.inserting) return;
  const old = place.value;
  const creates = !TAKES_AWAY.has(operator);
  if (old === undefined && !creates) {
    if (operator !== '$unset') place.checkViable();
    return;
  }
  const result = change(old, place);
  if (result === 'keep') return;
  if (result === 'remove') {
    checkNotId(path.segments, place);
    return place.remove();
  }
  if (isSpecial(path.segments) && isIdentical(old, result.value)) return;
  checkNotId(path.segments, place);
  const isNew = isNewOnTop(path.segments, place);
  place.set(result.value);
  if (isNew && creates && !run.inserting) checkDollarName(place.root, path.segments[0]!);
}

/** True when a change may be refused for the name that its path begins with. */
function isSpecial([first]: readonly string[]): boolean {
  return first === '_id' || first!.startsWith('$');
}

function isIdentical(a: Value | undefined, b: Value): boolean {
  return a !== undefined && encodeDocument({ a }).equals(encodeDocument({ a: b }));
}

/** Refuses a change of the `_id` that a document has. @throws CommandError ImmutableField */
function checkNotId(segments: readonly string[], place: Place): void {
  if (segments[0] !== '_id' || place.root._id === undefined) return;
  throw new CommandError(
    'ImmutableField',
    `Performing an update on the path '${place.path}' would modify the immutable field '_id'`,
  );
}

/** True when a path begins with `$` and its first field is what is written, not something in it. */
function isNewOnTop(segments: readonly string[], place: Place): boolean {
  const first = segments[0]!;
  return first.startsWith('$') && (segments.length === 1 || place.root[first] === undefined);
}
