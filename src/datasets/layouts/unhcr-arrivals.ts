import { findHeader } from '../headings.js';
import { dimensionColumn, type Layout, PLAIN_CELL_FORMAT, type Recogniser, valueColumn } from '../layout.js';

/** Arrivals by place from UNHCR's Operational Data Portal, cumulative within the year. */
export const unhcrArrivals: Recogniser = ({ rows }) => {
  const header = findHeader(rows, ['geomaster name'], ['individuals'], ['year'], ['country name', 'country']);
  if (header === null) return null;
  const groups = header.find('population groups concat', 'population group', 'population groups');
  return {
    name: 'UNHCR arrivals by place',
    publisher: 'UNHCR',
    firstRow: header.row + 1,
    areas: [{ column: header.find('country name', 'country')! }],
    periods: [header.find('year')!],
    dimensions: [
      { ...dimensionColumn('place', header.find('geomaster name')!, 'geomaster_name'), isPartition: true },
      ...(groups === undefined ? [] : [dimensionColumn('group', groups, header.names[groups]!)]),
    ],
    values: [valueColumn(header.find('individuals')!)],
    cellFormat: PLAIN_CELL_FORMAT,
  } satisfies Layout;
};
