import { findHeader, normaliseHeading } from '../headings.js';
import { type Layout, type LayoutDimension, PLAIN_CELL_FORMAT, type Recogniser, valueColumn } from '../layout.js';
import { isNumericColumn, periodColumns } from '../detect-columns.js';

/** World Bank tables: the download of an indicator, with a preamble, and DataBank in wide or long form. */
export const worldBank: Recogniser = ({ rows }) => {
  const header = findHeader(rows, ['country name'], ['country code']);
  if (header === null) return null;
  const code = header.find('indicator code', 'series code');
  const name = header.find('indicator name', 'series name');
  const indicator: LayoutDimension[] =
    code === undefined && name === undefined
      ? []
      : [
          {
            name: 'indicator',
            column: (code ?? name)!,
            label: code === undefined ? null : (name ?? null),
            title: header.names[(code ?? name)!]!,
          },
        ];
  const baseLayout = {
    name: 'World Bank',
    publisher: 'World Bank',
    firstRow: header.row + 1,
    areas: [{ column: header.find('country code')! }, { column: header.find('country name')! }],
    cellFormat: { ...PLAIN_CELL_FORMAT, missing: ['..', 'NA', 'N/A'], suppressed: {} },
    ...readUpdated(rows.slice(0, header.row)),
  } satisfies Partial<Layout>;
  const wideColumns = periodColumns(header);
  if (wideColumns.length > 0) return { ...baseLayout, periods: [], dimensions: indicator, values: wideColumns };
  const time = header.find('time', 'year');
  if (time === undefined) return null;
  const knownColumns = [
    header.find('country name'),
    header.find('country code'),
    time,
    header.find('time code'),
    code,
    name,
  ];
  const body = rows.slice(header.row + 1);
  const figures = header
    .otherColumns(knownColumns)
    .filter((column) => isNumericColumn(body, column, baseLayout.cellFormat));
  if (figures.length === 0) return null;
  const withMeasure = figures.length > 1;
  return {
    ...baseLayout,
    periods: [time],
    dimensions: withMeasure ? [...indicator, { name: 'measure', column: null, label: null, title: null }] : indicator,
    values: figures.map((column) => valueColumn(column, withMeasure ? { measure: header.names[column]!.trim() } : {})),
  };
};

function readUpdated(rowsAbove: readonly (readonly string[])[]): { updated?: string } {
  const row = rowsAbove.find(([name = '']) => normaliseHeading(name).startsWith('last updated'));
  const updated = row?.[1]?.trim();
  return updated ? { updated } : {};
}
