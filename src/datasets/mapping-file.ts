import { parseDocument } from 'yaml';
import { nearest } from '../model/nearest.js';
import { refusal } from './dataset-error.js';
import { Header, heading } from './header.js';
import type { CellGrammar, Layout, TableSample, ValueColumn } from './layout.js';
import { dimension, PLAIN, valueColumn } from './layout.js';
import type { NumberGrammar } from './number-text.js';
import { periodColumns } from './numeric-columns.js';

/** A mapping file as it is written: which column of a table is what, by its heading. */
export interface Mapping {
  publisher: string | null;
  sheet: string | null;
  /** The number of the row with the headings, counted from 1; the first that has all of them unless given. */
  header: number | null;
  area: readonly string[];
  /** Headings that make up the period together; empty where headings are periods themselves, or it is fixed. */
  period: readonly string[];
  fixedPeriod: string | null;
  /** Headings of the columns with figures; empty where headings are periods. */
  value: readonly string[];
  /** The heading of each dimension, by the name of the dimension. */
  dimensions: Readonly<Record<string, string>>;
  /** Dimensions whose codes make up a whole that may be added. */
  add: readonly string[];
  /** Whether figures of the same area, period and codes are added. */
  addRepeated: boolean;
  /** What an empty cell means in a column with the codes of a dimension; null for nothing that is known. */
  empty: string | null;
  flags: string | null;
  note: string | null;
  numbers: NumberGrammar;
  missing: readonly string[];
  suppressed: readonly string[];
}

const KEYS = [
  'publisher',
  'sheet',
  'header',
  'area',
  'period',
  'value',
  'dimensions',
  'add',
  'addRepeated',
  'empty',
  'flags',
  'note',
  'numbers',
  'missing',
  'suppressed',
];
const MAX_TEXT = 64 * 1024;

/** Reads a mapping file. @throws AppError DATASET_INVALID */
export function readMapping(text: string): Mapping {
  if (text.length > MAX_TEXT) throw refusal(`The mapping file has more than ${MAX_TEXT} characters.`);
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true });
  const [error] = document.errors;
  if (error) throw refusal(`The mapping file cannot be read: ${error.message.split('\n')[0]}`);
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw refusal('The mapping file has an alias; write the value out.');
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw refusal('The mapping file has no fields.');
  const fields = raw as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    if (KEYS.includes(key)) continue;
    const near = nearest(key, KEYS);
    throw refusal(
      `The mapping file has a field "${key}"; ${near ? `did you mean ${near}?` : `there are ${KEYS.join(', ')}.`}`,
    );
  }
  const { period, numbers } = fields;
  const fixed = isObject(period) ? period['fixed'] : undefined;
  const mapping: Mapping = {
    publisher: textOf(fields, 'publisher'),
    sheet: textOf(fields, 'sheet'),
    header: typeof fields['header'] === 'number' ? fields['header'] : null,
    area: textsOf(fields, 'area'),
    period: fixed === undefined && period !== 'columns' ? textsOf(fields, 'period') : [],
    fixedPeriod: fixed === undefined ? null : String(fixed as string | number),
    value: fields['value'] === 'columns' ? [] : textsOf(fields, 'value'),
    dimensions: dimensionsOf(fields['dimensions']),
    add: textsOf(fields, 'add'),
    addRepeated: fields['addRepeated'] === true,
    empty: textOf(fields, 'empty'),
    flags: textOf(fields, 'flags'),
    note: textOf(fields, 'note'),
    numbers: {
      decimal: isObject(numbers) && numbers['decimal'] === ',' ? ',' : '.',
      thousands: isObject(numbers) && typeof numbers['thousands'] === 'string' ? numbers['thousands'] : '',
      isStated: isObject(numbers),
    },
    missing: textsOf(fields, 'missing'),
    suppressed: textsOf(fields, 'suppressed'),
  };
  if (mapping.area.length === 0) throw refusal('The mapping file does not say which column is the area.');
  const { decimal, thousands } = mapping.numbers;
  if (!/^[,.' ]?$/.test(thousands) || thousands === decimal) {
    throw refusal(`"${thousands}" cannot stand between thousands where "${decimal}" marks decimals.`);
  }
  return mapping;
}

