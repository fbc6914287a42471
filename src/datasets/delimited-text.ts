import { CsvError, Parser } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import { mode } from 'd3-array';
import { datasetError } from './dataset-error.js';
import { MAX_CELL_LENGTH, MAX_COLUMNS, type RowBatch } from './table.js';

const DELIMITERS = ['\t', ';', ',', '|'] as const;
const BATCH_SIZE = 1_000;
/** Maximum length of a row, in characters. */
const MAX_ROW_LENGTH = 1 << 20;

/** Detects the delimiter: the character that occurs equally often in most of the first lines. Default: comma. */
export function detectDelimiter(text: string): string {
  // Ignores the last line, which may be truncated.
  const completeLines = /^[^]*[\r\n]/.exec(text)?.[0] ?? text;
  const lines = completeLines.split(/\r\n|\n|\r/, 40).filter((line) => line !== '');
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines
      // Delimiters in quoted cells do not count.
      .map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length - 1)
      .filter((count) => count > 0);
    const usualCount = mode(counts);
    return { delimiter, lines: counts.filter((count) => count === usualCount).length, usual: usualCount };
  });
  // On a tie, the first delimiter wins: tabs and semicolons are rare in cells of comma-separated tables.
  const bestScore = scores.reduce((a, b) => (b.lines > a.lines ? b : a));
  return bestScore.lines === 0 ? ',' : bestScore.delimiter;
}

/** Parses delimited text. Yields its rows in batches, without blank lines. @throws AppError DATASET_INVALID */
export async function* delimitedRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<RowBatch> {
  const parser = new BatchParser({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_LENGTH,
  });
  let lastCharacter = '';
  const trackPieces = async function* () {
    for await (const piece of text) {
      lastCharacter = piece.at(-1) ?? lastCharacter;
      yield piece;
    }
  };
  pipeline(Readable.from(trackPieces()), parser, () => undefined);
  let lastLine = 0;
  // Each batch is yielded after the next one is read, so that the last one can be marked.
  let pendingBatch: RowBatch | null = null;
  try {
    for await (const { rows, lines } of parser as AsyncIterable<ParsedRows>) {
      const numbers = lines.map((line, index) => {
        const row = rows[index]!;
        if (row.length > MAX_COLUMNS) {
          throw datasetError(`Line ${line} has ${row.length} columns; at most ${MAX_COLUMNS} are read.`);
        }
        // The parser reports the line where a row ends. Subtracts the line breaks in its cells.
        const lineBreaks = line - lastLine > 1 ? countLineBreaks(row) : 0;
        lastLine = line;
        return line - lineBreaks;
      });
      if (pendingBatch !== null) yield pendingBatch;
      pendingBatch = { rows, numbers };
    }
  } catch (error) {
    throw toDatasetError(error, parser.lastLine + 1);
  }
  if (pendingBatch !== null)
    yield { ...pendingBatch, isUnterminated: lastCharacter !== '\n' && lastCharacter !== '\r' };
}

/** Parsed rows, and the number of the line on which each ends. */
interface ParsedRows {
  rows: string[][];
  lines: number[];
}

/** CSV parser that emits rows in batches and skips the slow record objects of its base class. */
class BatchParser extends Parser {
  private batch: ParsedRows = { rows: [], lines: [] };
  /** Number of the line on which the latest row ends. */
  lastLine = 0;

  override push(row: string[] | null): boolean {
    if (row !== null) {
      this.batch.rows.push(row);
      this.batch.lines.push(this.info.lines);
      this.lastLine = this.info.lines;
      // Disables the parser's check for equal lengths.
      (this.info as { records: number }).records = 0;
      if (this.batch.rows.length < BATCH_SIZE) return true;
    }
    const { batch } = this;
    this.batch = { rows: [], lines: [] };
    if (batch.rows.length > 0) super.push(batch);
    return row === null ? super.push(null) : true;
  }
}

function countLineBreaks(cells: readonly string[]): number {
  let lineBreaks = 0;
  for (const cell of cells) {
    if (cell.length > MAX_CELL_LENGTH)
      throw datasetError(`A cell has ${cell.length} characters; at most ${MAX_CELL_LENGTH} are read.`);
    if (cell.includes('\n')) lineBreaks += cell.split('\n').length - 1;
  }
  return lineBreaks;
}

/** Converts an error of the CSV parser to one for users. @param startLine line on which the unreadable row starts */
function toDatasetError(error: unknown, startLine: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = Number(error['lines'] ?? 0);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return datasetError(`The quote in the row on line ${startLine} is not closed, or the file is truncated.`);
  }
  if (error.code === 'CSV_INVALID_CLOSING_QUOTE') return datasetError(`Line ${line} has text after a closing quote.`);
  if (error.code === 'INVALID_OPENING_QUOTE') return datasetError(`Line ${line} has a quote inside an unquoted cell.`);
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return datasetError(
      `The row on line ${startLine} is longer than ${MAX_ROW_LENGTH} characters; perhaps a quote is not closed.`,
    );
  }
  return datasetError(`Line ${line} cannot be read: ${error.message}`);
}
