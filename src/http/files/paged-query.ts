import type {
  ArgumentNode,
  DocumentNode,
  FieldNode,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  VariableDefinitionNode,
} from 'graphql';
import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  parseType,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { responseKey } from '../../tables/find-schema-field.js';
import type { QueryData } from '../execute-query.js';

/** Prefix of the names that exports add to a query. */
export const RESERVED_PREFIX = 'tidy__';
/** Name of the variable for the page size; `AREAS_VARIABLE` is that for the areas. The keys are response keys. */
export const PAGE_SIZE_VARIABLE = `${RESERVED_PREFIX}first`;
export const AREAS_VARIABLE = `${RESERVED_PREFIX}areas`;
export const PAGE_INFO_KEY = `${RESERVED_PREFIX}page`;
export const COUNT_KEY = `${RESERVED_PREFIX}count`;

const PAGING_ARGUMENTS = ['first', 'last', 'after', 'before'];

/** A query whose root lists can be read page by page. */
export interface PagedQuery {
  document: DocumentNode;
  /** Names of cursor variables, by response key of their list. */
  cursors: ReadonlyMap<string, string>;
  /** Response keys of the lists that have pagination arguments in the query itself. */
  limited: ReadonlySet<string>;
}

/** A query whose figures can be read a few areas at a time. */
export interface QueryByAreas {
  document: DocumentNode;
  /** Requested areas, or else the query that lists all areas. */
  areas: readonly string[] | DocumentNode;
  /** Whether a response contains the default number of series, so that more may exist. */
  isCut(page: QueryData): boolean;
  /** Response keys of the root fields that are not read by area. */
  others: ReadonlySet<string>;
}

function findOperation({ definitions }: DocumentNode): OperationDefinitionNode {
  return definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
}

function named(value: string): { kind: Kind.NAME; value: string } {
  return { kind: Kind.NAME, value };
}

function argument(name: string, variable: string): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: named(name), value: { kind: Kind.VARIABLE, name: named(variable) } };
}

function definition(variable: string, type: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: named(variable) },
    type: parseType(type, { noLocation: true }),
  };
}

/** Returns the names of the variables in pagination arguments. */
export function pagingVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => {
      if (PAGING_ARGUMENTS.includes(name.value) && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names;
}

/** Adds pagination variables to the root lists that have no pagination arguments. */
export function pagedQuery(schema: GraphQLSchema, document: DocumentNode, variables: QueryData): PagedQuery {
  const operation = findOperation(document);
  const fields = schema.getQueryType()!.getFields();
  const cursors = new Map<string, string>();
  const limited = new Set<string>();
  const selections = operation.selectionSet.selections.map((node): SelectionNode => {
    if (node.kind !== Kind.FIELD) return node;
    const field = fields[node.name.value];
    const type = field && getNamedType(field.type);
    if (!isObjectType(type) || !('pageInfo' in type.getFields())) return node;
    const givenArguments = (node.arguments ?? []).filter(({ value }) => valueFromASTUntyped(value, variables) != null);
    if (givenArguments.some(({ name }) => PAGING_ARGUMENTS.includes(name.value))) {
      limited.add(responseKey(node));
      const selected = [
        ...node.selectionSet!.selections,
        pageInfo(),
        ...('totalCount' in type.getFields() ? [listLength()] : []),
      ];
      return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: selected } };
    }
    const cursor = cursors.get(responseKey(node)) ?? `${RESERVED_PREFIX}after${cursors.size}`;
    cursors.set(responseKey(node), cursor);
    const ownArguments = (node.arguments ?? []).filter(({ name }) => !PAGING_ARGUMENTS.includes(name.value));
    const page = pageInfo();
    return {
      ...node,
      arguments: [...ownArguments, argument('first', PAGE_SIZE_VARIABLE), argument('after', cursor)],
      selectionSet: { kind: Kind.SELECTION_SET, selections: [...node.selectionSet!.selections, page] },
    };
  });
  const definitions = [
    ...(operation.variableDefinitions ?? []),
    ...(cursors.size > 0 ? [definition(PAGE_SIZE_VARIABLE, 'Int')] : []),
    ...[...cursors.values()].map((cursor) => definition(cursor, 'String')),
  ];
  const isPaged = cursors.size > 0 || limited.size > 0;
  return { document: isPaged ? withSelections(operation, selections, definitions) : document, cursors, limited };
}

function pageInfo(): SelectionNode {
  return parseSelectionNode(`${PAGE_INFO_KEY}: pageInfo { hasNextPage endCursor }`);
}

function listLength(): SelectionNode {
  return parseSelectionNode(`${COUNT_KEY}: totalCount`);
}

/** Parses one selection, such as `totalCount`. */
export function parseSelectionNode(text: string): SelectionNode {
  return findOperation(parse(`{ ${text} }`, { noLocation: true })).selectionSet.selections[0]!;
}

/** Returns the query restricted to some root fields, given by response key. */
export function restrictToRootFields(document: DocumentNode, keys: ReadonlySet<string>): DocumentNode {
  const operation = findOperation(document);
  const retainedFields = operation.selectionSet.selections.filter(
    (node) => node.kind === Kind.FIELD && keys.has(responseKey(node)),
  );
  return withSelections(operation, retainedFields, operation.variableDefinitions ?? []);
}

