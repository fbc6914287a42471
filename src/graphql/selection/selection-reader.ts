import {
  type FieldNode,
  type GraphQLResolveInfo,
  Kind as Node,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded, resolveFragment } from '../../query/fragments.js';

/** Part of a resolver's info that determines the selection. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

/** Reads the selection below a field. */
export class SelectionReader {
  /** Whether the result depends on variables, and is therefore valid for this request only. */
  dependsOnVariables = false;

  constructor(private readonly info: SelectionInfo) {}

  /** Returns the fields selected below these nodes, in order, with those of fragments that satisfy `applies`. */
  subfields(nodes: readonly FieldNode[], applies: (typeCondition: string) => boolean): FieldNode[] {
    const subfields: FieldNode[] = [];
    const visitedFragments = new Set<string>();
    const visit = (selectionSet: SelectionSetNode) => {
      for (const selection of selectionSet.selections) {
        if (!this.isIncluded(selection)) continue;
        if (selection.kind === Node.FIELD) {
          subfields.push(selection);
          continue;
        }
        const isSpread = selection.kind === Node.FRAGMENT_SPREAD;
        if (isSpread && visitedFragments.has(selection.name.value)) continue;
        if (isSpread) visitedFragments.add(selection.name.value);
        const fragment = resolveFragment(selection, this.info.fragments);
        const condition = fragment?.typeCondition?.name.value;
        if (fragment && (condition === undefined || applies(condition))) visit(fragment.selectionSet);
      }
    };
    for (const { selectionSet } of nodes) if (selectionSet) visit(selectionSet);
    return subfields;
  }

  private isIncluded(node: SelectionNode): boolean {
    if (node.directives?.length) this.dependsOnVariables = true;
    return isIncluded(node, this.info.variableValues);
  }
}

/** Cache of selections by field node. Many requests share a parsed document. */
export class SelectionCache<T> {
  private readonly selections = new WeakMap<FieldNode, Map<string, T>>();

  /** Returns a selection, cached by field node and `name`, which identifies the types that the node can return. */
  get(info: SelectionInfo, typesKey: string, read: (reader: SelectionReader) => T): T {
    const [node] = info.fieldNodes;
    // A merged field has several nodes, so its first node does not identify it.
    const isSingle = info.fieldNodes.length === 1;
    const cached = isSingle ? this.selections.get(node!)?.get(typesKey) : undefined;
    if (cached !== undefined) return cached;
    const reader = new SelectionReader(info);
    const selection = read(reader);
    if (isSingle && !reader.dependsOnVariables) {
      const nodeSelections = this.selections.get(node!) ?? new Map<string, T>();
      this.selections.set(node!, nodeSelections.set(typesKey, selection));
    }
    return selection;
  }
}
