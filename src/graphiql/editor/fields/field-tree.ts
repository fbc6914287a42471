import type { GraphQLNamedType, GraphQLSchema, OperationTypeNode } from 'graphql';
import { getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType } from 'graphql';
import type { SelectionPath } from './selection-path.js';
import { argumentStep, fragmentStep } from './selection-path.js';

/** A field, an argument or an inline fragment. */
export interface FieldItem {
  path: SelectionPath;
  /** Name as in a query, such as `first:` or `... on Law`. */
  label: string;
  /** Type, such as `[String!]!`; empty for a fragment. */
  type: string;
  description: string | null;
  isParent: boolean;
  /** 1-based position among the siblings. */
  position: number;
  /** Number of siblings, including this item. */
  count: number;
}

export const joinPath = (path: SelectionPath): string => path.join('/');

/**
 * Returns the visible items of the schema: root fields, and the arguments and fields of open items.
 * @param open  joined paths of open items
 */
export function visibleItems(
  schema: GraphQLSchema,
  operation: OperationTypeNode,
  open: ReadonlySet<string>,
): FieldItem[] {
  const below = (items: TreeNode[], above: SelectionPath): FieldItem[] =>
    items.flatMap(({ step, inner, ...item }, index) => {
      const path = [...above, step];
      const own = { ...item, path, isParent: inner !== null, position: index + 1, count: items.length };
      return inner && open.has(joinPath(path)) ? [own, ...below(inner(), path)] : [own];
    });
  const root = schema.getRootType(operation);
  return root ? below(childrenOf(schema, root), []) : [];
}

interface TreeNode extends Pick<FieldItem, 'label' | 'type' | 'description'> {
  step: string;
  /** Returns the children; null for a leaf. */
  inner: (() => TreeNode[]) | null;
}

function childrenOf(schema: GraphQLSchema, type: GraphQLNamedType): TreeNode[] {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  return [
    ...fields.map(({ name, type: given, args, description }): TreeNode => {
      const named = getNamedType(given);
      const taken = args.map((argument): TreeNode => ({
        step: argumentStep(argument.name),
        label: `${argument.name}:`,
        type: String(argument.type),
        description: argument.description ?? null,
        inner: null,
      }));
      const isParent = taken.length > 0 || isCompositeType(named);
      return {
        step: name,
        label: name,
        type: String(given),
        description: description ?? null,
        inner: isParent ? () => [...taken, ...childrenOf(schema, named)] : null,
      };
    }),
    ...possible.map((subtype): TreeNode => ({
      step: fragmentStep(subtype.name),
      label: fragmentStep(subtype.name),
      type: '',
      description: subtype.description ?? null,
      inner: () => childrenOf(schema, subtype),
    })),
  ];
}