/** Returns an operation with other selections, and only the variables that they use. */
function withSelections(
  operation: OperationDefinitionNode,
  selections: readonly SelectionNode[],
  definitions: readonly VariableDefinitionNode[],
): DocumentNode {
  const used = new Set<string>();
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = definitions.filter(({ variable }) => used.has(variable.name.value));
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions, selectionSet }] };
}

/** Returns the query with a variable for the areas of its series, if all are in one object; null otherwise. */
export function queryByAreas(schema: GraphQLSchema, document: DocumentNode, variables: QueryData): QueryByAreas | null {
  const operation = findOperation(document);
  const fields = schema.getQueryType()!.getFields();
  for (const root of operation.selectionSet.selections) {
    if (root.kind !== Kind.FIELD || !root.selectionSet) continue;
    const type = getNamedType(fields[root.name.value]?.type);
    if (!isObjectType(type)) continue;
    const byArea = (node: SelectionNode): node is FieldNode => {
      const field = node.kind === Kind.FIELD ? type.getFields()[node.name.value] : undefined;
      const isList = field && isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
      return Boolean(isList && field.args.some(({ name }) => name === 'areas'));
    };
    const series = root.selectionSet.selections.filter(byArea);
    if (series.length === 0) continue;
    const argumentType = String(
      type.getFields()[series[0]!.name.value]!.args.find(({ name }) => name === 'areas')!.type,
    );
    const selections = root.selectionSet.selections.map((node) => (byArea(node) ? withAreas(node) : node));
    const definitions = [...(operation.variableDefinitions ?? []), definition(AREAS_VARIABLE, argumentType)];
    const rootField = { ...root, selectionSet: { kind: Kind.SELECTION_SET, selections: selections } as const };
    const areaLists = series.map((node) => requestedAreas(node, variables));
    const defaultCounts = defaultCountsOf(type, series, variables);
    const otherSelections = operation.selectionSet.selections
      .filter((node): node is FieldNode => node !== root && node.kind === Kind.FIELD)
      .map(responseKey);
    return {
      document: withSelections(operation, [rootField], definitions),
      areas: areaLists.includes(null)
        ? queryForAreas(operation, root)
        : [...new Set(areaLists.flatMap((areaCodes) => areaCodes ?? []))],
      isCut: (page) => {
        const object = (page[responseKey(root)] ?? {}) as Record<string, readonly unknown[] | null | undefined>;
        return defaultCounts.some(({ key, count }) => (object[key]?.length ?? 0) >= count);
      },
      others: new Set(otherSelections),
    };
  }
  return null;
}

function withAreas(node: FieldNode): FieldNode {
  const others = (node.arguments ?? []).filter(({ name }) => name.value !== 'areas');
  return { ...node, arguments: [...others, argument('areas', AREAS_VARIABLE)] };
}

/** Returns the default number of series, by response key of fields without `first`. */
function defaultCountsOf(type: GraphQLObjectType, series: readonly FieldNode[], variables: QueryData) {
  return series.flatMap((node): { key: string; count: number }[] => {
    const first = type.getFields()[node.name.value]!.args.find(({ name }) => name === 'first');
    const argument = (node.arguments ?? []).find(({ name }) => name.value === 'first');
    const isGiven = argument && valueFromASTUntyped(argument.value, variables) != null;
    return typeof first?.defaultValue !== 'number' || isGiven
      ? []
      : [{ key: responseKey(node), count: first.defaultValue }];
  });
}

function requestedAreas(node: FieldNode, variables: QueryData): string[] | null {
  const argumentNode = (node.arguments ?? []).find(({ name }) => name.value === 'areas');
  const value: unknown = argumentNode && valueFromASTUntyped(argumentNode.value, variables);
  return value == null ? null : ([value].flat() as string[]);
}

function queryForAreas(operation: OperationDefinitionNode, root: FieldNode): DocumentNode {
  const { selectionSet } = findOperation(parse('{ coverage { areas } }', { noLocation: true }));
  const rootField = { ...root, alias: named(`${RESERVED_PREFIX}root`), selectionSet };
  return withSelections(operation, [rootField], operation.variableDefinitions ?? []);
}

/** Returns a query that selects only the dimension names of figures; null if it selects no dimensions. */
export function queryForDimensions(document: DocumentNode): DocumentNode | null {
  const operation = findOperation(document);
  const names = findOperation(parse('{ name }', { noLocation: true })).selectionSet;
  const prune = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return [];
      if (node.kind === Kind.FIELD && node.name.value === 'dimensions') {
        return [{ ...node, alias: named('dimensions'), selectionSet: names }];
      }
      if (node.kind === Kind.FIELD && responseKey(node) === PAGE_INFO_KEY) return [node];
      const children = prune(node.selectionSet?.selections ?? []);
      const isEmpty = children.every(
        (selection) => selection.kind === Kind.FIELD && responseKey(selection) === PAGE_INFO_KEY,
      );
      return isEmpty
        ? []
        : [{ ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: children } } as SelectionNode];
    });
  const selections = prune(operation.selectionSet.selections);
  return selections.length === 0 ? null : withSelections(operation, selections, operation.variableDefinitions ?? []);
}
