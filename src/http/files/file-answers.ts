import { Readable } from 'node:stream';
import type { ApolloServer } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getOperationAST, parse, validate } from 'graphql';
import type { Logger } from 'pino';
import { chartOf } from '../../charts/chart.js';
import { mapOf } from '../../charts/map.js';
import { AppError } from '../../errors.js';
import { csvText, EXCEL_CSV, PLAIN_CSV } from '../../files/csv.js';
import type { FileFacts } from '../../files/file-content.js';
import { jsonStat } from '../../files/json-stat.js';
import { ndjsonText } from '../../files/ndjson.js';
import { MOST_ROWS_OF_SHEET, xlsxStream } from '../../files/xlsx.js';
import { zipStream } from '../../files/zip.js';
import type { Context } from '../../graphql/request/context.js';
import { chooseTable } from '../../tables/choose-table.js';
import { completeQuery } from '../../tables/complete-query.js';
import type { Row } from '../../tables/table.js';
import { dimensionsIn, RowReader } from '../../tables/table.js';
import type { TablePlan } from '../../tables/table-plan.js';
import { planTables } from '../../tables/table-plan.js';
import type { Answered, Ask, Data } from './answer-pages.js';
import { AnswerPages, Refused } from './answer-pages.js';
import type { FileForm } from './forms.js';

/** What one file, and all files together, may take. */
export interface FileLimits {
  /** Files under way at once. */
  atOnce: number;
  seconds: number;
  /** Rows of a file that is written as it is read, and of one that has to be whole first. */
  rows: number;
  rowsAtOnce: number;
}

export const FILE_LIMITS: FileLimits = { atOnce: 8, seconds: 120, rows: 5_000_000, rowsAtOnce: 200_000 };
const LONGEST_ADDRESS = 2000;

type Variables = Readonly<Record<string, unknown>>;

/** What a request asks for. */
interface Asked {
  query: string;
  variables: Variables;
  operationName: string | undefined;
  table: string | undefined;
  isForExcel: boolean;
  isMap: boolean;
}

/** What answers are made with. */
export interface FileParts {
  apollo: ApolloServer<Context>;
  schema: GraphQLSchema;
  limits: FileLimits;
  log: Logger;
}

/** Whose request it is: a context for each page, and the languages that its words are in. */
export interface FileViewer {
  context(): Promise<Context>;
  locale: string;
}

/** Answers queries as files. What is wrong is told before the first byte; what fails later breaks the file off. */
export class FileAnswers {
  private underWay = 0;

  constructor(private readonly parts: FileParts) {}

