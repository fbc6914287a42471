import { compareStrings } from '../bson/compare-values.js';
import { encodeDocument } from '../bson/encode.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { DocumentLocation, type ValueChange } from './document-location.js';

interface UpdatePath {
  text: string;
  segments: readonly string[];
}

/** Parses an update path. @throws CommandError EmptyFieldName, BadValue */
export function parseUpdatePath(text: string): UpdatePath {
  if (text === '') throw new CommandError('EmptyFieldName', 'An empty update path is not valid.');
  const segments = text.split('.');
  if (segments.includes('')) {
    throw new CommandError(
      'EmptyFieldName',
      `The update path '${text}' contains an empty field name, which is not allowed.`,
    );
  }
  const positional = segments.find((segment) => segment === '$' || segment.startsWith('$['));
  if (positional !== undefined)
    throw new CommandError('BadValue', unsupportedMessage(`Positional operator '${positional}' in path '${text}'`));
  return { text, segments };
}

interface Leaf {
  kind: 'change';
  operator: string;
  path: UpdatePath;
  change: ValueChange;
}

interface Branch {
  kind: 'branch';
  children: Map<string, UpdateNode>;
}

type UpdateNode = Leaf | Branch;

/** The changes of an update as a tree of paths, so that each location is visited once. */
export class UpdateTree {
  private readonly root: Branch = { kind: 'branch', children: new Map() };

  /** Adds a change at a path. @throws CommandError ConflictingUpdateOperators */
  add({ text, segments }: UpdatePath, leaf: Leaf): void {
    let branch = this.root;
    const lastIndex = segments.length - 1;
    for (let i = 0; i < lastIndex; i++) {
      const child = branch.children.get(segments[i]!) ?? { kind: 'branch', children: new Map<string, UpdateNode>() };
      if (child.kind !== 'branch') throw conflictError(text, segments.slice(0, i + 1).join('.'));
      branch.children.set(segments[i]!, child);
      branch = child;
    }
    if (branch.children.has(segments[lastIndex]!)) throw conflictError(text, text);
    branch.children.set(segments[lastIndex]!, leaf);
  }

  /** Sorts the changes in the order in which MongoDB applies them. Returns the root. */
  sortedRoot(): Branch {
    sortChildren(this.root);
    return this.root;
  }
}

function conflictError(path: string, conflictPath: string): CommandError {
  return new CommandError(
    'ConflictingUpdateOperators',
    `Updating the path '${path}' would create a conflict at '${conflictPath}'`,
  );
}

/** Sorts the children of a branch by name, recursively. */
function sortChildren(branch: Branch): void {
  if (branch.children.size > 1)
    branch.children = new Map([...branch.children].sort(([a], [b]) => compareStrings(a, b)));
  for (const child of branch.children.values()) if (child.kind === 'branch') sortChildren(child);
}

/** Applies an update in place. After an error, the document is partly changed. */
export function applyTree(tree: Branch, doc: Doc, isInserting: boolean): void {
  applyNode(tree, DocumentLocation.root(doc), isInserting);
}

function applyNode(node: UpdateNode, location: DocumentLocation, isInserting: boolean): void {
  if (node.kind === 'change') applyChange(node, location, isInserting);
  else for (const [name, child] of node.children) applyNode(child, location.child(name), isInserting);
}

function applyChange({ operator, path, change }: Leaf, location: DocumentLocation, isInserting: boolean): void {
  if (operator === '$setOnInsert' && !isInserting) return;
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
