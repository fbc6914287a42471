import { AppError } from '../../errors.js';
import { hasFootnotedName } from '../../files/footnote-column.js';
import { chooseMainTable } from '../../tables/choose-main-table.js';
import { type FigureScope, listPaths, scopesOf } from '../../tables/figure-scope.js';
import { readProperty } from '../../tables/table-cell.js';
import { breakdownLevel, dimensionsIn, RowReader, type ScreenTable, type TableRow } from '../../tables/table.js';
import type { TablePlan } from '../../tables/table-plan.js';
import type { QueryData } from '../execute-query.js';
import type { PagedQueryExecutor } from './paged-query-executor.js';
import type { DownloadLimits } from './download-limits.js';

const ROWS_PER_BATCH = 1000;

/** Reads the rows of the main table of a response, and those of the other tables if the file contains all. */
export class ResponseTableReader {
  maxRows: number;
  /** Whether any row read so far contains a name with a footnote. */
  isFootnoted = false;
  private readonly startedAt = performance.now();
  private readonly otherTables: { plan: TablePlan; reader: RowReader; rows: TableRow[] }[];

  private constructor(
    readonly plan: TablePlan,
    readonly reader: RowReader,
    private readonly pages: AsyncIterator<QueryData>,
    private readonly executor: Pick<PagedQueryExecutor, 'scopes' | 'hasMore' | 'skip'>,
    private readonly firstPage: QueryData,
    otherReaders: readonly { plan: TablePlan; reader: RowReader }[],
    private readonly limits: DownloadLimits,
  ) {
    this.maxRows = limits.rows;
    this.otherTables = otherReaders.map((otherTable) => ({ ...otherTable, rows: [] }));
  }

  /** Reads the first page, and selects the table of `tablePath`, or the main one. @throws AppError BAD_REQUEST */
  static async open(
    executor: PagedQueryExecutor,
    plans: readonly TablePlan[],
    tablePath: string | undefined,
    { isAll, ...limits }: DownloadLimits & { isAll: boolean },
  ): Promise<ResponseTableReader> {
    const pages = executor.pages();
    const { value } = await pages.next();
    const firstPage: QueryData = value ?? {};
    const plan =
      tablePath === undefined ? chooseMainTable(plans, firstPage) : plans.find(({ path }) => path === tablePath);
    if (!plan) {
      const tableNames = plans.map(({ path }) => `"${path}"`).join(', ');
      const tip = tableNames === '' ? 'select a list or an object' : `its tables are ${tableNames}`;
      throw new AppError(
        'BAD_REQUEST',
        `The query has no ${tablePath === undefined ? 'table' : `table "${tablePath}"`}; ${tip}.`,
      );
    }
    if (!isAll) executor.rootKeys = new Set(plan.levels[0]!.lists.map(({ path }) => path[0]!));
    const otherPlans = isAll ? plans.filter((tablePlan) => tablePlan !== plan) : [];
    const hasBreakdown = (tablePlan: TablePlan) => breakdownLevel(tablePlan) >= 0;
    const readsDimensions = executor.hasMore && [plan, ...otherPlans].some(hasBreakdown);
    const laterDimensions = readsDimensions ? await executor.dimensions() : [];
    const createReader = (tablePlan: TablePlan) => {
      const dimensions = hasBreakdown(tablePlan) ? laterDimensions : [];
      return new RowReader(tablePlan, [...new Set([...dimensionsIn(tablePlan, firstPage), ...dimensions])]);
    };
    const otherReaders = otherPlans.map((tablePlan) => ({ plan: tablePlan, reader: createReader(tablePlan) }));
    return new ResponseTableReader(plan, createReader(plan), pages, executor, firstPage, otherReaders, limits);
  }

  /** Yields the rows in batches, so that each chunk of text is short. @throws AppError TOO_MANY beyond `maxRows` */
  async *rows(): AsyncGenerator<readonly TableRow[]> {
    let count = 0;
    for (let page: QueryData | undefined = this.firstPage; page; page = await this.next()) {
      const rows: TableRow[] = [];
      const { skip } = this.executor;
      const hasNewRows = ({ levels }: TablePlan) => skip === 0 || levels.some(({ type }) => type.name === 'Series');
      if (hasNewRows(this.plan)) this.reader.read(page, (row) => rows.push(row));
      for (const table of this.otherTables) if (hasNewRows(table.plan)) this.readOther(table, page);
      count += rows.length;
      this.isFootnoted ||= rows.some(hasFootnotedName);
      if (count > this.maxRows) throw new AppError('TOO_MANY', `A file has at most ${this.maxRows} rows.`);
      for (let index = 0; index < rows.length; index += ROWS_PER_BATCH) yield rows.slice(index, index + ROWS_PER_BATCH);
    }
  }