  /** Answers a request in a form. @throws AppError, where a query cannot be had as a file */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    form: FileForm,
    viewer: FileViewer,
  ): Promise<FastifyReply> {
    const { limits } = this.parts;
    const asked = askedOf(request);
    if (this.underWay >= limits.atOnce) {
      void reply.header('retry-after', '5');
      throw new AppError('BUSY', `The server has ${this.underWay} files under way; try again in some seconds.`);
    }
    this.underWay += 1;
    reply.raw.once('close', () => (this.underWay -= 1));
    try {
      const { body, name } = await this.fileOf(asked, form, { viewer, request });
      void reply.type(form.mediaType === 'text/csv' ? 'text/csv; charset=utf-8' : form.mediaType);
      void reply.header('content-disposition', `attachment; filename="${name}.${form.ending}"`);
      return await reply.send(body);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return await reply.code(error.status).send({ errors: error.errors });
    }
  }

  private async fileOf(
    asked: Asked,
    form: FileForm,
    { viewer, request }: { viewer: FileViewer; request: FastifyRequest },
  ): Promise<{ body: Readable | string; name: string }> {
    const ask: Ask = async (query, variables) => this.ask(query, variables, await viewer.context());
    const { document, operation } = await this.readQuery(asked, ask);
    const completed = completeQuery(this.parts.schema, document, operation);
    const plans = planTables(this.parts.schema, completed, asked.variables);
    const pages = new AnswerPages(this.parts.schema, completed.document, asked.variables, ask);
    const source = await TableSource.open(pages, plans, asked.table, {
      ...this.parts.limits,
      isAll: form.name === 'zip',
    });
    const facts = factsOf(asked, operation, request);
    const body = await this.written(form.name, { source, facts, asked, locale: viewer.locale });
    if (typeof body !== 'string') this.logFailure(body, request);
    return { body, name: operation.name?.value ?? 'signpost' };
  }

  private async written(
    form: FileForm['name'],
    { source, facts, asked, locale }: { source: TableSource; facts: FileFacts; asked: Asked; locale: string },
  ): Promise<Readable | string> {
    const { columns } = source.reader;
    const stream = { path: source.plan.path, columns, pages: source.rows() };
    switch (form) {
      case 'csv':
        return Readable.from(csvText(stream, asked.isForExcel ? EXCEL_CSV : PLAIN_CSV));
      case 'ndjson':
        return Readable.from(ndjsonText(stream));
      case 'xlsx':
        source.mostRows = Math.min(source.mostRows, MOST_ROWS_OF_SHEET - 1);
        return xlsxStream(stream, facts);
      case 'zip':
        return zipStream(stream, () => source.others(), facts);
      case 'jsonstat':
        return JSON.stringify(jsonStat(columns, await source.all(), facts));
      case 'svg': {
        const table = { columns, rows: await source.all() };
        const options = { isFile: true, locale };
        const chart = asked.isMap ? mapOf(table, options) : chartOf(table, options);
        if (chart.form === 'NONE') throw new AppError('BAD_REQUEST', chart.sentence);
        return chart.svg;
      }
    }
  }

  /** What fails after the first byte is logged; the file ends without its end, so that nobody takes it for whole. */
  private logFailure(stream: Readable, { id }: FastifyRequest): void {
    stream.on('error', (error) => this.parts.log.warn({ err: error, requestId: id }, 'a file was broken off'));
  }

  private async readQuery(
    { query, variables, operationName }: Asked,
    ask: Ask,
  ): Promise<{ document: DocumentNode; operation: OperationDefinitionNode }> {
    const document = parsed(query);
    const operation = document && getOperationAST(document, operationName);
    if (!document || !operation || validate(this.parts.schema, document).length > 0) {
      // The server says what is wrong with it, as it does for JSON.
      const { errors, status } = await ask(query, variables);
      throw new Refused(errors, status);
    }
    if (operation.operation !== 'query') {
      throw new AppError('BAD_REQUEST', 'Only the answer to a query can be had as a file.');
    }
    return { document, operation };
  }

  private async ask(query: string, variables: Variables, contextValue: Context): Promise<Answered> {
    const { apollo } = this.parts;
    const { store } = contextValue;
    const { body, http } = await store.connection.measured(contextValue.stats.database, () =>
      apollo.executeOperation({ query, variables: { ...variables } }, { contextValue }),
    );
    if (body.kind !== 'single') throw new AppError('BAD_REQUEST', 'The answer comes in parts, which no file can hold.');
    const { data = null, errors = [] } = body.singleResult;
    return { data, errors, status: http.status ?? 400 };
  }
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}

/** The rows of the table that a file is about, and of the others where it is about all. */
class TableSource {
  mostRows: number;
  private readonly started = performance.now();
  private readonly besides: { plan: TablePlan; reader: RowReader; rows: Row[] }[];

  private constructor(
    readonly plan: TablePlan,
    readonly reader: RowReader,
    private readonly pages: AsyncIterator<Data>,
    private readonly first: Data,
    others: readonly TablePlan[],
    private readonly limits: FileLimits,
  ) {
    this.mostRows = limits.rows;
    this.besides = others.map((other) => ({
      plan: other,
      reader: new RowReader(other, dimensionsIn(other, first)),
      rows: [],
    }));
  }

