import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseType,
  type SelectionNode,
  TypeInfo,
  valueFromASTUntyped,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { responseKey } from '../../tables/find-schema-field.js';
import type { QueryData } from '../execute-query.js';

/** Prefix of all names that a file export adds to a query. */
const RESERVED_PREFIX = 'tidy__';
/** Name of the variable for the page size of root lists. Constants ending in `_KEY` are response keys. */
export const PAGE_SIZE_VARIABLE = `${RESERVED_PREFIX}first`;
/** Names of the variables for the lists of series inside an object: the number of series, and the number to skip. */
export const SERIES_SIZE_VARIABLE = `${RESERVED_PREFIX}series`;
export const SKIP_VARIABLE = `${RESERVED_PREFIX}skip`;
export const PAGE_INFO_KEY = `${RESERVED_PREFIX}page`;
export const COUNT_KEY = `${RESERVED_PREFIX}count`;

const SKIP_ARGUMENT = 'skip';
const PAGING_ARGUMENTS = ['first', 'last', 'after', 'before', SKIP_ARGUMENT];

/** A query whose root lists can be read page by page. */
export interface PagedQuery {
  document: DocumentNode;
  /** Names of cursor variables, by response key of their list. */
  cursors: ReadonlyMap<string, string>;
  /** Response keys of the root lists that have pagination arguments in the client's query. */
  limited: ReadonlySet<string>;
  /** Paths of the lists of series that can be continued, as response keys: `indicator series`. */
  series: ReadonlySet<string>;
  /** The query for further pages of the lists of series; omits all other series. */
  furtherSeries: DocumentNode;
}

function findOperation({ definitions }: DocumentNode): OperationDefinitionNode {
  return definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
}

function nameNode(value: string): { kind: Kind.NAME; value: string } {
  return { kind: Kind.NAME, value };
}

function argumentNode(name: string, variable: string): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: nameNode(name), value: { kind: Kind.VARIABLE, name: nameNode(variable) } };
}

function variableDefinition(variable: string, type: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: nameNode(variable) },
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

/** Returns a query with pagination variables for root lists and lists of series without pagination arguments. */
export function paginateQuery(schema: GraphQLSchema, sourceDocument: DocumentNode, variables: QueryData): PagedQuery {
  const { document, series } = paginateSeriesLists(schema, sourceDocument, variables);
  const operation = findOperation(document);
  const fields = schema.getQueryType()!.getFields();
  const cursors = new Map<string, string>();
  const limited = new Set<string>();
  const selections = operation.selectionSet.selections.map((node): SelectionNode => {
    if (node.kind !== Kind.FIELD) return node;
    const field = fields[node.name.value];
    const type = field && getNamedType(field.type);
    if (!isObjectType(type) || !('pageInfo' in type.getFields())) return node;
    if (hasPaging(node, variables)) {
      limited.add(responseKey(node));
      const pagedSelections = [
        ...node.selectionSet!.selections,
        PAGE_INFO,
        ...('totalCount' in type.getFields() ? [TOTAL_COUNT] : []),
      ];
      return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: pagedSelections } };
    }
    const cursor = cursors.get(responseKey(node)) ?? `${RESERVED_PREFIX}after${cursors.size}`;
    cursors.set(responseKey(node), cursor);
    const ownArguments = (node.arguments ?? []).filter(({ name }) => !PAGING_ARGUMENTS.includes(name.value));
    return {
      ...node,
      arguments: [...ownArguments, argumentNode('first', PAGE_SIZE_VARIABLE), argumentNode('after', cursor)],
      selectionSet: { kind: Kind.SELECTION_SET, selections: [...node.selectionSet!.selections, PAGE_INFO] },
    };
  });
  const definitions = [
    ...(operation.variableDefinitions ?? []),
    ...(cursors.size > 0 ? [variableDefinition(PAGE_SIZE_VARIABLE, 'Int')] : []),
    ...[...cursors.values()].map((cursor) => variableDefinition(cursor, 'String')),
    ...[SERIES_SIZE_VARIABLE, SKIP_VARIABLE].map((name) => variableDefinition(name, 'Int')),
  ];
  const isPaged = cursors.size > 0 || limited.size > 0 || series.size > 0;
  const paged = isPaged ? withSelections(operation, selections, definitions) : document;
  return { document: paged, cursors, limited, series, furtherSeries: withoutUnpagedSeries(schema, paged) };
}

