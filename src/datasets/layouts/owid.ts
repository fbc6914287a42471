import { findHeader } from '../headings.js';
import { type Layout, PLAIN_CELL_FORMAT, type Recogniser, valueColumn } from '../layout.js';
import { isNumericColumn } from '../detect-columns.js';

/** Our World in Data: Entity, optional Code, Year or Day, and a column for each measure. */
export const owid: Recogniser = ({ rows }) => {
  const header = findHeader(rows, ['entity', 'entities'], ['year', 'day']);
  if (header === null || header.row > 0) return null;
  const [entity, code, time] = [header.find('entity', 'entities')!, header.find('code'), header.find('year', 'day')!];
  const body = rows.slice(1);
  const figureColumns = header
    .otherColumns([entity, code, time])
    .filter((column) => isNumericColumn(body, column, PLAIN_CELL_FORMAT));
  if (figureColumns.length === 0) return null;
  return {
    name: 'Our World in Data',
    publisher: 'Our World in Data',
    firstRow: 1,
    areas: [...(code === undefined ? [] : [{ column: code }]), { column: entity }],
    periods: [time],
    dimensions: figureColumns.length > 1 ? [{ name: 'measure', column: null, label: null, title: null }] : [],
    values: figureColumns.map((column) =>
      valueColumn(column, figureColumns.length > 1 ? { measure: header.names[column]!.trim() } : {}),
    ),
    cellFormat: PLAIN_CELL_FORMAT,
  } satisfies Layout;
};
