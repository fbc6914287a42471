import { findHeader } from '../headings.js';
import {
  type CellFormat,
  dimensionColumn,
  type Layout,
  PLAIN_CELL_FORMAT,
  type Recogniser,
  valueColumn,
} from '../layout.js';
import { periodColumns } from '../detect-columns.js';

const CELL_FORMAT: CellFormat = { ...PLAIN_CELL_FORMAT, numbers: { decimal: '.', thousands: ', ' } };
const NATIONALITIES = ['nationality', 'nationalitylong', 'nationality long', 'citizenship', 'nat'];
const BORDERS = ['border type or inland', 'borderlocation', 'border location', 'bordertype', 'border type', 'type'];

/** Monthly detections of Frontex by route, border and nationality, in wide or long form. The area is the route. */
export const frontex: Recogniser = ({ rows }) => {
  const header = findHeader(rows, ['route'], NATIONALITIES);
  if (header === null) return null;
  const border = header.find(...BORDERS);
  const wideColumns = periodColumns(header);
  const month = header.find('month', 'date', 'period', 'year');
  const count = header.find('n', 'value', 'detections', 'count', 'number');
  if (wideColumns.length === 0 && (month === undefined || count === undefined)) return null;
  return {
    name: `Frontex detections, ${wideColumns.length > 0 ? 'a column for each month' : 'long'}`,
    publisher: 'Frontex',
    firstRow: header.row + 1,
    areas: [{ column: header.find('route')! }],
    periods: wideColumns.length > 0 ? [] : [month!],
    dimensions: [
      ...(border === undefined ? [] : [dimensionColumn('border', border, header.names[border]!)]),
      dimensionColumn('nationality', header.find(...NATIONALITIES)!, header.names[header.find(...NATIONALITIES)!]!),
    ],
    values: wideColumns.length > 0 ? wideColumns : [valueColumn(count!)],
    cellFormat: CELL_FORMAT,
  } satisfies Layout;
};
