import { refusal } from './dataset-error.js';
import { isJsonStat, jsonStatTables } from './json-stat.js';
import type { RowBatch, Table } from './table.js';
import { MAX_COLUMNS } from './table.js';

/** Maximum characters, since JSON is parsed at once. */
const MAX_JSON = 32 * 1024 ** 2;

/** Reads JSON-stat, or lists of objects as rows. @throws AppError DATASET_INVALID */
export async function jsonTables(text: AsyncIterable<string>): Promise<Table[]> {
  const pieces: string[] = [];
  let size = 0;
  for await (const piece of text) {
    size += piece.length;
    if (size > MAX_JSON) throw refusal(`The JSON text has more than ${MAX_JSON} characters.`);
    pieces.push(piece);
  }
  const value = parse(pieces.join(''));
  if (isJsonStat(value)) return jsonStatTables(value);
  return recordTables(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Deep nesting overflows the stack of the parser.
    if (error instanceof RangeError) throw refusal('The JSON text is nested too deeply.');
    const { message } = error as Error;
    const position = Number(/at position (\d+)/.exec(message)?.[1] ?? 0);
    if (/end of JSON input/.test(message) || position >= text.trimEnd().length) {
      throw refusal('The JSON text ends early: the download was cut off. Download it again.');
    }
    const line = position > 0 ? ` on line ${text.slice(0, position).split('\n').length}` : '';
    throw refusal(`The JSON text is broken${line}: ${message}.`);
  }
}

function recordTables(value: unknown): Table[] {
  const lists: [string | null, unknown][] = Array.isArray(value)
    ? [[null, value]]
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  const tables = lists.flatMap(([name, list]) => (isList(list) ? [{ name, rows: list }] : []));
  if (tables.length === 0) throw refusal('The JSON text holds neither JSON-stat nor a list of objects.');
  return tables.map(({ name, rows }) => ({ name, form: 'RECORDS', text: null, read: () => recordRows(rows) }));
}

type JsonObject = Readonly<Record<string, unknown>>;

function isList(value: unknown): value is JsonObject[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each))
  );
}

async function* recordRows(records: readonly JsonObject[]): AsyncGenerator<RowBatch> {
  const columns = new Map<string, number>();
  for (const record of records) {
    for (const name of Object.keys(record)) if (!columns.has(name)) columns.set(name, columns.size);
    if (columns.size > MAX_COLUMNS) throw refusal(`The objects have more than ${MAX_COLUMNS} different names.`);
  }
  yield { rows: [[...columns.keys()]], numbers: [0] };
  for (let at = 0; at < records.length; at += 1_000) {
    const some = records.slice(at, at + 1_000);
    const rows = some.map((record) => {
      const row = new Array<string>(columns.size).fill('');
      for (const [name, value] of Object.entries(record)) row[columns.get(name)!] = cellText(value);
      return row;
    });
    yield { rows, numbers: some.map((_, index) => at + index + 1) };
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
