type FormatName = 'json' | 'csv' | 'ndjson' | 'xlsx' | 'jsonstat' | 'svg' | 'zip' | 'tables';

/** A format in which the answer to a query can be had. */
export interface Format<Name extends FormatName = FormatName> {
  /** The value of `?format=`. */
  name: Name;
  /** The type for `Accept`. */
  mediaType: string;
  /** Of the file; null for the tables of a screen, which are no file. */
  extension: string | null;
  /** Whether it holds one table, which can be chosen; the others hold the whole answer. */
  isOneTable: boolean;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A format that is made of the tables of an answer. */
export type TableFormat = Format<Exclude<FormatName, 'json'>>;

/** All formats of answers, by name. */
export const FORMATS: { readonly [Name in FormatName]: Format<Name> } = {
  json: { name: 'json', mediaType: 'application/json', extension: 'json', isOneTable: false },
  csv: { name: 'csv', mediaType: 'text/csv', extension: 'csv', isOneTable: true },
  ndjson: { name: 'ndjson', mediaType: 'application/x-ndjson', extension: 'ndjson', isOneTable: true },
  xlsx: { name: 'xlsx', mediaType: XLSX, extension: 'xlsx', isOneTable: true },
  jsonstat: { name: 'jsonstat', mediaType: 'application/vnd.json-stat+json', extension: 'json', isOneTable: true },
  svg: { name: 'svg', mediaType: 'image/svg+xml', extension: 'svg', isOneTable: true },
  zip: { name: 'zip', mediaType: 'application/zip', extension: 'zip', isOneTable: false },
  tables: { name: 'tables', mediaType: 'application/vnd.signpost.tables+json', extension: null, isOneTable: false },
};

/** The format with a name; undefined where there is none. */
export function findFormat(name: string): Format | undefined {
  return Object.values<Format>(FORMATS).find((format) => format.name === name);
}

/** Whether a format is made of the tables of an answer. */
export function isTableFormat(format: Format): format is TableFormat {
  return format !== FORMATS.json;
}

/** A file that pages offer: a format with its options. */
export interface Download {
  /** Of its label. */
  name: Exclude<FormatName, 'tables'> | 'csvExcel';
  format: Format;
  options?: Readonly<Record<string, string>>;
  /** Whether it can be made of figures alone. */
  needsChart?: boolean;
}

/** The files that pages offer, in their order. */
export const DOWNLOADS: readonly Download[] = [
  { name: 'xlsx', format: FORMATS.xlsx },
  { name: 'csv', format: FORMATS.csv },
  { name: 'csvExcel', format: FORMATS.csv, options: { for: 'excel' } },
  { name: 'svg', format: FORMATS.svg, needsChart: true },
  { name: 'jsonstat', format: FORMATS.jsonstat, needsChart: true },
  { name: 'ndjson', format: FORMATS.ndjson },
  { name: 'json', format: FORMATS.json },
  { name: 'zip', format: FORMATS.zip },
];
