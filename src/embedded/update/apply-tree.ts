import { encodeDocument } from '../bson/encode.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { DocumentLocation } from './document-location.js';
import type { Branch, Leaf, UpdateNode } from './tree.js';

/** Applies an update in place. After an error, the document is partly changed. */
export function applyTree(tree: Branch, doc: Doc, inserting: boolean): void {
  applyNode(tree, DocumentLocation.root(doc), inserting);
}

function applyNode(node: UpdateNode, place: DocumentLocation, inserting: boolean): void {
  if (node.kind === 'change') applyChange(node, place, inserting);
  else for (const [name, child] of node.children) applyNode(child, place.child(name), inserting);
}

function applyChange({ operator, path, change }: Leaf, place: DocumentLocation, inserting: boolean): void {
  if (operator === '$setOnInsert' && !inserting) return;
  const old = place.value;
  if (old === undefined && operator === '$unset') return;
  const result = change(old, place);
  if (result === 'keep') return;
  if (result === 'remove') {
    checkNotId(path.segments, place);
    return place.remove();
  }
  if (path.segments[0] === '_id' && isIdentical(old, result.value)) return;
  checkNotId(path.segments, place);
  place.set(result.value);
}

function isIdentical(a: Value | undefined, b: Value): boolean {
  return a !== undefined && encodeDocument({ a }).equals(encodeDocument({ a: b }));
}

/** Rejects a change of `_id`. @throws CommandError ImmutableField */
function checkNotId(segments: readonly string[], place: DocumentLocation): void {
  if (segments[0] !== '_id' || place.root._id === undefined) return;
  throw new CommandError(
    'ImmutableField',
    `Performing an update on the path '${place.path}' would modify the immutable field '_id'`,
  );
}
