import { CsvError, parse } from 'csv-parse/sync';
import { suggestField } from '../records/suggest-field.js';
import headingSynonyms from './heading-synonyms.json' with { type: 'json' };
import type { ProblemCode } from '../records/problem-codes.js';
import type { Report } from '../records/problem.js';
import { quoteText } from '../records/message-text.js';

/** Maximum number of row problems. Parsing stops when it is reached. */
const MAX_ROW_PROBLEMS = 1_000;
/** Maximum number of lines above the headings, to find headings that are not in the first line. */
const MAX_LINES_ABOVE = 20;

/** A row of a CSV file. */
export interface CsvRow {
  /** Returns the trimmed cell; undefined if the file does not have the column. */
  cell(column: string): string | undefined;
  report(code: ProblemCode, column: string, message: string, tip?: string | null): void;
}

/** Required and optional columns of a CSV file. */
export interface CsvColumns {
  required: readonly string[];
  optional: readonly string[];
}

/** Reads CSV (RFC 4180, with commas) row by row. The first line contains the column names, in any order. */
export function readCsv(text: string, columns: CsvColumns, report: Report, onRow: (row: CsvRow) => void): void {
  new CsvReader(text, columns, report, onRow).run();
}

class CsvReader {
  private header: readonly string[] | null = null;
  private lines: readonly string[] | null = null;
  private lastLine = 0;
  private isUnreadable = false;

  constructor(
    private readonly text: string,
    private readonly columns: CsvColumns,
    private readonly report: Report,
    private readonly onRow: (row: CsvRow) => void,
  ) {}

  run(): void {
    try {
      this.read();
    } catch (error) {
      this.reportSyntax(error as CsvError);
    }
    if (this.header === null && this.report.count === 0) {
      this.report.add('CSV_COLUMN_MISSING', [], 'is empty', `begin with ${this.columns.required.join(',')}`);
    }
  }

  private read(): void {
    parse(this.text, {
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1 << 20,
      on_record: (cells: string[], { lines }) => {
        const lineBreaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
        this.readRow(cells, lines - lineBreaks);
        return null;
      },
    });
  }

  private readRow(cells: readonly string[], line: number): void {
    this.lastLine = line;
    if (this.header === null) {
      this.header = cells.map((cell) => cell.trim());
      this.isUnreadable = this.reportSeparator(this.header, line) || this.reportMissingHeading(this.header, line);
      if (!this.isUnreadable) this.checkHeader(this.header, line);
      return;
    }
    if (this.isUnreadable || this.report.count > MAX_ROW_PROBLEMS) return;
    const header = this.header;
    if (cells.every((cell, index) => index === 0 || cell.trim() === '')) {
      this.reportSingleCell(cells[0]!.trim(), header.length, line);
      return;
    }
    if (cells[0]!.trim() === header[0] && cells.every((cell, index) => cell.trim() === header[index])) {
      const position = { line, column: 1 };
      this.report.add('CSV_CELLS', [], 'this line repeats the headings', 'remove it', { at: position });
      return;
    }
    if (cells.length !== header.length) {
      this.reportCellCount(cells.length, header.length, line);
      return;
    }
    const columnIndex = (column: string) => header.indexOf(column);
    this.onRow({
      cell: (column) => cells[columnIndex(column)]?.trim(),
      report: (code, column, message, tip = null) => {
        const at = { line, column: this.findColumn(line, columnIndex(column)) };
        this.report.add(code, [column], message, tip, { at });
      },
    });
    if (this.report.count > MAX_ROW_PROBLEMS) {
      this.report.add('CSV_SYNTAX', [], 'the rest of the file was not read', 'correct these first', {
        at: { line, column: 1 },
      });
    }
  }

  /** Reports a separator other than the comma, once. Returns whether there is one. */
  private reportSeparator([first, ...otherCells]: readonly string[], line: number): boolean {
    const [separator] = /[;\t|]/.exec(first ?? '') ?? [];
    if (separator === undefined || otherCells.length > 0) return false;
    const name = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' }[separator]!;
    const at = { line, column: first!.indexOf(separator) + 1 };
    const tip = 'save it with commas; in Excel the file type is "CSV UTF-8 (comma delimited)"';
    this.report.add('CSV_SYNTAX', [], `${name} separate the cells`, tip, { at });
    return true;
  }

  /** Reports a first line without headings, and the line that has them. Returns whether headings are missing. */
  private reportMissingHeading(header: readonly string[], line: number): boolean {
    if (this.countKnown(header) > 1) return false;
    const headingLine = Array.from({ length: MAX_LINES_ABOVE }, (_, offset) => line + offset + 1).find((row) => {
      return this.countKnown(this.lineText(row).split(',')) > 1;
    });
    const tip = headingLine
      ? `remove the lines above line ${headingLine}`
      : `begin with ${this.columns.required.join(',')}`;
    this.report.add('CSV_COLUMN_MISSING', [], 'this line has no headings', tip, { at: { line, column: 1 } });
    return true;
  }

