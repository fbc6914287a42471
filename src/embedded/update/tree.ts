import { compareStrings } from '../bson/compare.js';
import { CommandError } from '../command-error.js';
import type { Change } from './place.js';
import type { UpdatePath } from './update-path.js';
import { isArrayFilterSegment } from './update-path.js';

/** What an update does at one path. */
export interface Leaf {
  kind: 'change';
  operator: string;
  path: UpdatePath;
  change: Change;
}

/**
 * The changes of an update below one path, by the next segment of theirs.
 *
 * An 'array' has the segments `$[…]`, an 'object' all others, `$` among them.
 */
export interface Branch {
  kind: 'object' | 'array';
  children: ReadonlyMap<string, Node>;
}

export type Node = Leaf | Branch;

interface GrowingBranch extends Branch {
  children: Map<string, Node>;
}

/**
 * The changes of an update as a tree of their paths, so that each place is come to once, however many changes are
 * below it, and an array filter sees an item before any change of it.
 */
export class UpdateTree {
  private readonly root: GrowingBranch = { kind: 'object', children: new Map() };

  /** @throws CommandError ConflictingUpdateOperators  the same path, or one around or inside it, is changed already */
  add({ text, segments }: UpdatePath, leaf: Leaf): void {
    let branch = this.root;
    const last = segments.length - 1;
    for (let i = 0; i < last; i++) {
      const kind = isArrayFilterSegment(segments[i + 1]!) ? 'array' : 'object';
      const child = branch.children.get(segments[i]!) ?? { kind, children: new Map<string, Node>() };
      if (child.kind !== kind) throw conflict(text, segments.slice(0, i + 1).join('.'));
      branch.children.set(segments[i]!, child);
      branch = child as GrowingBranch;
    }
    if (branch.children.has(segments[last]!)) throw conflict(text, text);
    branch.children.set(segments[last]!, leaf);
  }

  /** The tree, each branch in the order in which MongoDB makes the changes. */
  ordered(): Branch {
    putInOrder(this.root);
    return this.root;
  }
}

function conflict(path: string, at: string): CommandError {
  return new CommandError(
    'ConflictingUpdateOperators',
    `Updating the path '${path}' would create a conflict at '${at}'`,
  );
}

function putInOrder(branch: GrowingBranch): void {
  if (branch.children.size > 1) branch.children = inOrder(branch.children);
  for (const child of branch.children.values()) if (isBranch(child)) putInOrder(child as GrowingBranch);
}

/** Names in the order of their text, positions in arrays in that of their numbers. */
export function inOrder(children: Iterable<[string, Node]>): Map<string, Node> {
  return new Map([...children].sort(([a], [b]) => compareNames(a, b)));
}

function compareNames(a: string, b: string): number {
  return /^\d+$/.test(a) && /^\d+$/.test(b) ? Number(a) - Number(b) : compareStrings(a, b);
}

function isBranch(node: Node): node is Branch {
  return node.kind === 'object' || node.kind === 'array';
}

/**
 * The changes of two nodes that turn out to be about the same place.
 *
 * @throws CommandError ConflictingUpdateOperators  both change the same
 */
export function merged(a: Node, b: Node, path: string): Node {
  if (!isBranch(a) || !isBranch(b) || a.kind !== b.kind) {
    throw new CommandError('ConflictingUpdateOperators', `Update created a conflict at '${path}'`);
  }
  const children = new Map(a.children);
  for (const [name, child] of b.children) {
    const other = children.get(name);
    children.set(name, other ? merged(other, child, `${path}.${name}`) : child);
  }
  return { kind: a.kind, children: inOrder(children) };
}
