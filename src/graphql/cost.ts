import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind as Node,
} from 'graphql';
import type { GraphQLField, GraphQLNamedType } from 'graphql';
import { AppError } from '../errors.js';
import { checkArgument } from './limits.js';
import { PAGE } from './page-query.js';

/** The most entries that one request may ask for, were every page full. */
export const MOST_ENTRIES = 10_000;
/** How many there are in a list that has no pages, where nothing else is known: links of a record, parts of it. */
const USUAL_LIST = 5;

/** A list with pages on the way down a query. */
interface PageSpending {
  /** As in `countries.trends`. */
  path: string;
  size: number;
  above: PageSpending | null;
  /** Entries of its own, and with all that is below. */
  own: number;
  total: number;
}

/**
 * How many entries an operation could return: the product of the sizes of its pages, all the way down. Arguments are
 * checked on the way.
 *
 * @param variables coerced ones
 * @throws AppError TOO_COSTLY with the list that spends most and a `first` that would fit; and as `checkArgument`
 */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const root = schema.getRootType(operation.operation);
  const cost = new Cost(schema, document, variables, operation.operation === 'mutation');
  if (root) cost.visit(operation.selectionSet, root, 1, null, '');
  if (cost.entries > MOST_ENTRIES) throw cost.refusal();
  return cost.entries;
}

/** How many items a list can have of what was chosen one by one; null where nothing was. */
function mostChosen(args: Readonly<Record<string, unknown>>): number | null {
  const lengthOf = (name: string) => (Array.isArray(args[name]) ? (args[name] as unknown[]).length : null);
  const chosen = lengthOf('ids') ?? lengthOf('indicators') ?? lengthOf('areas');
  return chosen === null ? null : chosen * Math.max(1, lengthOf('breakdown') ?? 1);
}

class Cost {
  entries = 0;
  private readonly pages: PageSpending[] = [];
  private readonly fragments: ReadonlyMap<string, { type: string; selectionSet: SelectionSetNode }>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
    private readonly isWriting: boolean,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Node.FRAGMENT_DEFINITION
          ? [[node.name.value, { type: node.typeCondition.name.value, selectionSet: node.selectionSet }] as const]
          : [],
      ),
    );
  }

  visit(set: SelectionSetNode, type: GraphQLNamedType, times: number, page: PageSpending | null, path: string): void {
    for (const selection of set.selections) {
      if (!this.isIncluded(selection)) continue;
      if (selection.kind === Node.FIELD) {
        this.field(selection, type, times, page, path);
        continue;
      }
      const inner =
        selection.kind === Node.INLINE_FRAGMENT
          ? { type: selection.typeCondition?.name.value, selectionSet: selection.selectionSet }
          : this.fragments.get(selection.name.value);
      const innerType = inner?.type === undefined ? type : this.schema.getType(inner.type);
      if (inner && innerType) this.visit(inner.selectionSet, innerType, times, page, path);
    }
  }

  refusal(): AppError {
    const count = (number: number) => number.toLocaleString('en-GB');
    const asked = `The query could return ${count(this.entries)} entries; at most ${count(MOST_ENTRIES)} are allowed.`;
    const bySpending = this.pages.toSorted((a, b) => b.own - a.own);
    const [most] = bySpending;
    if (!most) return new AppError('TOO_COSTLY', asked, { entries: this.entries });
    const spent = `${asked} Most are spent by "${most.path}" with ${most.size} a page;`;
    const details = { entries: this.entries, field: most.path };
    for (const { path, size, total } of bySpending) {
      const fits = Math.floor((MOST_ENTRIES - (this.entries - total)) / (total / Math.max(size, 1)));
      if (fits < 1) continue;
      const message = `${spent} with "first: ${fits}" for "${path}" it would fit.`;
      return new AppError('TOO_COSTLY', message, { ...details, fits: { field: path, first: fits } });
    }
    return new AppError('TOO_COSTLY', `${spent} ask for fewer levels at a time.`, details);
  }

  private field(node: FieldNode, type: GraphQLNamedType, times: number, page: PageSpending | null, path: string): void {
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const field = type.getFields()[node.name.value];
    if (!field) return;
    const args = field.args.length > 0 ? this.arguments(field, node) : {};
    const result = getNamedType(field.type);
    const here = path === '' ? node.name.value : `${path}.${node.name.value}`;
    if (!node.selectionSet || !isCompositeType(result)) return;

    const isConnection = isObjectType(result) && 'pageInfo' in result.getFields();
    const chosen = mostChosen(args);
    if (isConnection || 'first' in args) {
      const asked = Math.max(0, Number(args['first'] ?? args['last'] ?? PAGE.usual));
      const size = chosen === null ? asked : Math.min(asked, chosen);
      const spending: PageSpending = { path: here, size, above: page, own: 0, total: 0 };
      this.pages.push(spending);
      if (!isConnection) return this.items(node, result, times * size, spending, here);
      return this.connection(node, result, { times, size, spending, path: here });
    }
    const isList = isListType(getNullableType(field.type));
    const items = isList ? (chosen ?? USUAL_LIST) : 1;
    this.items(node, result, times * items, page, here);
  }

  /** Entries stand below `nodes` and `edges`; the facets are there once. */
  private connection(
    node: FieldNode,
    type: GraphQLNamedType,
    { times, size, spending, path }: { times: number; size: number; spending: PageSpending; path: string },
  ): void {
    const within = (selectionSet: SelectionSetNode, isEdges: boolean): void => {
      for (const selection of selectionSet.selections) {
        if (selection.kind !== Node.FIELD) {
          const inner = selection.kind === Node.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
          if (inner && this.isIncluded(selection)) within(inner.selectionSet, isEdges);
          continue;
        }
        const field = isObjectType(type) ? type.getFields()[selection.name.value] : undefined;
        const isItems = selection.name.value === 'nodes' || selection.name.value === 'edges';
        if (!field || !selection.selectionSet || !this.isIncluded(selection)) continue;
        const result = getNamedType(field.type);
        if (isItems) this.items(selection, result, times * size, spending, path);
        else this.visit(selection.selectionSet, result, times, spending, path);
      }
    };
    within(node.selectionSet!, false);
  }

  private items(node: FieldNode, type: GraphQLNamedType, times: number, page: PageSpending | null, path: string): void {
    if (this.isEntry(type)) {
      this.entries += times;
      if (page) page.own += times;
      for (let above = page; above; above = above.above) above.total += times;
    }
    if (node.selectionSet) this.visit(node.selectionSet, type, times, page, path);
  }

  private isEntry(type: GraphQLNamedType): boolean {
    return (
      (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')) ||
      (isInterfaceType(type) && (type.name === 'Node' || type.getInterfaces().some(({ name }) => name === 'Node')))
    );
  }

  private arguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
    const args = getArgumentValues(field, node, this.variables);
    // What is written has rules of its own, told as problems that its author can mend.
    for (const [name, value] of Object.entries(args)) {
      if (!this.isWriting || name !== 'record') checkArgument(name, value);
    }
    return args;
  }

  private isIncluded(node: Parameters<typeof getDirectiveValues>[1]): boolean {
    if (!node.directives?.length) return true;
    if (getDirectiveValues(GraphQLSkipDirective, node, this.variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.['if'] !== false;
  }
}
