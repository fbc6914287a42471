import { Readable } from 'node:stream';
import type { ApolloServer } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { drawChart } from '../../charts/chart.js';
import { drawMap } from '../../charts/map.js';
import { AppError } from '../../errors.js';
import { csvText, EXCEL_CSV, PLAIN_CSV } from '../../files/csv.js';
import type { FileFacts, Origin } from '../../files/file-facts.js';
import { jsonStat } from '../../files/json-stat.js';
import { ndjsonText } from '../../files/ndjson.js';
import { withFootnoteColumn } from '../../files/footnote-column.js';
import { withScopeColumn } from '../../files/scope-column.js';
import type { TableFormat } from '../../files/formats.js';
import { FORMATS } from '../../files/formats.js';
import { MOST_ROWS_OF_SHEET, xlsxStream } from '../../files/xlsx.js';
import { zipStream } from '../../files/zip.js';
import type { Context } from '../../graphql/request/context.js';
import { PageEditions } from '../../graphql/request/page-editions.js';
import type { FixedEditions } from '../../model/editions.js';
import { scopeSentences } from '../../words/scope-sentences.js';
import { footnotes } from '../../words/footnotes.js';
import { needsNote } from '../../tables/figure-scope.js';
import { AnswerLanguages } from '../../tables/answer-languages.js';
import type { ScreenTable } from '../../tables/table.js';
import type { Ask, Data } from '../ask-query.js';
import { askQuery } from '../ask-query.js';
import { AnswerPages } from './answer-pages.js';
import { isTooMuch, Refused } from '../refused.js';
import { hasLeft } from '../when-over.js';
import type { Asked } from './asked.js';
import { collectFacts } from './asked.js';
import { BESIDE, variablesBeside } from './beside-query.js';
import type { FileLimits } from './limits.js';
import { wordsIn } from '../../words/words-in.js';
import { Places } from './places.js';
import { PreparedQueries } from './prepared-query.js';
import { fetchTerms } from './terms.js';
import { TableSource } from './table-source.js';

/** What answers are made with. */
export interface FileParts {
  apollo: ApolloServer<Context>;
  schema: GraphQLSchema;
  limits: FileLimits;
  log: Logger;
}

/** Whose request it is: a context for each page, and the language that its words are in. */
export interface FileViewer {
  context(editions: PageEditions): Promise<Context>;
  /** As `Context.origin`. */
  origin: string;
  locale: string;
}

/** What a file is written from. */
interface Writing {
  source: TableSource;
  facts: FileFacts;
  asked: Asked;
  editions: PageEditions;
  locale: string;
}

/** Who asks, and by which request. */
interface Asking {
  viewer: FileViewer;
  request: FastifyRequest;
}

/** What is asked for, in which format, and by whom. */
export interface FileRequest {
  asked: Asked;
  format: TableFormat;
  viewer: FileViewer;
}

/** What is asked for to be shown on a screen. */
export interface ScreenRequest extends Omit<FileRequest, 'format'> {
  beside?: AskedBeside | null;
  withLanguages?: boolean;
}

/** A query of one field that is asked in the same request as another, with its variables. */
export interface AskedBeside {
  query: string;
  variables: Data;
}

/** An answer as a screen has it. */
export interface ScreenAnswer {
  /** All tables that have rows, the one that answers best first. */
  tables: ScreenTable[];
  /** What was asked beside; undefined where nothing was, or where the answer was too much for both. */
  beside: unknown;
  /** The texts that came in another language than that of the viewer, with that language, as far as it was asked. */
  foreign: ReadonlyMap<string, string>;
  /** By what the same answer is had for good; null where it is made of no figures. */
  fixed: FixedEditions | null;
}

/** Answers queries as files. What is wrong is told before the first byte; what fails later breaks the file off. */
export class FileAnswers {
  private readonly places: Places;
  private readonly prepared: PreparedQueries;

  constructor(private readonly parts: FileParts) {
    this.places = new Places(parts.limits);
    this.prepared = new PreparedQueries(parts.schema);
  }

