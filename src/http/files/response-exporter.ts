import type { Readable } from 'node:stream';
import type { ApolloServer } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { CitedSource } from '../../files/file-metadata.js';
import type { TableFormat } from '../../files/formats.js';
import { AppError } from '../../errors.js';
import type { Context } from '../../graphql/request/context.js';
import { PageFigureEditions } from '../../graphql/request/page-figure-editions.js';
import type { SerialisedEditions } from '../../model/pinned-editions.js';
import { ForeignTextCollector } from '../../tables/foreign-text-collector.js';
import type { ScreenTable } from '../../tables/table.js';
import { kosovoFootnote } from '../../i18n/footnotes.js';
import { completenessMessages } from '../../i18n/completeness-messages.js';
import { executeQuery, type ExecuteQuery } from '../execute-query.js';
import { isDisconnected } from '../on-response-end.js';
import { isTooCostly, QueryRejectedError } from '../query-errors.js';
import { collectFileMetadata, type FileParams } from './file-params.js';
import type { DownloadLimits } from './download-limits.js';
import { DownloadSlots } from './download-slots.js';
import { QueryPreparer } from './prepared-query.js';
import { PagedQueryExecutor } from './paged-query-executor.js';
import { fetchReuseTerms } from './fetch-reuse-terms.js';
import { ResponseTableReader } from './response-table-reader.js';
import { serialiseFile } from './serialise-file.js';

export interface ResponseExporterDeps {
  apollo: ApolloServer<Context>;
  schema: GraphQLSchema;
  limits: DownloadLimits;
  log: Logger;
}

/** The client that receives a file: its locale, and a function that creates the contexts for its queries. */
export interface FileViewer {
  context(editions: PageFigureEditions): Promise<Context>;
  /** Origin of the server's URLs, as in `Context.origin`. */
  origin: string;
  locale: string;
}

/** A request for the response to a query as a file. */
export interface FileRequest {
  params: FileParams;
  format: TableFormat;
  viewer: FileViewer;
}

/** The response to a query, as tables to display on a web page. */
export interface TableResponse {
  /** All tables that have rows, the main table first. */
  tables: ScreenTable[];
  /** Aliases of the lists without items, except lists of figures. */
  emptyLists?: readonly string[];
  /** Languages of foreign texts, by text. Empty if the query that reads them is too costly. */
  foreign: ReadonlyMap<string, string>;
  /** Editions to pin in a permalink, so that it reproduces the response; null if the response has no figures. */
  pinnedEditions: SerialisedEditions | null;
}

interface OpenedResponse {
  source: ResponseTableReader;
  operation: OperationDefinitionNode;
  execute: ExecuteQuery;
  languages: ForeignTextCollector;
  editions: PageFigureEditions;
}

/** Exports responses as files, or as tables of a page. An error after the first byte truncates the file. */
export class ResponseExporter {
  private readonly slots: DownloadSlots;
  private readonly preparer: QueryPreparer;

  constructor(private readonly deps: ResponseExporterDeps) {
    this.slots = new DownloadSlots(deps.limits);
    this.preparer = new QueryPreparer(deps.schema);
  }

  /** Sends the response to a query in a file format. @throws AppError if the query cannot be exported */
  async sendFile(
    request: FastifyRequest,
    reply: FastifyReply,
    { params, format, viewer }: FileRequest,
  ): Promise<FastifyReply> {
    this.slots.acquire(request, reply, format.extension === null ? 'SCREEN' : 'FILE');
    try {
      const { body, name } = await this.makeFile(request, { params, format, viewer });
      void reply.type(`${format.mediaType}${format.parameters ?? ''}`);
      if (format.extension !== null) {
        void reply.header('content-disposition', `attachment; filename="${name}.${format.extension}"`);
      }
      return await reply.send(body);
    } catch (error) {
      if (!(error instanceof QueryRejectedError)) throw error;
      return await reply.code(error.status).send({ errors: error.errors });
    }
  }

  /** Returns all tables of a response, to show on a page. @throws QueryRejectedError, or AppError if there is no table */
  async readScreenTables(
    request: FastifyRequest,
    reply: FastifyReply,
    { params, viewer }: Omit<FileRequest, 'format'>,
  ): Promise<TableResponse> {
    this.slots.acquire(request, reply, 'SCREEN');
    const readTables = async (withLanguages: boolean): Promise<TableResponse> => {
      const options = { isAll: true, withLanguages };
      const { source, languages, editions } = await this.open(request, { params, viewer }, options);
      const lists = { tables: await source.screenTables(), emptyLists: source.emptyLists() };
      return { ...lists, foreign: languages.foreignTexts(), pinnedEditions: editions.editionsToPin() };
    };
    try {
      return await readTables(true);
    } catch (error) {
      // Languages are omitted if they make the query too large.
      if (!isTooCostly(error)) throw error;
      return readTables(false);
    }
  }

  private async makeFile(
    request: FastifyRequest,
    { params, format, viewer }: FileRequest,
  ): Promise<{ body: Readable | string; name: string }> {
    const isAll = !format.isOneTable;
    const { source, operation, execute, editions } = await this.open(request, { params, viewer }, { isAll });
    const baseMetadata = collectFileMetadata(params, editions, operation, viewer);
    const metadata = {
      ...baseMetadata,
      scope: () => completenessMessages(source.scopes(), baseMetadata.messages),
      footnotes: () => kosovoFootnote(source.isFootnoted, baseMetadata.messages.chart),
      terms: (origins: readonly CitedSource[]) => fetchReuseTerms(origins, execute),
    };
    const body = await serialiseFile(format.name, { source, metadata, params, editions });
    if (typeof body !== 'string') this.logFailure(body, request);
    return { body, name: params.about?.name ?? operation.name?.value ?? 'signpost' };
  }

  /** Executes the first page of a query. Returns a reader of all tables (`isAll`), or of the main or named one. */
  private async open(
    request: FastifyRequest,
    { params, viewer }: Omit<FileRequest, 'format'>,
    { isAll, withLanguages = false }: { isAll: boolean; withLanguages?: boolean },
  ): Promise<OpenedResponse> {
    const { apollo, schema, limits } = this.deps;
    const { editions = new PageFigureEditions(null, null) } = params;
    const execute: ExecuteQuery = async (query, variables) => {
      if (isDisconnected(request)) throw new AppError('DEADLINE', 'The client has closed the connection.');
      return executeQuery(apollo, { query, variables }, await viewer.context(editions));
    };
    const preparedQuery = this.preparer.prepare({ ...params, withLanguages });
    if (!preparedQuery) {
      // Executes the invalid query, so that the response has the same errors as in JSON.
      const { errors, status } = await execute(params.query, params.variables);
      throw new QueryRejectedError(errors, status);
    }
    const { operation, plans } = preparedQuery;
    if (operation.operation !== 'query') {
      throw new AppError('BAD_REQUEST', 'Only the response to a query can be downloaded as a file.');
    }
    const languages = new ForeignTextCollector(preparedQuery.selection, viewer.locale);
    const pages = new PagedQueryExecutor(schema, preparedQuery, params.variables, execute, (page) =>
      languages.collect(page),
    );
    const source = await ResponseTableReader.open(pages, plans, params.table, { ...limits, isAll });
    return { source, operation, execute, languages, editions };
  }

  /** Logs an error after the first byte. The file then lacks its end, so that clients notice that it is incomplete. */
  private logFailure(stream: Readable, { id }: FastifyRequest): void {
    stream.on('error', (error) => this.deps.log.warn({ err: error, requestId: id }, 'file download aborted'));
  }
}
