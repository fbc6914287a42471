import { Header } from '../headings.js';
import { type Layout, PLAIN_CELL_FORMAT, type Recogniser } from '../layout.js';

/** JSON-stat data sets, converted to two columns per dimension. */
export const jsonStatLayout: Recogniser = ({ rows, form, metadata }) => {
  if (form !== 'JSON_STAT') return null;
  const header = new Header(0, rows[0]!);
  const width = rows[0]!.length;
  const pairs = Array.from({ length: (width - 2) / 2 }, (_, index) => index * 2);
  const findColumn = (role: string | undefined, pattern: RegExp) =>
    pairs.find((column) => (role === undefined ? pattern.test(header.names[column]!) : header.names[column] === role));
  const time = findColumn(metadata.time, /^(time|time_period|year|tid|aar|år)$/i);
  const area = findColumn(metadata.geo, /^(geo|ref_area|area|country|region|land)$/i);
  if (time === undefined || area === undefined) return null;
  return {
    name: 'JSON-stat',
    publisher: metadata.source === 'ESTAT' ? 'Eurostat' : (metadata.source ?? null),
    firstRow: 1,
    areas: [{ column: area }, { column: area + 1 }],
    periods: [time],
    dimensions: pairs
      .filter((column) => column !== time && column !== area)
      .map((column) => ({
        name: header.names[column]!,
        column,
        label: column + 1,
        title: header.names[column + 1] ?? null,
      })),
    values: [{ column: width - 2, period: null, codes: {}, flags: width - 1 }],
    cellFormat: { ...PLAIN_CELL_FORMAT, missing: [':'], suppressed: {}, flagLetters: 'SDMX' },
    ...(metadata.updated !== undefined && { updated: metadata.updated }),
  } satisfies Layout;
};