  /** Whether a footnote column may be needed. True if unread pages could contain a name with a footnote. */
  mayBeFootnoted(): boolean {
    if (this.executor.hasMore) return this.reader.columns.some(({ role }) => role === 'area');
    let isFootnoted = false;
    this.reader.read(this.firstPage, (row) => (isFootnoted ||= hasFootnotedName(row)));
    return isFootnoted;
  }

  /** Returns all rows of the main table. @throws TOO_MANY there are more than the limit for rows in memory */
  async allRows(): Promise<TableRow[]> {
    this.maxRows = this.limits.rowsInMemory;
    const allRows: TableRow[] = [];
    for await (const rows of this.rows()) for (const row of rows) allRows.push(row);
    return allRows;
  }

  /** Returns all tables that have rows, the main table first. Each is truncated at the row limit of a page. */
  async screenTables(): Promise<ScreenTable[]> {
    const maxRows = this.limits.rowsPerScreenTable;
    const rows: TableRow[] = [];
    let isTruncated = false;
    for await (const page of this.rows()) {
      isTruncated = rows.length + page.length > maxRows;
      for (const row of page.slice(0, maxRows - rows.length)) rows.push(row);
      if (isTruncated) break;
    }
    const mainTable = { plan: this.plan, reader: this.reader, rows };
    return [mainTable, ...this.otherTables.filter((table) => table.rows.length > 0)].map(
      ({ plan, reader, rows: tableRows }) => ({
        path: plan.path,
        rowName: plan.levels.at(-1)!.name,
        columns: reader.columns,
        rows: tableRows.slice(0, maxRows),
        isTruncated: isTruncated || tableRows.length > maxRows,
        scopes: scopesOf(plan, this.executor.scopes),
      }),
    );
  }

  /** Returns the aliases of the lists that are empty. Ignores figures, facets and lists inside of lists. */
  emptyLists(): string[] {
    const plans = [this.plan, ...this.otherTables.map(({ plan }) => plan)];
    const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
    return plans.flatMap(({ levels, isFacet, figures }) => {
      const parents = isFacet || figures !== null ? [] : listPaths(levels.slice(0, -1));
      return levels.at(-1)!.lists.flatMap(({ alias, path }) => {
        const values = parents.map((parent) => [...parent, ...path].reduce(readProperty, this.firstPage as unknown));
        return values.some(isEmpty) ? [alias] : [];
      });
    });
  }

  /** Returns the completeness of the table's lists of figures in the pages read so far. */
  scopes(): FigureScope[] {
    return scopesOf(this.plan, this.executor.scopes);
  }

  /** Returns the other tables that have rows. Requires that all rows of the main table were read. */
  furtherTables(): { path: string; columns: RowReader['columns']; rows: readonly TableRow[] }[] {
    return this.otherTables
      .filter(({ rows }) => rows.length > 0)
      .map(({ plan, reader, rows }) => ({ path: plan.path, columns: reader.columns, rows }));
  }

  private readOther({ reader, rows }: { reader: RowReader; rows: TableRow[] }, page: QueryData): void {
    reader.read(page, (row) => rows.push(row));
    this.isFootnoted ||= rows.some(hasFootnotedName);
    if (rows.length > this.limits.rowsInMemory) {
      throw new AppError(
        'TOO_MANY',
        `In an archive, each table after the first has at most ${this.limits.rowsInMemory} rows.`,
      );
    }
  }

  private async next(): Promise<QueryData | undefined> {
    if (performance.now() - this.startedAt > this.limits.timeoutSeconds * 1000) {
      throw new AppError('DEADLINE', `A file must be complete within ${this.limits.timeoutSeconds} s; request less.`);
    }
    const { done, value } = await this.pages.next();
    return done ? undefined : value;
  }
}