function hasPaging({ arguments: args = [] }: FieldNode, variables: QueryData): boolean {
  return args.some(
    ({ name, value }) => PAGING_ARGUMENTS.includes(name.value) && valueFromASTUntyped(value, variables) != null,
  );
}

/** Adds pagination variables to the lists with a `skip` argument. Also returns the paths of these lists. */
function paginateSeriesLists(schema: GraphQLSchema, document: DocumentNode, variables: QueryData) {
  const info = new TypeInfo(schema);
  const path: string[] = [];
  const series = new Set<string>();
  const paged = visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        enter: (node) => void path.push(responseKey(node)),
        leave: (node): FieldNode | undefined => {
          const key = path.join(' ');
          path.pop();
          const canSkip = info.getFieldDef()?.args.some(({ name }) => name === SKIP_ARGUMENT);
          if (!canSkip || hasPaging(node, variables)) return undefined;
          series.add(key);
          const otherArguments = (node.arguments ?? []).filter(({ name }) => !PAGING_ARGUMENTS.includes(name.value));
          const paging = [argumentNode('first', SERIES_SIZE_VARIABLE), argumentNode(SKIP_ARGUMENT, SKIP_VARIABLE)];
          return { ...node, arguments: [...otherArguments, ...paging] };
        },
      },
    }),
  );
  return { document: paged, series };
}

function withoutUnpagedSeries(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const info = new TypeInfo(schema);
  const isContinued = ({ arguments: args = [] }: FieldNode) =>
    args.some(({ value }) => value.kind === Kind.VARIABLE && value.name.value === SKIP_VARIABLE);
  return visit(
    document,
    visitWithTypeInfo(info, {
      Field: (node) => (getNamedType(info.getType())?.name === 'Series' && !isContinued(node) ? null : undefined),
    }),
  );
}

const PAGE_INFO = parseSelectionNode(`${PAGE_INFO_KEY}: pageInfo { hasNextPage endCursor }`);
const TOTAL_COUNT = parseSelectionNode(`${COUNT_KEY}: totalCount`);

/** Parses one selection, such as `totalCount`. */
export function parseSelectionNode(text: string): SelectionNode {
  return findOperation(parse(`{ ${text} }`, { noLocation: true })).selectionSet.selections[0]!;
}

/** Returns the query restricted to some root fields, given by response key. */
export function restrictToRootFields(document: DocumentNode, keys: ReadonlySet<string>): DocumentNode {
  const operation = findOperation(document);
  const { selections } = operation.selectionSet;
  const retainedFields = selections.filter((node) => node.kind === Kind.FIELD && keys.has(responseKey(node)));
  if (retainedFields.length === selections.length) return document;
  return withSelections(operation, retainedFields, operation.variableDefinitions ?? []);
}

/** Returns an operation with other selections, and only the variables that they use. */
function withSelections(
  operation: OperationDefinitionNode,
  selections: readonly SelectionNode[],
  definitions: readonly VariableDefinitionNode[],
): DocumentNode {
  const usedNames = new Set<string>();
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  visit(selectionSet, { Variable: ({ name }) => void usedNames.add(name.value) });
  const variableDefinitions = definitions.filter(({ variable }) => usedNames.has(variable.name.value));
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions, selectionSet }] };
}

/** Returns a query that selects only the dimension names of figures; null if it selects no dimensions. */
export function queryForDimensions(document: DocumentNode): DocumentNode | null {
  const operation = findOperation(document);
  const nameSelections = findOperation(parse('{ name }', { noLocation: true })).selectionSet;
  const prune = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return [];
      if (node.kind === Kind.FIELD && node.name.value === 'dimensions') {
        return [{ ...node, alias: nameNode('dimensions'), selectionSet: nameSelections }];
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
