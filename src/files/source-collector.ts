import { answerCitation } from '../saved-queries/answer-citation.js';
import { type CitationStyle, formatCitation } from '../series/citation.js';
import { splitCell, type TableCell } from '../tables/table-cell.js';
import type { Column, ColumnRole } from '../tables/column.js';
import type { TableRow } from '../tables/table.js';
import type { FileMetadata, CitedSource, RowStream } from './file-metadata.js';
import { formatDay } from '../model/iso-date.js';

const SOURCE_ROLES: readonly ColumnRole[] = [
  'source',
  'source_publisher',
  'source_url',
  'vintage_date',
  'indicator',
  'population',
  'population_vintage_date',
  'vintage_date_of',
  'population_vintage_date_of',
];
const EDITION_ROLE = 'vintage_date';
const SINGLE_VALUE_ROLES: readonly (ColumnRole | null)[] = ['indicator', 'population'];
const FIGURE_ROLES: readonly ColumnRole[] = ['value', 'period'];
const NAMING_ROLES: readonly (ColumnRole | null)[] = ['area', 'dimension', 'unit', ...FIGURE_ROLES];
const MAX_SOURCE_ROWS = 2000;

/** Collects the sources, vintages and indicators of rows. */
export class SourceCollector {
  private readonly sourceRows = new Map<string, TableRow>();
  private coversFigures = false;
  /** Tables of figures: naming columns, the cells that all rows share (null if they differ), and number of rows. */
  private readonly figureTables: { columns: readonly Column[]; shared: TableCell[]; count: number }[] = [];

  /** Yields the pages of a table unchanged, and collects the sources, vintages and indicators of their rows. */
  async *collectFrom({ columns, pages }: RowStream): AsyncGenerator<readonly TableRow[]> {
    const collect = this.rowCollector(columns);
    for await (const rows of pages) {
      for (const row of rows) collect(row);
      yield rows;
    }
  }

  add(columns: readonly Column[], rows: readonly TableRow[]): void {
    const collect = this.rowCollector(columns);
    for (const row of rows) collect(row);
  }

  /** Returns the distinct sources, sorted by title. */
  sources(): CitedSource[] {
    const rowSources = new Map<string, CitedSource>();
    for (const [source, publisher, url] of this.sourceRows.values()) {
      const titles = splitCell(source);
      const [publishers, urls] = [splitCell(publisher), splitCell(url)];
      // If some of several sources lack a URL, it is unknown which source has which URL, so none is used.
      const partAt = (parts: readonly string[], index: number) =>
        parts.length === titles.length ? (parts[index] ?? null) : null;
      for (const [index, title] of titles.entries()) {
        const rowSource = { title, publisher: partAt(publishers, index), url: partAt(urls, index) };
        rowSources.set(JSON.stringify(rowSource), rowSource);
      }
    }
    return [...rowSources.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
  }

  /** Returns the edition dates, oldest first. */
  editionDates(): string[] {
    return [...new Set([...this.sourceRows.values()].flatMap(([, , , date]) => splitCell(date)))].sort();
  }

  /** Returns the citation. A single table of figures has the same name as on its page; a single figure is quoted. */
  citation({ title, address, retrievedAt, totals }: FileMetadata, style: CitationStyle): string {
    const roles = this.coversFigures ? SOURCE_ROLES : SOURCE_ROLES.map((role) => (role === EDITION_ROLE ? null : role));
    const [figures, ...others] = this.figureTables;
    const { columns: nameColumns = [], shared = [], count = 0 } = others.length === 0 ? { ...figures } : {};
    const found = [...this.sourceRows.values()].slice(0, count === 1 ? 1 : undefined);
    const table = {
      columns: [...roles.map(makeColumn), ...nameColumns],
      rows: found.map((row) => [...row, ...shared]),
    };
    const retrievedOn = formatDay(retrievedAt);
    return formatCitation(answerCitation({ table, title, permalink: address(), retrievedOn, totals }), style);
  }

  private rowCollector(columns: readonly Column[]): (row: TableRow) => void {
    const columnIndex = (role: ColumnRole) => columns.findIndex((column) => column.role === role);
    const columnIndexes = SOURCE_ROLES.map(columnIndex);
    const hasFigures = FIGURE_ROLES.every((role) => columnIndex(role) >= 0);
    if (hasFigures || columnIndex(EDITION_ROLE) >= 0) this.coversFigures = true;
    const namingColumns = columns.flatMap((column, place) =>
      hasFigures && NAMING_ROLES.includes(column.role)
        ? [{ column, place, isFigure: FIGURE_ROLES.includes(column.role!) }]
        : [],
    );
    const figures = { columns: namingColumns.map(({ column }) => column), shared: [] as TableCell[], count: 0 };
    if (hasFigures) this.figureTables.push(figures);
    if (columnIndexes.every((place) => place < 0)) return () => {};
    let previousRow: TableRow = [];
    return (row) => {
      figures.count += 1;
      for (const [index, { place, isFigure }] of namingColumns.entries()) {
        if (figures.count === 1) figures.shared[index] = row[place]!;
        else if (isFigure || figures.shared[index] !== row[place]) figures.shared[index] = null;
      }
      // Consecutive rows usually have the same sources, which are already collected.
      if (previousRow.length > 0 && columnIndexes.every((place, index) => (row[place] ?? null) === previousRow[index]))
        return;
      previousRow = columnIndexes.map((place) => row[place] ?? null);
      if (this.sourceRows.size < MAX_SOURCE_ROWS) this.sourceRows.set(JSON.stringify(previousRow), previousRow);
    };
  }
}

function makeColumn(role: ColumnRole | null): Column {
  const type = SINGLE_VALUE_ROLES.includes(role) ? 'String' : null;
  return { name: role ?? '', role, isAdded: false, isName: false, type: 'TEXT', contractType: type, description: null };
}
