import { compareStrings } from '../bson/compare.js';
import { CommandError } from '../command-error.js';
import type { ValueChange } from './document-location.js';
import type { UpdatePath } from './update-path.js';

export interface Leaf {
  kind: 'change';
  operator: string;
  path: UpdatePath;
  change: ValueChange;
}

export interface Branch {
  kind: 'branch';
  children: Map<string, UpdateNode>;
}

export type UpdateNode = Leaf | Branch;

/** The changes of an update as a tree of paths, so that each location is visited once. */
export class UpdateTree {
  private readonly root: Branch = { kind: 'branch', children: new Map() };

  /** Adds a change at a path. @throws CommandError ConflictingUpdateOperators */
  add({ text, segments }: UpdatePath, leaf: Leaf): void {
    let branch = this.root;
    const lastIndex = segments.length - 1;
    for (let i = 0; i < lastIndex; i++) {
      const child = branch.children.get(segments[i]!) ?? { kind: 'branch', children: new Map<string, UpdateNode>() };
      if (child.kind !== 'branch') throw conflict(text, segments.slice(0, i + 1).join('.'));
      branch.children.set(segments[i]!, child);
      branch = child;
    }
    if (branch.children.has(segments[lastIndex]!)) throw conflict(text, text);
    branch.children.set(segments[lastIndex]!, leaf);
  }

  /** Returns the tree, with changes in the same order as in MongoDB. */
  ordered(): Branch {
    sortChildren(this.root);
    return this.root;
  }
}

function conflict(path: string, conflictPath: string): CommandError {
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
