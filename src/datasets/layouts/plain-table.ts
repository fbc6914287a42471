import { findHeader, Header } from '../headings.js';
import { dimensionColumn, PLAIN_CELL_FORMAT, type Recogniser, type TableSample } from '../layout.js';
import headings from './headings.json' with { type: 'json' };

const { areas: AREAS, periods: PERIODS, flags: FLAGS, values: VALUES } = headings.plain;

/** Any table with exactly one heading each for area, period and value. Optional flags; other columns are dimensions. */
export const plainTable: Recogniser = ({ rows }) => {
  const header = findHeader(rows.slice(0, 1), AREAS, PERIODS, VALUES);
  if (header === null) return null;
  const [areas, periods, values] = [AREAS, PERIODS, VALUES].map((names) =>
    names.flatMap((name) => header.find(name) ?? []),
  );
  if (areas!.length !== 1 || periods!.length !== 1 || values!.length !== 1) return null;
  const [area, period, value] = [areas![0]!, periods![0]!, values![0]!];
  const flags = header.find(...FLAGS) ?? null;
  return {
    name: 'a plain table',
    publisher: null,
    firstRow: header.row + 1,
    cellFormat: { ...PLAIN_CELL_FORMAT, flagLetters: flags === null ? null : 'SDMX' },
    areas: [{ column: area }],
    periods: [period],
    dimensions: header
      .otherColumns([area, period, value, flags ?? undefined])
      .map((column) => dimensionColumn(header.names[column]!.trim(), column)),
    values: [{ column: value, period: null, codes: {}, flags }],
  };
};

/** Describes missing and ambiguous headings of a table that is not plain, in the row with the most known headings. */
export function plainTableFaults(rows: TableSample['rows']): { row: number; faults: string[] } {
  const requiredColumns = [
    ['area', AREAS],
    ['period', PERIODS],
    ['value', VALUES],
  ] as const;
  const headers = rows.slice(0, 40).map((names, index) => {
    const header = new Header(index, names);
    const foundColumns = requiredColumns.map(([columnLabel, names]) => ({
      what: columnLabel,
      names,
      columns: names.flatMap((name) => header.find(name) ?? []),
    }));
    return { header, found: foundColumns, matches: foundColumns.filter(({ columns }) => columns.length > 0).length };
  });
  const bestHeader = headers.reduce((a, b) => (b.matches > a.matches ? b : a));
  const missingColumns = bestHeader.found
    .filter(({ columns }) => columns.length === 0)
    .map(({ what, names }) => `for the ${what} (such as ${names.slice(0, 2).join(', ')} or ${names[2]})`);
  const ambiguousColumns = bestHeader.found
    .filter(({ columns }) => columns.length > 1)
    .map(({ what, columns }) => {
      return `several columns for the ${what}: ${columns.map((column) => bestHeader.header.names[column]!.trim()).join(', ')}`;
    });
  return {
    row: bestHeader.header.row,
    faults: [...(missingColumns.length > 0 ? [`no column ${missingColumns.join(' and ')}`] : []), ...ambiguousColumns],
  };
}
