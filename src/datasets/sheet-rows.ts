import { datasetError } from './dataset-error.js';
import { MAX_CELL_LENGTH, MAX_COLUMNS, type RowBatch } from './table.js';
import { readXml } from './xml-stream.js';

const MAX_ROWS = 1_048_576;
const BATCH_SIZE = 1_000;

/** Text of a cell with a formula. Formulas are never evaluated, so the cell is rejected. */
const FORMULA_TEXT = '=formula';

/** Shared strings and date styles of a workbook, which its sheets refer to. */
export interface SheetContext {
  texts: readonly string[];
  /** Indexes of the cell styles that format dates. */
  dateStyles: ReadonlySet<number>;
  day(serial: number): string | null;
}

/** Parses the XML of a sheet. Yields its rows in batches; missing cells are empty. @throws AppError DATASET_INVALID */
export async function* sheetRows(
  bytes: AsyncIterable<Buffer>,
  { texts, dateStyles, day }: SheetContext,
): AsyncGenerator<RowBatch> {
  let batch: { rows: string[][]; numbers: number[] } = { rows: [], numbers: [] };
  let row: string[] = [];
  let rowNumber = 0;
  let column = -1;
  let type = 'n';
  let style = 0;
  let text = '';
  let isValue = false;
  let isFormula = false;
  const readValue = (): string => {
    if (isFormula) return FORMULA_TEXT;
    if (type === 's') {
      const sharedText = texts[Number(text)];
      if (sharedText === undefined)
        throw datasetError(`Row ${rowNumber} refers to a text that is missing in the workbook.`);
      return sharedText;
    }
    if (type === 'n' && dateStyles.has(style) && text !== '') return day(Number(text)) ?? text;
    return type === 'b' ? (text === '1' ? 'TRUE' : 'FALSE') : text;
  };
  const pieces = readXml(bytes, {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes['r'] ?? rowNumber + 1);
        if (!Number.isInteger(number) || number <= rowNumber || number > MAX_ROWS) {
          throw datasetError(`The sheet has a row "${attributes['r']}" after row ${rowNumber}.`);
        }
        rowNumber = number;
        row = [];
        column = -1;
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : readColumn(attributes['r']);
        if (column >= MAX_COLUMNS)
          throw datasetError(`Row ${rowNumber} has a cell in column ${column + 1}; at most ${MAX_COLUMNS} are read.`);
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        text = '';
        isFormula = false;
      } else if (name === 'f') isFormula = true;
      else if (name === 'v' || name === 't') isValue = true;
    },
    text(piece) {
      if (!isValue) return;
      text += piece;
      if (text.length > MAX_CELL_LENGTH)
        throw datasetError(`A cell of row ${rowNumber} has more than ${MAX_CELL_LENGTH} characters.`);
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c') {
        const value = readValue();
        if (value === '') return;
        while (row.length < column) row.push('');
        row[column] = value;
      } else if (name === 'row' && row.length > 0) {
        batch.rows.push(row);
        batch.numbers.push(rowNumber);
      }
    },
  });
  for await (const _ of pieces) {
    if (batch.rows.length < BATCH_SIZE) continue;
    yield batch;
    batch = { rows: [], numbers: [] };
  }
  yield batch;
}

function readColumn(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const digit = letter.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) break;
    column = column * 26 + digit;
    if (column > MAX_COLUMNS) break;
  }
  if (column === 0) throw datasetError(`The sheet has a cell "${reference}".`);
  return column - 1;
}
