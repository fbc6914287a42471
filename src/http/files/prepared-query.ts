import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getOperationAST, parse, validate } from 'graphql';
import { completeQuery } from '../../tables/complete-query.js';
import { askingLanguages } from '../../tables/asking-languages.js';
import type { Selected } from '../../tables/selection.js';
import { readSelection } from '../../tables/selection.js';
import type { TablePlan } from '../../tables/table-plan.js';
import { planTables } from '../../tables/table-plan.js';
import { remembered } from '../../remembered.js';
import { withBeside } from './beside-query.js';
import { withNestedPages } from './nested-lists.js';
import type { PagedQuery } from './paged-query.js';
import { pagedQuery } from './paged-query.js';

/** A query with all that follows from it and its variables alone. */
export interface PreparedQuery {
  operation: OperationDefinitionNode;
  /** What is asked: the query with what its rows need to stand alone, and what else was wanted. */
  document: DocumentNode;
  plans: readonly TablePlan[];
  /** What is asked of it alone, for `AnswerLanguages`. */
  selection: readonly Selected[];
  paged: PagedQuery;
  /** Whether lists within other objects can be cut. */
  hasNestedLists: boolean;
}

/** What a query is asked with. */
export interface QueryToPrepare {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | undefined;
  /** A query of one field that is asked in the same request; null for none. */
  beside: string | null;
  /** Whether it is asked in which language each text comes. */
  withLanguages: boolean;
}

/** Queries with their variables that are remembered: those of the saved questions, and what is asked again and again. */
const MOST = 200;

/** Prepares queries: those that are asked again once. */
export class PreparedQueries {
  private readonly known: (key: string) => PreparedQuery | null;

  constructor(private readonly schema: GraphQLSchema) {
    this.known = remembered((key) => this.prepare(JSON.parse(key) as QueryToPrepare), MOST);
  }

  /** Null for what is no valid query of one operation. */
  of({ query, variables, operationName, beside, withLanguages }: QueryToPrepare): PreparedQuery | null {
    return this.known(JSON.stringify({ query, variables, operationName, beside, withLanguages }));
  }

  private prepare({ query, variables, operationName, beside, withLanguages }: QueryToPrepare): PreparedQuery | null {
    const { schema } = this;
    const asked = parsed(query);
    const operation = asked && getOperationAST(asked, operationName);
    if (!asked || !operation || validate(schema, asked).length > 0) return null;
    // Of what is no query there are no tables.
    if (operation.operation !== 'query')
      return { operation, document: asked, plans: [], selection: [], paged: NO_PAGES, hasNestedLists: false };
    const completed = completeQuery(schema, asked, operation);
    const alone = withLanguages ? askingLanguages(schema, completed.document) : completed.document;
    const document = beside ? withBeside(alone, beside) : alone;
    const nested = withNestedPages(schema, document);
    return {
      operation,
      document,
      plans: planTables(schema, completed, variables),
      selection: readSelection(schema, { document: alone, added: NOTHING_ADDED }, variables),
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

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}
