import type { TableCell } from '../../src/tables/table-cell.js';
import type { Column, ColumnRole } from '../../src/tables/column.js';
import type { ResultTable } from '../../src/tables/table.js';

/** Figures of one series by period. A text is a state, and an array a figure with its flags. */
export type FiguresByPeriod = Readonly<Record<string, number | string | readonly [number, string]>>;

/** Returns a table of the given series, with the columns that a query for figures has. */
export function figuresTable(
  series: readonly {
    indicator?: string;
    area: string;
    code?: string;
    unit?: string;
    sex?: string;
    list?: string;
    figures: FiguresByPeriod;
  }[],
  { isRanked = false } = {},
): Pick<ResultTable, 'columns' | 'rows'> {
  const roles: ColumnRole[] = [
    'list',
    'indicator',
    'area_code',
    'area',
    'dimension',
    'period',
    'value',
    'unit',
    'state',
    'flags',
    'source',
  ];
  if (isRanked) roles.push('rank');
  const rows = series.flatMap(({ indicator = 'Arrivals', area, code = area, unit = 'persons', sex, list, figures }) =>
    Object.entries(figures).map(([period, figure]): TableCell[] => {
      const [value, flags] = typeof figure === 'object' ? figure : [typeof figure === 'number' ? figure : null, null];
      const state = typeof figure === 'string' ? figure : 'REPORTED';
      const row: TableCell[] = [
        list ?? null,
        indicator,
        code,
        area,
        sex ?? null,
        period,
        value,
        unit,
        state,
        flags,
        'A report',
      ];
      return isRanked ? [...row, 1] : row;
    }),
  );
  return { columns: roles.map(column), rows };
}

function column(role: ColumnRole): Column {
  return { name: role, role, isAdded: false, isName: true, type: 'TEXT', contractType: null, description: null };
}

/** Returns figures for `count` months from January of the year `from`. `figure` computes each from its index. */
export function monthlyFigures(
  from: number,
  count: number,
  figure: (at: number) => FiguresByPeriod[string],
): FiguresByPeriod {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${from + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      figure(index),
    ]),
  );
}