  /** Returns the number of cells in a line that are a column heading or resemble one. */
  private countKnown(cells: readonly string[]): number {
    const all = this.allColumns();
    return cells.filter((cell) => all.includes(cell.trim()) || suggestHeading(cell.trim(), all) !== null).length;
  }

  private allColumns(): string[] {
    return [...this.columns.required, ...this.columns.optional];
  }

  /** Reports a problem for each heading to rename, and one for all missing headings. */
  private checkHeader(header: readonly string[], line: number): void {
    const { required: requiredColumns } = this.columns;
    const allColumns = this.allColumns();
    const free = new Set(allColumns.filter((heading) => !header.includes(heading)));
    const unknownNames = header.filter((name) => !allColumns.includes(name) && suggestHeading(name, free) === null);
    header.forEach((name, index) => {
      const options = { at: { line, column: this.findColumn(line, index) } };
      if (allColumns.includes(name)) {
        if (header.indexOf(name) === index) return;
        this.report.add('CSV_COLUMN_UNKNOWN', [], `the column ${quoteText(name)} appears twice`, 'keep one', options);
        return;
      }
      const missingColumns = requiredColumns.filter((column) => free.has(column));
      const isOnlyCandidate = name !== '' && unknownNames.length === 1 && missingColumns.length === 1;
      const suggestedName = suggestHeading(name, free) ?? (isOnlyCandidate ? missingColumns[0]! : null);
      if (suggestedName !== null) free.delete(suggestedName);
      const tip = suggestedName === null ? `the columns are ${allColumns.join(',')}` : `rename it to ${suggestedName}`;
      const message = name === '' ? 'a column without a heading' : `unknown column ${quoteText(name)}`;
      this.report.add('CSV_COLUMN_UNKNOWN', [], message, tip, options);
    });
    const missingColumns = requiredColumns.filter((column) => free.has(column));
    if (missingColumns.length === 0) return;
    const tip = `the columns are ${requiredColumns.join(',')}`;
    this.report.add('CSV_COLUMN_MISSING', [], `no column ${missingColumns.map(quoteText).join(', ')}`, tip, {
      at: { line, column: 1 },
    });
  }

  /** Reports a line with a single filled cell, such as a remark below the figures. */
  private reportSingleCell(cell: string, columns: number, line: number): void {
    if (cell === '') return;
    const isSplit = cell.split(';').length === columns;
    const tip = isSplit ? 'separate its cells with commas' : 'remove the line, or fill in its other cells';
    this.report.add('CSV_CELLS', [], `${quoteText(cell)} is the only filled cell in this row`, tip, {
      at: { line, column: 1 },
    });
  }

  private reportCellCount(cells: number, columns: number, line: number): void {
    const [place, advice] =
      cells > columns
        ? [columns, 'put a text with commas in quotes, and write 1.5 for 1,5']
        : [cells - 1, 'write the commas of empty cells, too'];
    const tip = `there are ${columns} columns; ${advice}`;
    this.report.add('CSV_CELLS', [], `${cells} cells`, tip, { at: { line, column: this.findColumn(line, place) } });
  }

  private reportSyntax(error: unknown): void {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    // An unclosed quote consumes the rest of the file, so the error is at the start of its row.
    const line = isOpen ? this.lastLine + 1 : Number(error['lines'] ?? this.lastLine + 1);
    const row = this.lineText(line);
    const cell = isOpen ? row.search(/(?:^|,)"/) : this.findColumn(line, Number(error['column'] ?? 0)) - 1;
    const at = { line, column: Math.max(row.indexOf('"', cell), 0) + 1 };
    const message = isOpen ? 'a quote is opened and never closed' : 'a quote is in the middle of a cell';
    this.report.add('CSV_SYNTAX', [], message, 'put the cell in quotes, and write "" for a quote inside it', { at });
  }

  private lineText(line: number): string {
    this.lines ??= this.text.split(/\r\n?|\n/);
    return this.lines[line - 1] ?? '';
  }

  /** Returns the 1-based position in a line at which the cell with this index starts. */
  private findColumn(line: number, cellIndex: number): number {
    const row = this.lineText(line);
    let isQuoted = false;
    let cell = 0;
    for (let position = 0; position < row.length && cell <= cellIndex; position += 1) {
      if (cell === cellIndex) return position + 1;
      if (row[position] === '"') isQuoted = !isQuoted;
      else if (row[position] === ',' && !isQuoted) cell += 1;
    }
    return row.length + 1;
  }
}

const SYNONYMS: ReadonlyMap<string, string> = new Map(Object.entries(headingSynonyms));

/** Returns the column that an unknown heading probably means, such as `area` for "Country"; null if it is uncertain. */
function suggestHeading(headingText: string, columns: Iterable<string>): string | null {
  const names = [...columns];
  const synonym = SYNONYMS.get(headingText.trim().toLowerCase());
  return synonym !== undefined && names.includes(synonym) ? synonym : suggestField(headingText, names);
}