  /** Answers what is asked in a format. @throws AppError, where a query cannot be had as a file */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { asked, format, viewer }: FileRequest,
  ): Promise<FastifyReply> {
    this.places.enter(request, reply, format.extension === null ? 'SCREEN' : 'FILE');
    try {
      const { body, name } = await this.makeFile(asked, format, { viewer, request });
      void reply.type(format === FORMATS.csv ? `${format.mediaType}; charset=utf-8` : format.mediaType);
      if (format.extension !== null) {
        void reply.header('content-disposition', `attachment; filename="${name}.${format.extension}"`);
      }
      return await reply.send(body);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return await reply.code(error.status).send({ errors: error.errors });
    }
  }

  /**
   * All tables of an answer for a screen.
   *
   * @param beside what is asked in the same request, that of the first page
   * @param withLanguages whether it is asked in which language each text comes, as far as one request can tell
   * @throws Refused; AppError, where there is no table
   */
  async screen(
    request: FastifyRequest,
    reply: FastifyReply,
    { asked, viewer, beside = null, withLanguages = false }: ScreenRequest,
  ): Promise<ScreenAnswer> {
    this.places.enter(request, reply, 'SCREEN');
    const read = async (withThem: boolean): Promise<ScreenAnswer> => {
      const { source, languages, editions } = await this.open(
        asked,
        { viewer, request },
        {
          isAll: true,
          beside,
          withLanguages: withThem,
        },
      );
      const tables = await source.onScreen();
      return { tables, beside: source.first[BESIDE], foreign: languages.texts(), fixed: editions.fixed() };
    };
    try {
      return await read(withLanguages);
    } catch (error) {
      // What can be answered is answered, though it cannot be told in which language.
      if (!withLanguages || !isTooMuch(error)) throw error;
      return read(false);
    }
  }

  private async makeFile(
    asked: Asked,
    format: TableFormat,
    { viewer, request }: Asking,
  ): Promise<{ body: Readable | string; name: string }> {
    const how = { isAll: !format.isOneTable, beside: null, withLanguages: false };
    const { source, operation, ask, editions } = await this.open(asked, { viewer, request }, how);
    const told = collectFacts(asked, editions, operation, viewer);
    const facts = {
      ...told,
      scope: () => scopeSentences(source.scopes(), told.words),
      footnotes: () => footnotes(source.isFootnoted, told.words.chart),
      terms: (origins: readonly Origin[]) => fetchTerms(origins, ask),
    };
    const body = await this.written(format.name, { source, facts, asked, editions, locale: viewer.locale });
    if (typeof body !== 'string') this.logFailure(body, request);
    return { body, name: asked.about?.name ?? operation.name?.value ?? 'signpost' };
  }

  private async open(
    asked: Asked,
    { viewer, request }: Asking,
    { isAll, beside, withLanguages }: { isAll: boolean; beside: AskedBeside | null; withLanguages: boolean },
  ) {
    const { apollo, schema, limits } = this.parts;
    const { editions = new PageEditions(null, null) } = asked;
    const ask: Ask = async (query, variables) => {
      if (hasLeft(request)) throw new AppError('DEADLINE', 'Nothing more is read; nobody waits for it.');
      return askQuery(apollo, { query, variables }, await viewer.context(editions));
    };
    const prepared = this.prepared.of({ ...asked, beside: beside?.query ?? null, withLanguages });
    if (!prepared) {
      // The server says what is wrong with it, as it does for JSON.
      const { errors, status } = await ask(asked.query, asked.variables);
      throw new Refused(errors, status);
    }
    const { operation, plans } = prepared;
    if (operation.operation !== 'query') {
      throw new AppError('BAD_REQUEST', 'Only the answer to a query can be had as a file.');
    }
    const variables = beside ? { ...asked.variables, ...variablesBeside(beside.variables) } : asked.variables;
    const languages = new AnswerLanguages(prepared.selection, viewer.locale);
    const pages = new AnswerPages(schema, prepared, variables, ask, (page) => languages.note(page));
    const source = await TableSource.open(pages, plans, asked.table, { ...limits, isAll });
    return { source, operation, ask, languages, editions };
  }

  private async written(
    format: TableFormat['name'],
    { source, facts, asked, editions, locale }: Writing,
  ): Promise<Readable | string> {
    const { columns } = source.reader;
    const stream = { path: source.plan.path, columns, pages: source.rows() };
    // A file of all that was requested needs no column that says so.
    const lacking = () => scopeSentences(source.scopes().filter(needsNote), facts.words);
    const noted = () =>
      withScopeColumn(source.mayBeFootnoted() ? withFootnoteColumn(stream, facts.words) : stream, lacking);
    switch (format) {
      case 'csv':
        return Readable.from(csvText(noted(), asked.isForExcel ? EXCEL_CSV : PLAIN_CSV));
      case 'ndjson':
        return Readable.from(ndjsonText(noted()));
      case 'xlsx':
        source.mostRows = Math.min(source.mostRows, MOST_ROWS_OF_SHEET - 1);
        return xlsxStream(stream, facts);
      case 'zip':
        return zipStream(stream, () => source.others(), facts);
      case 'tables':
        return JSON.stringify({ tables: await source.onScreen(), fixed: editions.fixed() });
      case 'jsonstat':
        return JSON.stringify(jsonStat(columns, await source.all(), facts));
      case 'svg': {
        const table = { columns, rows: await source.all(), scopes: source.scopes() };
        const standing = asked.isForPage ? ('PICTURE' as const) : ('FILE' as const);
        const options = {
          standing,
          words: wordsIn([locale]),
          ...(asked.width !== undefined && { width: asked.width }),
        };
        const chart = asked.isMap ? drawMap(table, options) : drawChart(table, options);
        if (chart.form === 'NONE') throw new AppError('BAD_REQUEST', chart.sentence);
        return chart.svg;
      }
    }
  }

  /** What fails after the first byte is logged; the file ends without its end, so that nobody takes it for whole. */
  private logFailure(stream: Readable, { id }: FastifyRequest): void {
    stream.on('error', (error) => this.parts.log.warn({ err: error, requestId: id }, 'a file was broken off'));
  }
}
