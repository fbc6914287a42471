import type { Readable } from 'node:stream';
import type { ApolloServer } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RowSource } from '../../files/file-metadata.js';
import type { TableFormat } from '../../files/formats.js';
import type { Context } from '../../graphql/request/context.js';
import type { FixedEditions } from '../../model/editions.js';
import type { ScreenTable } from '../../tables/table.js';
import { footnotes } from '../../i18n/footnotes.js';
import { scopeMessages } from '../../i18n/scope-messages.js';
import { isTooCostly, RejectedQuery } from '../query-errors.js';
import type { FileParams } from './file-params.js';
import { collectFacts } from './file-params.js';
import type { FileLimits } from './file-limits.js';
import type { FileViewer } from './open-response.js';
import { ResponseOpener } from './open-response.js';
import { FileSlots } from './file-slots.js';
import { fetchTerms } from './reuse-terms.js';
import { writeFile } from './write-file.js';

export interface FileDeps {
  apollo: ApolloServer<Context>;
  schema: GraphQLSchema;
  limits: FileLimits;
  log: Logger;
}

export interface FileRequest {
  params: FileParams;
  format: TableFormat;
  viewer: FileViewer;
}

export interface TableResponse {
  /** All tables that have rows, the main table first. */
  tables: ScreenTable[];
  /** Texts in another language than the viewer's, with their language. Empty if the query is too large for them. */
  foreign: ReadonlyMap<string, string>;
  /** Editions that reproduce the response later; null if it has no figures. */
  fixed: FixedEditions | null;
}

/** Converts responses of queries to files. An error after the first byte truncates the file. */
export class FileResponses {
  private readonly slots: FileSlots;
  private readonly opener: ResponseOpener;

  constructor(private readonly parts: FileDeps) {
    this.slots = new FileSlots(parts.limits);
    this.opener = new ResponseOpener(parts.apollo, parts.schema, parts.limits);
  }

  /** Sends the response to a query in a file format. @throws AppError if the query cannot be exported */
  async answer(
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
      if (!(error instanceof RejectedQuery)) throw error;
      return await reply.code(error.status).send({ errors: error.errors });
    }
  }

  /** Returns all tables of a response for a page. @throws RejectedQuery, or AppError if there is no table */
  async screen(
    request: FastifyRequest,
    reply: FastifyReply,
    { params, viewer }: Omit<FileRequest, 'format'>,
  ): Promise<TableResponse> {
    this.slots.acquire(request, reply, 'SCREEN');
    const read = async (withLanguages: boolean): Promise<TableResponse> => {
      const reading = { isAll: true, withLanguages };
      const { source, languages, editions } = await this.opener.open(params, viewer, request, reading);
      const tables = await source.onScreen();
      return { tables, foreign: languages.texts(), fixed: editions.fixed() };
    };
    try {
      return await read(true);
    } catch (error) {
      // Languages are omitted if they make the query too large.
      if (!isTooCostly(error)) throw error;
      return read(false);
    }
  }

  private async makeFile(
    request: FastifyRequest,
    { params, format, viewer }: FileRequest,
  ): Promise<{ body: Readable | string; name: string }> {
    const isAll = !format.isOneTable;
    const { source, operation, execute, editions } = await this.opener.open(params, viewer, request, { isAll });
    const fileFacts = collectFacts(params, editions, operation, viewer);
    const facts = {
      ...fileFacts,
      scope: () => scopeMessages(source.scopes(), fileFacts.messages),
      footnotes: () => footnotes(source.isFootnoted, fileFacts.messages.chart),
      terms: (origins: readonly RowSource[]) => fetchTerms(origins, execute),
    };
    const body = await writeFile(format.name, { source, facts, params, editions });
    if (typeof body !== 'string') this.logFailure(body, request);
    return { body, name: params.about?.name ?? operation.name?.value ?? 'signpost' };
  }

  /** Logs an error after the first byte. The file then lacks its end, so that clients notice that it is incomplete. */
  private logFailure(stream: Readable, { id }: FastifyRequest): void {
    stream.on('error', (error) => this.parts.log.warn({ err: error, requestId: id }, 'file download aborted'));
  }
}
