import { parseDocument } from 'yaml';
import { closestMatch } from '../model/closest-match.js';
import { datasetError } from './dataset-error.js';
import { Header, normaliseHeading } from './headings.js';
import {
  type CellFormat,
  dimensionColumn,
  type Layout,
  PLAIN_CELL_FORMAT,
  type TableSample,
  type ValueColumn,
  valueColumn,
} from './layout.js';
import {
  isMappingFields,
  type MappingFields,
  readMappingText,
  readTextList,
  readTextMap,
  rejectUnknownKeys,
} from './mapping-fields.js';
import type { NumberFormat } from './parse-number.js';
import { periodColumns } from './detect-columns.js';
import { DATE_ORDERS, type DateOrder } from './parse-period.js';

/** Contents of a mapping file, which assigns meanings to columns by heading. */
export interface Mapping {
  publisher: string | null;
  sheet: string | null;
  /** 1-based row of the headings; null to search for it. */
  header: number | null;
  area: readonly string[];
  /** Area of all rows; null if the areas are in rows or columns of the table. */
  fixedArea: string | null;
  /** Areas by heading of their column; OTHERS: all headings without another meaning. Null if areas are in rows. */
  areaColumns: Readonly<Record<string, string>> | 'OTHERS' | null;
  /** Headings of the columns that form the period. Empty if headings are periods, or if the period is fixed. */
  period: readonly string[];
  fixedPeriod: string | null;
  /** Order of day and month in numeric dates; null if dates are unambiguous. */
  dates: DateOrder | null;
  /** Headings of value columns. Empty if headings are periods or areas. */
  value: readonly string[];
  /** Headings of dimension columns, by dimension. */
  dimensions: Readonly<Record<string, string>>;
  /** Names of the dimensions to sum over. */
  add: readonly string[];
  addRepeated: boolean;
  /** Code to use for an empty cell; null if empty codes are errors. */
  empty: string | null;
  flags: string | null;
  note: string | null;
  numbers: NumberFormat;
  missing: readonly string[];
  suppressed: readonly string[];
}

const MAPPING_KEYS = [
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
const MAX_TEXT_LENGTH = 64 * 1024;

/** Parses the text of a mapping file. @throws AppError DATASET_INVALID */
export function parseMappingFile(text: string): Mapping {
  if (text.length > MAX_TEXT_LENGTH)
    throw datasetError(`The mapping file has more than ${MAX_TEXT_LENGTH} characters.`);
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true });
  const [error] = document.errors;
  if (error) throw datasetError(`The mapping file cannot be read: ${error.message.split('\n')[0]}`);
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw datasetError('The mapping file has an alias; write the value out.');
  }
  if (!isMappingFields(raw)) throw datasetError('The mapping file has no fields.');
  return mappingFromFields(raw);
}

/** Validates the fields of a parsed mapping file, and converts them to a mapping. @throws AppError DATASET_INVALID */
export function mappingFromFields(fields: MappingFields): Mapping {
  rejectUnknownKeys(fields, MAPPING_KEYS);
  const { header, addRepeated } = fields;
  if (header !== undefined && !(Number.isInteger(header) && Number(header) > 0)) {
    throw datasetError('"header" in the mapping file is not the number of a row.');
  }
  if (addRepeated !== undefined && typeof addRepeated !== 'boolean') {
    throw datasetError('"addRepeated" in the mapping file is not true or false.');
  }
  return {
    publisher: readMappingText(fields, 'publisher'),
    sheet: readMappingText(fields, 'sheet'),
    header: header === undefined ? null : Number(header),
    ...readArea(fields),
    ...readPeriod(fields),
    value: fields['value'] === 'columns' ? [] : readTextList(fields, 'value'),
    dimensions: readTextMap(fields, 'dimensions'),
    add: readTextList(fields, 'add'),
    addRepeated: addRepeated === true,
    empty: readMappingText(fields, 'empty'),
    flags: readMappingText(fields, 'flags'),
    note: readMappingText(fields, 'note'),
    numbers: readNumbers(fields['numbers']),
    missing: readTextList(fields, 'missing'),
    suppressed: readTextList(fields, 'suppressed'),
  };
}

