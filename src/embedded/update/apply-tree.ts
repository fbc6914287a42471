import { encodeDocument } from '../bson/encode.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { DocumentLocation } from './document-location.js';
import type { Branch, Leaf, UpdateNode } from './update-tree.js';

/** Applies an update in place. After an error, the document is partly changed. */
export function applyTree(tree: Branch, doc: Doc, inserting: boolean): void {
  applyNode(tree, DocumentLocation.root(doc), inserting);
}

function applyNode(node: UpdateNode, location: DocumentLocation, inserting: boolean): void {
  if (node.kind === 'change') applyChange(node, location, inserting);
  else for (const [name, child] of node.children) applyNode(child, location.child(name), inserting);
}

function applyChange({ operator, path, change }: Leaf, location: DocumentLocation, inserting: boolean): void {
  if (operator === '$setOnInsert' && !inserting) return;
  const oldValue = location.value;
  if (oldValue === undefined && operator === '$unset') return;
  const result = change(oldValue, location);
  if (result === 'keep') return;
  if (result === 'remove') {
    checkNotId(path.segments, location);
    return location.remove();
  }
  if (path.segments[0] === '_id' && isIdentical(oldValue, result.value)) return;
  checkNotId(path.segments, location);
  location.set(result.value);
}

function isIdentical(a: Value | undefined, b: Value): boolean {
  return a !== undefined && encodeDocument({ a }).equals(encodeDocument({ a: b }));
}

/** Rejects a change of `_id`. @throws CommandError ImmutableField */
function checkNotId(segments: readonly string[], location: DocumentLocation): void {
  if (segments[0] !== '_id' || location.root._id === undefined) return;
  throw new CommandError(
    'ImmutableField',
    `Performing an update on the path '${location.path}' would modify the immutable field '_id'`,
  );
}
