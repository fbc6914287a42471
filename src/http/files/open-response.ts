import type { ApolloServer } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { AppError } from '../../errors.js';
import type { Context } from '../../graphql/request/context.js';
import { PageEditions } from '../../graphql/request/page-editions.js';
import { ResponseLanguages } from '../../tables/response-languages.js';
import type { ExecuteQuery } from '../execute-query.js';
import { executeQuery } from '../execute-query.js';
import { RejectedQuery } from '../query-errors.js';
import { isDisconnected } from '../on-response-end.js';
import { ResponsePages } from './response-pages.js';
import type { FileParams } from './file-params.js';
import type { FileLimits } from './file-limits.js';
import { PreparedQueries } from './prepared-query.js';
import { TableSource } from './table-source.js';

/** Creates the contexts of a request, and defines the language of its texts. */
export interface FileViewer {
  context(editions: PageEditions): Promise<Context>;
  /** Origin of the server's URLs, as in `Context.origin`. */
  origin: string;
  locale: string;
}

export interface OpenOptions {
  /** Whether to read all tables, instead of the main one only. */
  isAll: boolean;
  withLanguages?: boolean;
}

export interface OpenResponse {
  source: TableSource;
  operation: OperationDefinitionNode;
  execute: ExecuteQuery;
  languages: ResponseLanguages;
  editions: PageEditions;
}

/** Executes queries, and opens their responses as tables. */
export class ResponseOpener {
  private readonly prepared: PreparedQueries;

  constructor(
    private readonly apollo: ApolloServer<Context>,
    private readonly schema: GraphQLSchema,
    private readonly limits: FileLimits,
  ) {
    this.prepared = new PreparedQueries(schema);
  }

  /** Executes a query up to its first page, and opens its tables. @throws RejectedQuery, or AppError without tables */
  async open(
    params: FileParams,
    viewer: FileViewer,
    request: FastifyRequest,
    { isAll, withLanguages = false }: OpenOptions,
  ): Promise<OpenResponse> {
    const { editions = new PageEditions(null, null) } = params;
    const execute: ExecuteQuery = async (query, variables) => {
      if (isDisconnected(request)) throw new AppError('DEADLINE', 'The client has closed the connection.');
      return executeQuery(this.apollo, { query, variables }, await viewer.context(editions));
    };
    const prepared = this.prepared.of({ ...params, withLanguages });
    if (!prepared) {
      // The server reports what is wrong with the query, as for JSON.
      const { errors, status } = await execute(params.query, params.variables);
      throw new RejectedQuery(errors, status);
    }
    const { operation, plans } = prepared;
    if (operation.operation !== 'query') {
      throw new AppError('BAD_REQUEST', 'Only the response to a query can be downloaded as a file.');
    }
    const languages = new ResponseLanguages(prepared.selection, viewer.locale);
    const pages = new ResponsePages(this.schema, prepared, params.variables, execute, (page) =>
      languages.collect(page),
    );
    const source = await TableSource.open(pages, plans, params.table, { ...this.limits, isAll });
    return { source, operation, execute, languages, editions };
  }
}
