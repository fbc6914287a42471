import type { Evaluate } from '../../aggregation/expression-operators.js';
import { toDecodedName } from '../../bson/field-names.js';
import type { Value } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import { checkFieldPath } from '../check-field-path.js';

export type ProjectionTree = Map<string, ProjectionNode>;

/** Projection of one field: included, excluded, limited to nested fields, or computed. */
export type ProjectionNode = { kind: 'in' | 'out' } | { kind: 'tree'; fields: ProjectionTree } | Computed;
type Computed = { kind: 'value'; evaluate: Evaluate; constant?: Value };

const splitName = (name: string) => name.split('.').map(toDecodedName);

/** Adds a node at a dotted name. @throws CommandError 31249, 31250 the name or a prefix of it has a node already */
export function addNode(fields: ProjectionTree, name: string, node: ProjectionNode): void {
  checkFieldPath(name);
  const [parent, lastName] = findParent(fields, name);
  if (parent.has(lastName)) throw collisionError(name);
  parent.set(lastName, node);
}

function findParent(fields: ProjectionTree, name: string): [ProjectionTree, string] {
  const nameParts = splitName(name);
  const lastName = nameParts.pop()!;
  let parent = fields;
  for (const part of nameParts) {
    const tree = findSubtree(parent, part);
    if (!tree) throw collisionBelowError(name);
    parent = tree;
  }
  return [parent, lastName];
}

function findSubtree(fields: ProjectionTree, part: string): ProjectionTree | undefined {
  const node = fields.get(part) ?? { kind: 'tree', fields: new Map<string, ProjectionNode>() };
  if (node.kind !== 'tree') return undefined;
  fields.set(part, node);
  return node.fields;
}

const collisionError = (name: string) => new CommandError('Location31250', `Path collision at ${name}`);

const collisionBelowError = (name: string) =>
  new CommandError('Location31249', `Path collision at ${name} remaining portion ${name.slice(name.indexOf('.') + 1)}`);
