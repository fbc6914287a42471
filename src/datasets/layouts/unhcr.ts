import { findHeader, type Header } from '../headings.js';
import {
  type AreaColumn,
  type CellFormat,
  dimensionColumn,
  type Layout,
  type LayoutDimension,
  PLAIN_CELL_FORMAT,
  type Recogniser,
  valueColumn,
} from '../layout.js';
import { isNumericColumn, periodColumns } from '../detect-columns.js';
import headings from './headings.json' with { type: 'json' };

const { asylum: ASYLUM, origin: ORIGIN } = headings.unhcr;

/** Columns of UNHCR's own country codes. Used only if there are no other area columns. */
const UNHCR_CODE_COLUMNS = { asylum: 'coa', origin: 'coo' } as const;
const GROUP_HEADING =
  /^(refugees?\b.*|asylum seekers?\b.*|idps?\b.*|internally displaced.*|stateless.*|others? of concern.*|returned .*|host community|hst|ooc|oip|ref|asy|sta|idp|applied|dec \w+|recogni[sz]ed.*|rejected.*|total decisions|complementary.*|otherwise closed|resettlement.*|naturali[sz]ation.*)$/;
/** Headings of partial flows, such as decisions. Figures with the same area, period and codes are added up. */
const PARTIAL_FLOW_HEADINGS = /^(applied|dec \w+|recogni[sz]ed.*|rejected.*|total decisions)$/;
const TYPE_HEADINGS = ['population type', 'population group', 'legal status'];

const CELL_FORMAT: CellFormat = {
  ...PLAIN_CELL_FORMAT,
  numbers: { decimal: '.', thousands: ',' },
  missing: [...PLAIN_CELL_FORMAT.missing, '-'],
  suppressed: { '*': { note: 'withheld by the publisher', lower: 1, upper: 4 } },
};

/**
 * The Refugee Data Finder and its API, the former Population Statistics, and the HDX feed. The area is the country of
 * asylum; the origin is a dimension. Population groups are columns (dimension `measure`) or a dimension.
 */
export const unhcr: Recogniser = ({ rows }) => {
  const header =
    findHeader(rows, [...ASYLUM, UNHCR_CODE_COLUMNS.asylum], [...ORIGIN, UNHCR_CODE_COLUMNS.origin]) ??
    findHeader(rows, ASYLUM, TYPE_HEADINGS);
  if (header === null) return null;
  const areas = findColumns(header, ASYLUM, UNHCR_CODE_COLUMNS.asylum);
  const origins = findColumns(header, ORIGIN, UNHCR_CODE_COLUMNS.origin);
  const year = header.find('year', 'time', 'date');
  const type = header.find(...TYPE_HEADINGS);
  const value = header.find('value', 'total', 'individuals');
  const body = rows.slice(header.row + 1).filter((row) => !isTagRow(row));
  const areaColumns = [...areas, ...origins].map(({ column }) => column);
  const ids = header.columnsMatching(/^(coa|coo)( id)?$/);
  const otherColumns = header.otherColumns([
    ...areaColumns,
    year,
    type,
    ...ids,
    ...header.columnsMatching(/^(m49|country code).*/),
  ]);
  const wide = periodColumns(header);
  const groups = header.columnsMatching(GROUP_HEADING).filter((column) => otherColumns.includes(column));
  const isLong = value !== undefined && type !== undefined;
  if (groups.length === 0 && !isLong && !(wide.length > 1 && type !== undefined)) return null;
  const figures = isLong
    ? [value]
    : otherColumns.filter((column) => groups.includes(column) || isNumericColumn(body, column, CELL_FORMAT));
  const dimensionColumns = otherColumns.filter(
    (column) => !figures.includes(column) && !wide.some((period) => period.column === column),
  );
  const dimensions: LayoutDimension[] = [
    ...(origins.length > 0 ? [originDimension(header, origins)] : []),
    ...(type === undefined ? [] : [dimensionColumn(header.names[type]!.trim(), type)]),
    ...dimensionColumns.map((column) => dimensionColumn(header.names[column]!.trim(), column)),
  ];
  const isWide = wide.length > 1 && !isLong;
  const withMeasure = !isLong && !isWide;
  return {
    name: 'UNHCR',
    publisher: 'UNHCR',
    firstRow: header.row + 1,
    prepare: (cells) => (isTagRow(cells) ? null : cells),
    areas,
    periods: year === undefined ? [] : [year],
    dimensions: withMeasure ? [...dimensions, { name: 'measure', column: null, label: null, title: null }] : dimensions,
    values: isWide
      ? wide
      : figures.map((column) => valueColumn(column, withMeasure ? { measure: header.names[column]!.trim() } : {})),
    cellFormat: CELL_FORMAT,
    addsRepeated: header.columnsMatching(PARTIAL_FLOW_HEADINGS).length > 0,
  } satisfies Layout;
};

function findColumns(header: Header, names: readonly string[], ownCodeHeading: string): AreaColumn[] {
  const areaColumns = names.flatMap((name) => header.find(name) ?? []).map((column) => ({ column }));
  const column = header.find(ownCodeHeading);
  return areaColumns.length > 0 || column === undefined ? areaColumns : [{ column, ownUnhcrCodes: true }];
}

function originDimension(header: Header, [code, name]: readonly AreaColumn[]): LayoutDimension {
  return { name: 'origin', column: code!.column, label: name?.column ?? null, title: header.names[code!.column]! };
}

/** Whether a row contains HXL tags, which follow the headings. */
function isTagRow(cells: readonly string[]): boolean {
  const filledCells = cells.filter((cell) => cell.trim() !== '');
  return filledCells.length > 0 && filledCells.every((cell) => cell.trimStart().startsWith('#'));
}
