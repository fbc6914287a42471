import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  Kind as Node,
  type SelectionNode,
} from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** Returns the fragments of a document by name. */
export function fragmentsIn(document: DocumentNode): Fragments {
  const fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const node of document.definitions)
    if (node.kind === Node.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  return fragments;
}

/** Resolves an inline fragment or a spread; undefined for an unknown name. */
export function resolveFragment(
  selection: Exclude<SelectionNode, FieldNode>,
  fragments: Fragments,
): FragmentDefinitionNode | InlineFragmentNode | undefined {
  return selection.kind === Node.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
}

/** Whether `@skip` and `@include` include a node. */
export function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
}