function readArea(fields: MappingFields): Pick<Mapping, 'area' | 'fixedArea' | 'areaColumns'> {
  const { area } = fields;
  if (area === 'columns') return { area: [], fixedArea: null, areaColumns: 'OTHERS' };
  if (!isMappingFields(area)) {
    const columns = readTextList(fields, 'area');
    if (columns.length === 0) throw datasetError('The mapping file does not name the column of the area.');
    return { area: columns, fixedArea: null, areaColumns: null };
  }
  rejectUnknownKeys(area, ['fixed', 'columns'], 'area');
  const fixedArea = readMappingText(area, 'fixed');
  const columns = readTextMap(area, 'columns');
  const hasColumns = Object.keys(columns).length > 0;
  if (hasColumns === (fixedArea !== null)) {
    throw datasetError('"area" in the mapping file needs either "fixed" or "columns".');
  }
  return { area: [], fixedArea, areaColumns: hasColumns ? columns : null };
}

function readPeriod(fields: MappingFields): Pick<Mapping, 'period' | 'fixedPeriod' | 'dates'> {
  const { period } = fields;
  if (period === 'columns') return { period: [], fixedPeriod: null, dates: null };
  if (!isMappingFields(period)) return { period: readTextList(fields, 'period'), fixedPeriod: null, dates: null };
  rejectUnknownKeys(period, ['fixed', 'columns', 'dates'], 'period');
  return {
    period: readTextList(period, 'columns'),
    fixedPeriod: readMappingText(period, 'fixed'),
    dates: readDateOrder(period),
  };
}

function readDateOrder(period: MappingFields): DateOrder | null {
  const text = readMappingText(period, 'dates');
  const order = DATE_ORDERS.find((candidate) => candidate === text);
  if (text === null || order !== undefined) return order ?? null;
  throw datasetError(`"${text}" is not an order of dates. Use one of ${DATE_ORDERS.join(', ')}.`);
}

