import {
  type DocumentNode,
  getOperationAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { addRowFields } from '../../tables/add-row-fields.js';
import { addLanguageFields } from '../../tables/add-language-fields.js';
import { readSelection, type SelectedField, selectionVariables } from '../../tables/read-selection.js';
import { planTables, type TablePlan } from '../../tables/table-plan.js';
import { memoise } from '../../memoise.js';
import type { QueryData } from '../execute-query.js';
import { withNestedPageInfo } from './truncated-nested-lists.js';
import { paginateQuery, type PagedQuery, pagingVariables } from './paged-query.js';

/** A query prepared for export: its operation, the plans of its tables, and the paginated document. */
export interface PreparedQuery {
  operation: OperationDefinitionNode;
  plans: readonly TablePlan[];
  /** Fields of the completed query, including added ones, as input of `ForeignTextCollector`. */
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

/** A parsed and completed query, to prepare for the values of its variables. */
interface ParsedQuery {
  /** Names of the variables on which the rest of the preparation depends. */
  variableNames: readonly string[];
  prepare(variables: QueryData): PreparedQuery;
}

/** Maximum number of memoised queries and preparations; enough for the saved questions and frequent queries. */
const MAX_PREPARED = 200;

/** Parses, completes and plans queries for files and page tables. Memoises the results. */
export class QueryPreparer {
  private readonly parsed: (key: string) => ParsedQuery | null;

  private readonly prepared: (key: string) => PreparedQuery;

  constructor(private readonly schema: GraphQLSchema) {
    this.parsed = memoise((key) => this.parse(JSON.parse(key) as Omit<QueryToPrepare, 'variables'>), MAX_PREPARED);
    this.prepared = memoise((key) => {
      const { variables, ...query } = JSON.parse(key) as QueryToPrepare;
      return this.parsed(JSON.stringify(query))!.prepare(variables);
    }, MAX_PREPARED);
  }

  /** Returns a prepared query; null if the query is invalid or lacks the operation. */
  prepare({ query, variables, operationName, withLanguages }: QueryToPrepare): PreparedQuery | null {
    const request = { query, operationName, withLanguages };
    const parsedQuery = this.parsed(JSON.stringify(request));
    if (!parsedQuery) return null;
    const usedVariables = Object.fromEntries(parsedQuery.variableNames.map((name) => [name, variables[name]]));
    return this.prepared(JSON.stringify({ ...request, variables: usedVariables }));
  }

  private parse({ query, operationName, withLanguages }: Omit<QueryToPrepare, 'variables'>): ParsedQuery | null {
    const { schema } = this;
    const parsedQuery = parseOrNull(query);
    const operation = parsedQuery && getOperationAST(parsedQuery, operationName);
    if (!parsedQuery || !operation || validate(schema, parsedQuery).length > 0) return null;
    const completedQuery = addRowFields(schema, parsedQuery, operation);
    const document = withLanguages ? addLanguageFields(schema, completedQuery.document) : completedQuery.document;
    const nestedQuery = withNestedPageInfo(schema, document);
    return {
      variableNames: [...new Set([...selectionVariables(document), ...pagingVariables(nestedQuery)])],
      prepare: (variables) => ({
        operation,
        plans: planTables(schema, completedQuery, variables),
        selection: readSelection(schema, { document, added: NOTHING_ADDED }, variables),
        paged: paginateQuery(schema, nestedQuery, variables),
        hasNestedLists: nestedQuery !== document,
      }),
    };
  }
}

const NOTHING_ADDED: ReadonlySet<never> = new Set();
function parseOrNull(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}
