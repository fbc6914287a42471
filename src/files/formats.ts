import type { ColumnRole } from '../tables/column.js';

type FormatName = 'json' | 'csv' | 'ndjson' | 'xlsx' | 'jsonstat' | 'sdmx.csv' | 'svg' | 'zip' | 'tables';

/** A file format of responses. */
export interface FileFormat<Name extends FormatName = FormatName> {
  /** Name in `?format=`. */
  name: Name;
  /** Media type in `Accept`. */
  mediaType: string;
  /** Parameters of the media type in responses. */
  parameters?: string;
  /** File extension; null for tables on a page. */
  extension: string | null;
  /** Whether the format contains a single, selectable table. Other formats contain the whole response. */
  isOneTable: boolean;
}

const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type TableFormat = FileFormat<Exclude<FormatName, 'json'>>;

export const FILE_FORMATS: { readonly [Name in FormatName]: FileFormat<Name> } = {
  json: { name: 'json', mediaType: 'application/json', extension: 'json', isOneTable: false },
  csv: { name: 'csv', mediaType: 'text/csv', parameters: '; charset=utf-8', extension: 'csv', isOneTable: true },
  ndjson: { name: 'ndjson', mediaType: 'application/x-ndjson', extension: 'ndjson', isOneTable: true },
  xlsx: { name: 'xlsx', mediaType: XLSX_MEDIA_TYPE, extension: 'xlsx', isOneTable: true },
  jsonstat: { name: 'jsonstat', mediaType: 'application/vnd.json-stat+json', extension: 'json', isOneTable: true },
  'sdmx.csv': {
    name: 'sdmx.csv',
    mediaType: 'application/vnd.sdmx.data+csv',
    parameters: '; version=2.0.0; charset=utf-8',
    extension: 'sdmx.csv',
    isOneTable: true,
  },
  svg: { name: 'svg', mediaType: 'image/svg+xml', extension: 'svg', isOneTable: true },
  zip: { name: 'zip', mediaType: 'application/zip', extension: 'zip', isOneTable: false },
  tables: { name: 'tables', mediaType: 'application/vnd.signpost.tables+json', extension: null, isOneTable: false },
};

export function findFileFormat(name: string): FileFormat | undefined {
  return Object.values<FileFormat>(FILE_FORMATS).find((format) => format.name === name);
}

export function isTableFormat(format: FileFormat): format is TableFormat {
  return format !== FILE_FORMATS.json;
}

/** A download offered on pages: a format with its options. */
export interface Download {
  /** Key of its label in the messages. */
  name: Exclude<FormatName, 'tables' | 'sdmx.csv'> | 'csvExcel' | 'csvWide' | 'sdmx';
  format: FileFormat;
  options?: Readonly<Record<string, string>>;
  /** Whether the format is offered only if there is a chart. */
  needsChart?: boolean;
  /** Roles of the columns that the table must have. */
  roles?: readonly ColumnRole[];
}

const FIGURE_ROLES = ['value', 'period'] as const;

/** Downloads in the order in which pages list them. */
export const DOWNLOADS: readonly Download[] = [
  { name: 'xlsx', format: FILE_FORMATS.xlsx },
  { name: 'csv', format: FILE_FORMATS.csv },
  { name: 'csvExcel', format: FILE_FORMATS.csv, options: { for: 'excel' } },
  { name: 'csvWide', format: FILE_FORMATS.csv, options: { shape: 'wide' }, needsChart: true, roles: FIGURE_ROLES },
  { name: 'svg', format: FILE_FORMATS.svg, needsChart: true },
  { name: 'jsonstat', format: FILE_FORMATS.jsonstat, needsChart: true, roles: FIGURE_ROLES },
  {
    name: 'sdmx',
    format: FILE_FORMATS['sdmx.csv'],
    needsChart: true,
    roles: [...FIGURE_ROLES, 'area_code', 'indicator_code'],
  },
  { name: 'ndjson', format: FILE_FORMATS.ndjson },
  { name: 'json', format: FILE_FORMATS.json },
  { name: 'zip', format: FILE_FORMATS.zip },
];
