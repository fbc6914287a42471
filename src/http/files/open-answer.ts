import type { ApolloServer } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { AppError } from '../../errors.js';
import type { Context } from '../../graphql/request/context.js';
import { PageEditions } from '../../graphql/request/page-editions.js';
import { AnswerLanguages } from '../../tables/answer-languages.js';
import type { Ask } from '../ask-query.js';
import { askQuery } from '../ask-query.js';
import { Refused } from '../refused.js';
import { hasLeft } from '../when-over.js';
import { AnswerPages } from './answer-pages.js';
import type { Asked } from './asked.js';
import type { AskedBeside } from './beside-query.js';
import { variablesBeside } from './beside-query.js';
import type { FileLimits } from './limits.js';
import { PreparedQueries } from './prepared-query.js';
import { TableSource } from './table-source.js';

/** Whose request it is: a context for each page, and the language of its texts. */
export interface FileViewer {
  context(editions: PageEditions): Promise<Context>;
  /** As `Context.origin`. */
  origin: string;
  locale: string;
}

export interface Reading {
  /** Whether all tables are read, or only the main one. */
  isAll: boolean;
  /** A query that is sent with that of the first page. */
  beside?: AskedBeside | null;
  /** Whether the language of each text is selected. */
  withLanguages?: boolean;
}

export interface OpenAnswer {
  source: TableSource;
  operation: OperationDefinitionNode;
  ask: Ask;
  languages: AnswerLanguages;
  editions: PageEditions;
}

/** Opens the answers of queries as tables. */
export class AnswerOpener {
  private readonly prepared: PreparedQueries;

  constructor(
    private readonly apollo: ApolloServer<Context>,
    private readonly schema: GraphQLSchema,
    private readonly limits: FileLimits,
  ) {
    this.prepared = new PreparedQueries(schema);
  }

  /** Reads the first page. @throws Refused; AppError for what is no query, and for a query without a table */
  async open(
    asked: Asked,
    viewer: FileViewer,
    request: FastifyRequest,
    { isAll, beside = null, withLanguages = false }: Reading,
  ): Promise<OpenAnswer> {
    const { editions = new PageEditions(null, null) } = asked;
    const ask: Ask = async (query, variables) => {
      if (hasLeft(request)) throw new AppError('DEADLINE', 'The client has closed the connection.');
      return askQuery(this.apollo, { query, variables }, await viewer.context(editions));
    };
    const prepared = this.prepared.of({ ...asked, beside: beside?.query ?? null, withLanguages });
    if (!prepared) {
      // The server reports what is wrong with it, as for JSON.
      const { errors, status } = await ask(asked.query, asked.variables);
      throw new Refused(errors, status);
    }
    const { operation, plans } = prepared;
    if (operation.operation !== 'query') {
      throw new AppError('BAD_REQUEST', 'Only the answer to a query can be had as a file.');
    }
    const variables = beside ? { ...asked.variables, ...variablesBeside(beside.variables) } : asked.variables;
    const languages = new AnswerLanguages(prepared.selection, viewer.locale);
    const pages = new AnswerPages(this.schema, prepared, variables, ask, (page) => languages.note(page));
    const source = await TableSource.open(pages, plans, asked.table, { ...this.limits, isAll });
    return { source, operation, ask, languages, editions };
  }
}
