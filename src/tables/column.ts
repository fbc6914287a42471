import type { TableCell, RowItem } from './table-cell.js';

/** Roles of columns, in the order of the columns. `*` stands for columns without a role. */
export const COLUMN_ORDER = [
  'list',
  'indicator',
  'area_code',
  'area',
  'dimension',
  'period',
  'rank',
  'value',
  'unit',
  'state',
  'flags',
  '*',
  'source',
  'source_publisher',
  'source_url',
  'source_reference',
  'source_licence',
  'vintage_number',
  'vintage_date',
  'vintage_date_of',
  'vintage_at',
  'population',
  'population_vintage_date',
  'population_vintage_date_of',
] as const;

/** Meaning of a column, independent of its name. Codes of indicators and dimensions are not in `COLUMN_ORDER`. */
export type ColumnRole = Exclude<(typeof COLUMN_ORDER)[number], '*'> | 'indicator_code' | 'dimension_code';

export interface Column {
  name: string;
  role: ColumnRole | null;
  /** Whether `addRowFields` added the field of the column. Downloads contain the column, pages do not show it. */
  isAdded: boolean;
  /** Whether the column names the subject of a row. */
  isName: boolean;
  /** Type of the values. FIELD is the path of a field. ENUM and FIELD also apply to lists of such values. */
  type: 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'ENUM' | 'FIELD';
  /** GraphQL type of the values, such as `Period`; `__typename` for type names, null for composed values. */
  contractType: string | null;
  /** Description of the field in the contract; null if it is not available. */
  description: string | null;
}

/** A column whose name is not decided yet. */
export interface ColumnDraft extends Omit<Column, 'name'> {
  objects: readonly string[];
  /** Last part of the column's name; null if the column is named after the innermost of `objects`. */
  leaf: string | null;
  /** Whether the column belongs to the `latest` figure of a series, which is part of the row of the series. */
  isLatest: boolean;
  /** Whether rows of inner lists repeat the column. */
  isRepeated: boolean;
  read(item: RowItem): TableCell;
}