function readNumbers(numbers: unknown): NumberFormat {
  if (numbers === undefined || numbers === null) return PLAIN_CELL_FORMAT.numbers;
  if (!isMappingFields(numbers)) throw datasetError('"numbers" in the mapping file has no fields.');
  rejectUnknownKeys(numbers, ['decimal', 'thousands'], 'numbers');
  const decimal = readMappingText(numbers, 'decimal') ?? '.';
  const thousands = readMappingText(numbers, 'thousands') ?? '';
  if (decimal !== '.' && decimal !== ',')
    throw datasetError(`"${decimal}" is not a decimal separator. Use "." or ",".`);
  if (!/^[,.' ]?$/.test(thousands) || thousands === decimal) {
    throw datasetError(`"${thousands}" cannot be the thousands separator if "${decimal}" is the decimal separator.`);
  }
  return { decimal, thousands, isStated: true };
}

/** Returns the layout that a mapping file describes. @throws AppError DATASET_INVALID if the table lacks a column */
export function mappedLayout(mapping: Mapping, { rows, numbers }: TableSample): Layout {
  const header = findMappedHeader(mapping, rows);
  const line = numbers[header.row] ?? header.row + 1;
  const column = (name: string) => columnIn(header, line, name);
  const periods = mapping.period.map(column);
  const hasAreaColumns = mapping.areaColumns !== null;
  const isWide = !hasAreaColumns && periods.length === 0 && mapping.value.length === 0;
  const flags = mapping.flags === null ? null : column(mapping.flags);
  const withMeasure = mapping.value.length > 1;
  const values: ValueColumn[] = hasAreaColumns
    ? areaColumns(mapping, header, line)
    : isWide
      ? periodColumns(header)
      : mapping.value.map((name) => ({ ...valueColumn(column(name), withMeasure ? { measure: name } : {}), flags }));
  if (values.length === 0) {
    throw datasetError(
      isWide ? 'No heading of the table is a period.' : 'The mapping file does not name the column of the value.',
    );
  }
  const cellFormat: CellFormat = {
    ...PLAIN_CELL_FORMAT,
    numbers: mapping.numbers,
    missing: [...PLAIN_CELL_FORMAT.missing, ...mapping.missing],
    suppressed: {
      ...PLAIN_CELL_FORMAT.suppressed,
      ...Object.fromEntries(mapping.suppressed.map((mark) => [mark, { note: `"${mark}": withheld by the publisher` }])),
    },
    flagLetters: flags === null ? null : 'SDMX',
  };
  return {
    name: 'a table with a mapping file',
    publisher: mapping.publisher,
    firstRow: header.row + 1,
    areas: mapping.area.map((name) => ({ column: column(name) })),
    periods,
    ...(mapping.fixedArea !== null && { fixedArea: mapping.fixedArea }),
    ...(mapping.fixedPeriod !== null && { fixedPeriod: mapping.fixedPeriod }),
    ...(mapping.dates !== null && { dates: mapping.dates }),
    dimensions: [
      ...Object.entries(mapping.dimensions).map(([name, title]) => ({
        ...dimensionColumn(name, column(title), title),
        isPartition: mapping.add.includes(name),
      })),
      ...(withMeasure ? [{ name: 'measure', column: null, label: null, title: null }] : []),
    ],
    values,
    cellFormat,
    ...(mapping.note !== null && { note: column(mapping.note) }),
    addsRepeated: mapping.addRepeated,
    ...(mapping.empty !== null && { emptyCode: mapping.empty }),
  };
}

/** Returns the value columns of a table with a column for each area. */
function areaColumns(mapping: Mapping, header: Header, line: number): ValueColumn[] {
  if (mapping.value.length > 0) throw datasetError('If areas are columns, the mapping file must not have "value".');
  if (mapping.areaColumns !== 'OTHERS') {
    return Object.entries(mapping.areaColumns!).map(([name, area]) => ({
      ...valueColumn(columnIn(header, line, name)),
      area,
    }));
  }
  const knownNames = [...mapping.period, ...Object.values(mapping.dimensions), mapping.flags, mapping.note];
  const namedColumns = knownNames.flatMap((name) => (name === null ? [] : [columnIn(header, line, name)]));
  return header
    .otherColumns(namedColumns)
    .map((column) => ({ ...valueColumn(column), area: header.names[column]!.trim() }));
}

function findMappedHeader(mapping: Mapping, rows: TableSample['rows']): Header {
  if (mapping.header !== null) return new Header(mapping.header - 1, rows[mapping.header - 1] ?? []);
  const areas = mapping.areaColumns === 'OTHERS' ? [] : Object.keys(mapping.areaColumns ?? {});
  const requiredColumns = [
    ...mapping.area,
    ...areas,
    ...mapping.period,
    ...mapping.value,
    ...Object.values(mapping.dimensions),
  ];
  const headers = rows.slice(0, 40).map((names, index) => new Header(index, names));
  const missingNames = (header: Header) =>
    requiredColumns.filter((name) => header.find(normaliseHeading(name)) === undefined).length;
  return headers.reduce(
    (best, header) => (missingNames(header) < missingNames(best) ? header : best),
    headers[0] ?? new Header(0, []),
  );
}

function columnIn(header: Header, line: number, name: string): number {
  const exactIndex = header.names.findIndex((heading) => heading.trim() === name);
  const columnIndex = exactIndex >= 0 ? exactIndex : header.find(normaliseHeading(name));
  if (columnIndex !== undefined) return columnIndex;
  const names = header.names.filter((heading) => heading.trim() !== '');
  const suggestion = closestMatch(name, names);
  throw datasetError(
    `The headings on line ${line} lack "${name}"; ${suggestion ? `did you mean "${suggestion}"?` : `they are ${names.slice(0, 20).join(', ')}.`}`,
  );
}
