import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getOperationAST, parse, validate } from 'graphql';
import { completeQuery } from '../../tables/complete-query.js';
import { selectLanguages } from '../../tables/select-languages.js';
import type { SelectedField } from '../../tables/selection.js';
import { readSelection } from '../../tables/selection.js';
import type { TablePlan } from '../../tables/table-plan.js';
import { planTables } from '../../tables/table-plan.js';
import { memoise } from '../../memoise.js';
import { withNestedPages } from './nested-lists.js';
import type { PagedQuery } from './paged-query.js';
import { pagedQuery } from './paged-query.js';

/** A query with everything that can be derived from the query and its variables. */
export interface PreparedQuery {
  operation: OperationDefinitionNode;
  /** The query with the fields that its rows need and the added selections. */
  document: DocumentNode;
  plans: readonly TablePlan[];
  /** Selection of the query without added fields; input of `ResponseLanguages`. */
  selection: readonly SelectedField[];
  paged: PagedQuery;
  hasNestedLists: boolean;
}

export interface QueryToPrepare {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | undefined;
  withLanguages: boolean;
}

/** Maximum number of memoised queries; enough for the saved questions and frequent queries. */
const MAX_PREPARED = 200;

/** Prepares queries for export. Memoises the results. */
export class PreparedQueries {
  private readonly known: (key: string) => PreparedQuery | null;

  constructor(private readonly schema: GraphQLSchema) {
    this.known = memoise((key) => this.prepare(JSON.parse(key) as QueryToPrepare), MAX_PREPARED);
  }

  /** Returns a prepared query; null if the query is invalid or has no such operation. */
  of({ query, variables, operationName, withLanguages }: QueryToPrepare): PreparedQuery | null {
    return this.known(JSON.stringify({ query, variables, operationName, withLanguages }));
  }

  private prepare({ query, variables, operationName, withLanguages }: QueryToPrepare): PreparedQuery | null {
    const { schema } = this;
    const parsedQuery = parseOrNull(query);
    const operation = parsedQuery && getOperationAST(parsedQuery, operationName);
    if (!parsedQuery || !operation || validate(schema, parsedQuery).length > 0) return null;
    if (operation.operation !== 'query')
      return { operation, document: parsedQuery, plans: [], selection: [], paged: NO_PAGES, hasNestedLists: false };
    const completed = completeQuery(schema, parsedQuery, operation);
    const document = withLanguages ? selectLanguages(schema, completed.document) : completed.document;
    const nested = withNestedPages(schema, document);
    return {
      operation,
      document,
      plans: planTables(schema, completed, variables),
      selection: readSelection(schema, { document, added: NOTHING_ADDED }, variables),
      paged: pagedQuery(schema, nested, variables),
      hasNestedLists: nested !== document,
    };
  }
}

const NOTHING_ADDED: ReadonlySet<never> = new Set();
const NO_PAGES: PagedQuery = {
  document: { kind: 'Document' as never, definitions: [] },
  cursors: new Map(),
  limited: new Set(),
};

function parseOrNull(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}
