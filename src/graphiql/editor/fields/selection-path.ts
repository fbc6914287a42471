import type { ArgumentNode, FieldNode, InlineFragmentNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

/**
 * Path from an operation: field names, `... on Type`, and `(name)` for an argument. Ignores aliases. Of repeated
 * fields, the first is used.
 */
export type SelectionPath = readonly string[];

export type SelectedNode = FieldNode | InlineFragmentNode;

/** Returns the path step of a selection; null for a fragment spread. */
function readStep(selection: SelectionSetNode['selections'][number]): string | null {
  if (selection.kind === Kind.FIELD) return selection.name.value;
  if (selection.kind === Kind.INLINE_FRAGMENT && selection.typeCondition)
    return fragmentStep(selection.typeCondition.name.value);
  return null;
}

export const fragmentStep = (type: string): string => `... on ${type}`;
export const argumentStep = (name: string): string => `(${name})`;

/** Returns the name of the argument in a path step; null for other steps. */
export function readArgument(step: string): string | null {
  return /^\((.*)\)$/.exec(step)?.[1] ?? null;
}

/** Returns the operation, followed by the existing nodes along a path. */
export function nodesAlong(
  operation: OperationDefinitionNode,
  path: SelectionPath,
): [OperationDefinitionNode, ...(SelectedNode | ArgumentNode)[]] {
  const found: [OperationDefinitionNode, ...(SelectedNode | ArgumentNode)[]] = [operation];
  let at: OperationDefinitionNode | SelectedNode = operation;
  for (const step of path) {
    const name = readArgument(step);
    if (name !== null) {
      const argument =
        at.kind === Kind.FIELD ? at.arguments?.find((candidate) => candidate.name.value === name) : undefined;
      if (argument) found.push(argument);
      break;
    }
    const next: SelectedNode | undefined = at.selectionSet?.selections.find(
      (selection): selection is SelectedNode => readStep(selection) === step,
    );
    if (!next) break;
    found.push(next);
    at = next;
  }
  return found;
}

/** Whether an operation selects a path. */
export function isPathSelected(operation: OperationDefinitionNode | null, path: SelectionPath): boolean {
  return operation !== null && nodesAlong(operation, path).length === path.length + 1;
}

/** Returns the paths that have selections, to expand them in the tree. */
export function parentsIn(operation: OperationDefinitionNode | null): SelectionPath[] {
  const below = (set: SelectionSetNode | undefined, above: SelectionPath): SelectionPath[] =>
    (set?.selections ?? []).flatMap((selection) => {
      const step = readStep(selection);
      if (step === null || selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return [];
      const path = [...above, step];
      return [path, ...below(selection.selectionSet, path)];
    });
  return below(operation?.selectionSet, []);
}
