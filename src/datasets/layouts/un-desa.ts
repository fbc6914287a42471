import { findHeader, type Header, normaliseHeading } from '../headings.js';
import {
  type CellFormat,
  dimensionColumn,
  type Layout,
  type LayoutDimension,
  PLAIN_CELL_FORMAT,
  type Recogniser,
  type ValueColumn,
  valueColumn,
} from '../layout.js';
import { isNumericColumn, periodColumns } from '../detect-columns.js';

const CELL_FORMAT: CellFormat = { ...PLAIN_CELL_FORMAT, numbers: { decimal: '.', thousands: ', ' }, suppressed: {} };

/** Flags by heading of the quality columns in long form. */
const QUALITY_FLAGS: Readonly<Record<string, string>> = { 'type c': 'DEFINITION_DIFFERS', 'type i': 'ESTIMATED' };

/** UN DESA migrant stock in long form: destination, origin, sex, year and quality. */
export const unDesaLong: Recogniser = ({ rows }) => {
  const header = findHeader(rows, ['geo', 'destination'], ['from', 'origin'], ['sex'], ['n', 'value', 'stock']);
  if (header === null) return null;
  // Without columns for data quality, only exact headings identify this layout.
  const hasQuality = header.find('type b', 'type i') !== undefined;
  if (!hasQuality && findHeader(rows, ['geo'], ['from'], ['t'], ['n']) === null) return null;
  const origin = header.find('from', 'origin')!;
  return {
    name: 'UN DESA migrant stock, long',
    publisher: 'UN DESA',
    firstRow: header.row + 1,
    areas: [{ column: header.find('geo', 'destination')! }],
    periods: [header.find('t', 'year', 'time') ?? -1].filter((column) => column >= 0),
    dimensions: [dimensionColumn('origin', origin, header.names[origin]!), dimensionColumn('sex', header.find('sex')!)],
    values: [valueColumn(header.find('n', 'value', 'stock')!)],
    cellFormat: CELL_FORMAT,
    flagColumns: Object.entries(QUALITY_FLAGS).flatMap(([name, flag]) => {
      const column = header.find(name);
      return column === undefined ? [] : [{ column, flag }];
    }),
  } satisfies Layout;
};

/** UN DESA World Population Prospects as CSV: location, variant, year and a column for each measure. */
export const unDesaProspects: Recogniser = ({ rows }) => {
  const header = findHeader(rows, ['locid', 'location code'], ['location'], ['time', 'year'], ['variant']);
  if (header === null) return null;
  const codes = ['iso3 code', 'iso3code', 'iso3 alpha code', 'locid', 'location code', 'location'];
  const areas = codes.flatMap((name) => header.find(name) ?? []).map((column) => ({ column }));
  const knownColumns = [...areas.map(({ column }) => column), header.find('time', 'year'), header.find('variant')];
  const ignoredColumns = header.columnsMatching(
    /^(varid|variant id|midperiod|sortorder|notes|sdmx code|loctypeid|loctypename|parentid|iso2 code)$/,
  );
  const body = rows.slice(header.row + 1);
  const otherColumns = header.otherColumns([...knownColumns, ...ignoredColumns]);
  const figureColumns = otherColumns.filter((column) => isNumericColumn(body, column, CELL_FORMAT));
  return {
    name: 'UN DESA World Population Prospects',
    publisher: 'UN DESA',
    firstRow: header.row + 1,
    areas,
    periods: [header.find('time', 'year')!],
    dimensions: [
      dimensionColumn('variant', header.find('variant')!),
      ...otherColumns
        .filter((column) => !figureColumns.includes(column))
        .map((column) => dimensionColumn(header.names[column]!.trim(), column)),
      { name: 'measure', column: null, label: null, title: null },
    ],
    values: figureColumns.map((column) => valueColumn(column, { measure: header.names[column]!.trim() })),
    cellFormat: CELL_FORMAT,
  } satisfies Layout;
};

/** UN DESA workbooks, with M49 codes. The years repeat for both sexes, men and women, under spanning cells. */
export const unDesaSheet: Recogniser = ({ rows }) => {
  const header = findHeader(rows, DESTINATION_HEADINGS.codes, DESTINATION_HEADINGS.names);
  if (header === null) return null;
  const wideColumns = periodColumns(header);
  if (wideColumns.length === 0) return null;
  const [code, name] = [header.find(...DESTINATION_HEADINGS.codes)!, header.find(...DESTINATION_HEADINGS.names)!];
  const origin = header.find(...ORIGIN_HEADINGS.codes);
  const values = addSexCodes(wideColumns, rows[header.row - 1] ?? []);
  const dimensions: LayoutDimension[] = [
    ...(origin === undefined ? [] : [readOrigin(header, origin)]),
    ...(values.some(({ codes }) => 'sex' in codes) ? [{ name: 'sex', column: null, label: null, title: null }] : []),
  ];
  return {
    name: 'UN DESA workbook',
    publisher: 'UN DESA',
    firstRow: header.row + 1,
    areas: [{ column: code }, { column: name }],
    periods: [],
    dimensions,
    values,
    cellFormat: CELL_FORMAT,
    repeatsHeadings: 'EXACTLY',
  } satisfies Layout;
};

const DESTINATION_HEADINGS = {
  codes: ['location code of destination', 'location code', 'country code'],
  names: [
    'region development group country or area of destination',
    'region development group country or area',
    'region subregion country or area',
    'major area region country or area of destination',
  ],
} as const;
const ORIGIN_HEADINGS = {
  codes: ['location code of origin'],
  names: ['region development group country or area of origin', 'major area region country or area of origin'],
} as const;

function readOrigin(header: Header, column: number): LayoutDimension {
  return { name: 'origin', column, label: header.find(...ORIGIN_HEADINGS.names) ?? null, title: null };
}

/** Adds the sex to columns whose years repeat: the text of the spanning cell above. */
function addSexCodes(wide: readonly ValueColumn[], spanningCells: readonly string[]): ValueColumn[] {
  const isRepeated = new Set(wide.map(({ period }) => period)).size < wide.length;
  if (!isRepeated) return [...wide];
  let group = '';
  const groups = Array.from({ length: Math.max(...wide.map(({ column }) => column)) + 1 }, (_, index) => {
    if ((spanningCells[index] ?? '').trim() !== '') group = spanningCells[index]!.trim();
    return group;
  });
  return wide.map((value) => ({ ...value, codes: { sex: readSex(groups[value.column] ?? '') } }));
}

function readSex(group: string): string {
  const words = normaliseHeading(group);
  if (/\bboth\b/.test(words)) return 'both sexes';
  if (/\bfemales?\b|\bwomen\b/.test(words)) return 'female';
  return /\bmales?\b|\bmen\b/.test(words) ? 'male' : words;
}
