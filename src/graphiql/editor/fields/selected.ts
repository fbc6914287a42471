import type { ArgumentNode, FieldNode, InlineFragmentNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

/**
 * The way to something in a query, from the operation on: names of fields, `... on Type`, and at the end `(name)` for an
 * argument. Aliases do not count: a field that is there twice is the first of them.
 */
export type Path = readonly string[];

/** What can be chosen and has selections. */
export type Chosen = FieldNode | InlineFragmentNode;

/** How a step of a path names what is selected; null for the spread of a fragment, whose fields stand elsewhere. */
function readStep(selection: SelectionSetNode['selections'][number]): string | null {
  if (selection.kind === Kind.FIELD) return selection.name.value;
  if (selection.kind === Kind.INLINE_FRAGMENT && selection.typeCondition)
    return fragmentStep(selection.typeCondition.name.value);
  return null;
}

export const fragmentStep = (type: string): string => `... on ${type}`;
export const argumentStep = (name: string): string => `(${name})`;

/** The name of the argument that a step means; null where it means something else. */
export function readArgument(step: string): string | null {
  return /^\((.*)\)$/.exec(step)?.[1] ?? null;
}

/** What stands in an operation along a path, from the operation to the last step that is there. */
export function along(
  operation: OperationDefinitionNode,
  path: Path,
): [OperationDefinitionNode, ...(Chosen | ArgumentNode)[]] {
  const found: [OperationDefinitionNode, ...(Chosen | ArgumentNode)[]] = [operation];
  let at: OperationDefinitionNode | Chosen = operation;
  for (const step of path) {
    const name = readArgument(step);
    if (name !== null) {
      const argument = at.kind === Kind.FIELD ? at.arguments?.find((each) => each.name.value === name) : undefined;
      if (argument) found.push(argument);
      break;
    }
    const next: Chosen | undefined = at.selectionSet?.selections.find(
      (each): each is Chosen => readStep(each) === step,
    );
    if (!next) break;
    found.push(next);
    at = next;
  }
  return found;
}

/** Whether all of a path is in an operation. */
export function isChosen(operation: OperationDefinitionNode | null, path: Path): boolean {
  return operation !== null && along(operation, path).length === path.length + 1;
}

/** The paths of an operation that have selections: what a tree opens to show all that is chosen. */
export function parentsIn(operation: OperationDefinitionNode | null): Path[] {
  const below = (set: SelectionSetNode | undefined, above: Path): Path[] =>
    (set?.selections ?? []).flatMap((selection) => {
      const step = readStep(selection);
      if (step === null || selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return [];
      const path = [...above, step];
      return [path, ...below(selection.selectionSet, path)];
    });
  return below(operation?.selectionSet, []);
}
