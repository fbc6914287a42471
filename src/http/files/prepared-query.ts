import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getOperationAST, parse, validate } from 'graphql';
import { completeQuery } from '../../tables/complete-query.js';
import { selectLanguages } from '../../tables/select-languages.js';
import type { SelectedField } from '../../tables/read-selection.js';
import { readSelection, selectionVariables } from '../../tables/read-selection.js';
import type { TablePlan } from '../../tables/table-plan.js';
import { planTables } from '../../tables/table-plan.js';
import { memoise } from '../../memoise.js';
import type { QueryData } from '../execute-query.js';
import { withNestedPages } from './truncated-nested-lists.js';
import type { PagedQuery } from './paged-query.js';
import { pagedQuery, pagingVariables } from './paged-query.js';

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
  variables: QueryData;
  operationName: string | undefined;
  withLanguages: boolean;
}

/** What can be derived from a query alone. */
interface ParsedQuery {
  /** Names of the variables on which the rest of the preparation depends. */
  names: readonly string[];
  /** Memoised function of the JSON of these variables. */
  prepare(variables: string): PreparedQuery;
}

/** Maximum number of memoised queries; enough for the saved questions and frequent queries. */
const MAX_QUERIES = 200;
/** Maximum number of memoised preparations of a query, with different values of variables. */
const MAX_PREPARED = 20;

/** Prepares queries for export. Memoises the results. */
export class PreparedQueries {
  private readonly parsed: (key: string) => ParsedQuery | null;

  constructor(private readonly schema: GraphQLSchema) {
    this.parsed = memoise((key) => this.parse(JSON.parse(key) as Omit<QueryToPrepare, 'variables'>), MAX_QUERIES);
  }

  /** Returns a prepared query; null if the query is invalid or has no such operation. */
  of({ query, variables, operationName, withLanguages }: QueryToPrepare): PreparedQuery | null {
    const parsed = this.parsed(JSON.stringify({ query, operationName, withLanguages }));
    return (
      parsed && parsed.prepare(JSON.stringify(Object.fromEntries(parsed.names.map((name) => [name, variables[name]]))))
    );
  }

  private parse({ query, operationName, withLanguages }: Omit<QueryToPrepare, 'variables'>): ParsedQuery | null {
    const { schema } = this;
    const parsedQuery = parseOrNull(query);
    const operation = parsedQuery && getOperationAST(parsedQuery, operationName);
    if (!parsedQuery || !operation || validate(schema, parsedQuery).length > 0) return null;
    if (operation.operation !== 'query') {
      const refused = {
        operation,
        document: parsedQuery,
        plans: [],
        selection: [],
        paged: NO_PAGES,
        hasNestedLists: false,
      };
      return { names: [], prepare: () => refused };
    }
    const completed = completeQuery(schema, parsedQuery, operation);
    const document = withLanguages ? selectLanguages(schema, completed.document) : completed.document;
    const nested = withNestedPages(schema, document);
    const prepare = (variables: QueryData): PreparedQuery => ({
      operation,
      document,
      plans: planTables(schema, completed, variables),
      selection: readSelection(schema, { document, added: NOTHING_ADDED }, variables),
      paged: pagedQuery(schema, nested, variables),
      hasNestedLists: nested !== document,
    });
    return {
      names: [...new Set([...selectionVariables(document), ...pagingVariables(nested)])],
      prepare: memoise((variables) => prepare(JSON.parse(variables) as QueryData), MAX_PREPARED),
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