/** The layout of a table according to a mapping. @throws AppError DATASET_INVALID when it lacks a column */
export function mappedLayout(mapping: Mapping, { rows }: TableSample): Layout {
  const header = headerOf(mapping, rows);
  const column = (name: string) => columnIn(header, name);
  const periods = mapping.period.map(column);
  const wide = periods.length === 0 && (mapping.fixedPeriod === null || mapping.value.length === 0);
  const flags = mapping.flags === null ? null : column(mapping.flags);
  const withMeasure = mapping.value.length > 1;
  const values: ValueColumn[] = wide
    ? periodColumns(header)
    : mapping.value.map((name) => ({ ...valueColumn(column(name), withMeasure ? { measure: name } : {}), flags }));
  if (values.length === 0) {
    throw refusal(
      wide ? 'No heading of the table is a period.' : 'The mapping file does not say which column is the value.',
    );
  }
  const grammar: CellGrammar = {
    ...PLAIN,
    numbers: mapping.numbers,
    missing: [...PLAIN.missing, ...mapping.missing],
    suppressed: {
      ...PLAIN.suppressed,
      ...Object.fromEntries(mapping.suppressed.map((mark) => [mark, { note: `"${mark}": withheld by the publisher` }])),
    },
    flagLetters: flags === null ? null : 'SDMX',
  };
  return {
    name: 'a table with a mapping file',
    publisher: mapping.publisher,
    firstRow: header.row + 1,
    areas: mapping.area.map((name) => ({ column: column(name) })),
    areasMode: 'FIRST',
    periods,
    ...(mapping.fixedPeriod !== null && { fixedPeriod: mapping.fixedPeriod }),
    dimensions: [
      ...Object.entries(mapping.dimensions).map(([name, title]) => ({
        ...dimension(name, column(title), title),
        isPartition: mapping.add.includes(name),
      })),
      ...(withMeasure ? [{ name: 'measure', column: null, label: null, title: null }] : []),
    ],
    values,
    grammar,
    ...(mapping.note !== null && { note: column(mapping.note) }),
    addsRepeated: mapping.addRepeated,
    ...(mapping.empty !== null && { emptyCode: mapping.empty }),
  };
}

function headerOf(mapping: Mapping, rows: TableSample['rows']): Header {
  if (mapping.header !== null) return new Header(mapping.header - 1, rows[mapping.header - 1] ?? []);
  const wanted = [...mapping.area, ...mapping.period, ...mapping.value, ...Object.values(mapping.dimensions)];
  const headers = rows.slice(0, 40).map((names, at) => new Header(at, names));
  const missing = (header: Header) => wanted.filter((name) => header.find(heading(name)) === undefined).length;
  return headers.reduce((best, each) => (missing(each) < missing(best) ? each : best), headers[0] ?? new Header(0, []));
}

function columnIn(header: Header, name: string): number {
  const exact = header.names.findIndex((each) => each.trim() === name);
  const found = exact >= 0 ? exact : header.find(heading(name));
  if (found !== undefined) return found;
  const names = header.names.filter((each) => each.trim() !== '');
  const near = nearest(name, names);
  throw refusal(
    `The table has no column "${name}"; ${near ? `did you mean "${near}"?` : `it has ${names.slice(0, 20).join(', ')}.`}`,
  );
}

function dimensionsOf(written: unknown): Record<string, string> {
  if (written === undefined || written === null) return {};
  if (Array.isArray(written)) return Object.fromEntries(written.map((name) => [String(name), String(name)]));
  if (!isObject(written)) throw refusal('"dimensions" in the mapping file is neither a list nor fields.');
  return Object.fromEntries(Object.entries(written).map(([name, title]) => [name, String(title as string)]));
}

function textOf(fields: Record<string, unknown>, key: string): string | null {
  const value = fields[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw refusal(`"${key}" in the mapping file is no text.`);
}

function textsOf(fields: Record<string, unknown>, key: string): string[] {
  const value = fields[key];
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.every((each) => typeof each === 'string' || typeof each === 'number')) return list.map(String);
  throw refusal(`"${key}" in the mapping file is neither a text nor a list of texts.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