  /** Reads the first page, and chooses the table by it unless it is named. */
  static async open(
    answer: AnswerPages,
    plans: readonly TablePlan[],
    named: string | undefined,
    { isAll, ...limits }: FileLimits & { isAll: boolean },
  ): Promise<TableSource> {
    const pages = answer.pages();
    const { value } = await pages.next();
    const first: Data = value ?? {};
    const plan = named === undefined ? chooseTable(plans, first) : plans.find(({ path }) => path === named);
    if (!plan) {
      const there = plans.map(({ path }) => `"${path}"`).join(', ');
      const tip = there === '' ? 'ask for a list or an object' : `its tables are ${there}`;
      throw new AppError(
        'BAD_REQUEST',
        `The query has no ${named === undefined ? 'table' : `table "${named}"`}; ${tip}.`,
      );
    }
    if (!isAll) answer.keepOnly(new Set(plan.levels[0]!.lists.map(({ path }) => path[0]!)));
    const own = dimensionsIn(plan, first);
    const dimensions =
      answer.hasMore && hasBreakdowns(plan) ? [...new Set([...own, ...(await answer.dimensions())])] : own;
    const others = isAll ? plans.filter((each) => each !== plan) : [];
    return new TableSource(plan, new RowReader(plan, dimensions), pages, first, others, limits);
  }

  /** The rows page by page. */
  async *rows(): AsyncGenerator<readonly Row[]> {
    let count = 0;
    for (let page: Data | undefined = this.first; page; page = await this.next()) {
      const rows: Row[] = [];
      this.reader.read(page, (row) => rows.push(row));
      for (const beside of this.besides) this.readBeside(beside, page);
      count += rows.length;
      if (count > this.mostRows) throw new AppError('TOO_MANY', `A file has at most ${this.mostRows} rows.`);
      yield rows;
    }
  }

  /** All rows at once. @throws AppError TOO_MANY */
  async all(): Promise<Row[]> {
    this.mostRows = this.limits.rowsAtOnce;
    const all: Row[] = [];
    for await (const rows of this.rows()) for (const row of rows) all.push(row);
    return all;
  }

  /** The other tables that have rows, after those of the first were read. */
  others(): { path: string; columns: RowReader['columns']; rows: readonly Row[] }[] {
    return this.besides
      .filter(({ rows }) => rows.length > 0)
      .map(({ plan, reader, rows }) => ({ path: plan.path, columns: reader.columns, rows }));
  }

  private readBeside({ reader, rows }: { reader: RowReader; rows: Row[] }, page: Data): void {
    reader.read(page, (row) => rows.push(row));
    if (rows.length > this.limits.rowsAtOnce) {
      throw new AppError(
        'TOO_MANY',
        `A table beside the first has at most ${this.limits.rowsAtOnce} rows in an archive.`,
      );
    }
  }

  private async next(): Promise<Data | undefined> {
    if (performance.now() - this.started > this.limits.seconds * 1000) {
      throw new AppError('DEADLINE', `A file may take ${this.limits.seconds} s; ask for less of it.`);
    }
    const { done, value } = await this.pages.next();
    return done ? undefined : value;
  }
}

function hasBreakdowns({ levels }: TablePlan): boolean {
  return levels.some(({ breakdowns, beside }) => breakdowns ?? beside?.breakdowns);
}

function askedOf({ method, query: inAddress, body }: FastifyRequest): Asked {
  const address = inAddress as Record<string, unknown>;
  const sent = (method === 'GET' ? address : body) as Record<string, unknown> | null | undefined;
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent) || typeof sent['query'] !== 'string') {
    throw new AppError('BAD_REQUEST', 'A file needs a "query".');
  }
  const operationName = sent['operationName'];
  const table = address['table'];
  return {
    query: sent['query'],
    variables: variablesOf(sent['variables']),
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : undefined,
    table: typeof table === 'string' ? table : undefined,
    isForExcel: address['for'] === 'excel',
    isMap: address['chart'] === 'map',
  };
}

function variablesOf(given: unknown): Variables {
  if (given == null || given === '') return {};
  const value: unknown = typeof given === 'string' ? readJson(given) : given;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Variables;
  throw new AppError('BAD_REQUEST', 'The "variables" are no object of JSON.');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function factsOf(
  { query, variables, operationName }: Asked,
  operation: OperationDefinitionNode,
  { protocol, host }: FastifyRequest,
): FileFacts {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const address = `${protocol}://${host}/graphql?${search}`;
  return {
    title: operationName ?? operation.name?.value ?? 'Answer to a query',
    address: address.length > LONGEST_ADDRESS ? null : address,
    query,
    variables: JSON.stringify(variables, null, 2),
    retrievedAt: new Date(),
  };
}
