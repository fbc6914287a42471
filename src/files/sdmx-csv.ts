import { AppError } from '../errors.js';
import { upperSnakeCase } from '../model/model.js';
import { parsePeriod } from '../series/period.js';
import type { Column, ColumnRole } from '../tables/column.js';
import { splitCell, type TableCell } from '../tables/table-cell.js';
import type { TableRow } from '../tables/table.js';
import { csvLine, PLAIN_CSV } from './csv.js';
import statuses from './sdmx-statuses.json' with { type: 'json' };

/** Agency of all data structures. */
const AGENCY = 'SIGNPOST';
const FREQUENCIES = { YEAR: 'A', QUARTER: 'Q', MONTH: 'M' } as const;
/** Codes of the SDMX code list for the observation status. R is an addition of Eurostat. */
const STATUSES: Readonly<Record<string, string>> = statuses;
const NORMAL_STATUS = 'A';
/** Separator of several statuses of one figure. */
const STATUS_SEPARATOR = ';';
/** Columns that the format adds to the components of the data structure. */
const ADDED_COLUMNS: readonly (readonly [name: string, role: ColumnRole])[] = [
  ['PUBLISHER', 'source_publisher'],
  ['SOURCE', 'source'],
  ['SOURCE_URL', 'source_url'],
  ['LICENCE', 'source_licence'],
  ['EDITION', 'vintage_date'],
];

/** Returns figures in SDMX-CSV 2.0; missing ones have a status. @throws AppError BAD_REQUEST without figures */
export function sdmxCsvText(columns: readonly Column[], rows: readonly TableRow[]): string {
  const columnIndex = (role: ColumnRole) => columns.findIndex((column) => column.role === role);
  const cell = (row: TableRow, role: ColumnRole) => row[columnIndex(role)] ?? null;
  const codeColumns = columns.flatMap(({ role }, index) => (role === 'dimension_code' ? [index] : []));
  const dimensionNames = columns.flatMap(({ role, name }) => (role === 'dimension' ? [upperSnakeCase(name)] : []));
  if (['value', 'period', 'area_code', 'indicator_code'].some((role) => columnIndex(role as ColumnRole) < 0))
    throw new AppError('BAD_REQUEST', 'SDMX-CSV contains figures, and this table has none; request csv instead.');
  const statuses = rows.map((row) => toStatuses(cell(row, 'state'), cell(row, 'flags')));
  const hasSeveral = statuses.some((status) => status.length > 1);
  const addedColumns = ADDED_COLUMNS.filter(([, role]) => columnIndex(role) >= 0);
  const header = [
    ...[hasSeveral ? `STRUCTURE[${STATUS_SEPARATOR}]` : 'STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'FREQ', 'REF_AREA'],
    ...dimensionNames,
    ...['TIME_PERIOD', 'OBS_VALUE', 'UNIT_MEASURE', hasSeveral ? 'OBS_STATUS[]' : 'OBS_STATUS'],
    ...addedColumns.map(([name]) => name),
  ];
  const lines = rows.map((row, index) => {
    const period = String(cell(row, 'period'));
    const { frequency } = parsePeriod(period)!;
    return [
      ...['dataflow', structureId(cell(row, 'indicator_code')), 'I', FREQUENCIES[frequency], cell(row, 'area_code')],
      ...codeColumns.map((place) => row[place]!),
      ...[period, cell(row, 'value'), cell(row, 'unit'), statuses[index]!.join(STATUS_SEPARATOR)],
      ...addedColumns.map(([, role]) => cell(row, role)),
    ];
  });
  return [header, ...lines].map((line) => csvLine(line, PLAIN_CSV)).join('');
}

/** Returns the identifier of a data structure, such as `SIGNPOST:EUROSTAT_POPULATION(1.0)`. */
function structureId(slug: TableCell): string {
  return `${AGENCY}:${String(slug).replaceAll('-', '_').toUpperCase()}(1.0)`;
}

function toStatuses(state: TableCell, flags: TableCell): readonly string[] {
  const codes = [...splitCell(state), ...splitCell(flags)].flatMap((name) => STATUSES[name] ?? []);
  return codes.length === 0 ? [NORMAL_STATUS] : [...new Set(codes)];
}
