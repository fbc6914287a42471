import type { TableCell, Item } from './cell.js';

/** Meaning of a column, independent of its name. */
export type ColumnRole =
  | 'list'
  | 'indicator'
  | 'indicator_code'
  | 'area_code'
  | 'area'
  | 'dimension'
  | 'dimension_code'
  | 'period'
  | 'rank'
  | 'value'
  | 'unit'
  | 'state'
  | 'flags'
  | 'source'
  | 'source_publisher'
  | 'source_url'
  | 'vintage_number'
  | 'vintage_date'
  | 'vintage_date_of'
  | 'vintage_at'
  | 'population'
  | 'population_vintage_date'
  | 'population_vintage_date_of';

export interface Column {
  name: string;
  role: ColumnRole | null;
  /** Whether it was added to the query; files have it, screens do not. */
  isQuiet: boolean;
  /** Whether it names the subject of a row. */
  isName: boolean;
  /** ENUM and FIELD also for lists that contain such values. */
  type: 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'ENUM' | 'FIELD';
  /** Contract type of the values, as `Period`; `__typename` for type names; null for composed values. */
  contractType: string | null;
  /** Description in the contract; null where not requested. */
  description: string | null;
}

/** A column without its final name. */
export interface ColumnDraft extends Omit<Column, 'name'> {
  /** Objects from the item down to it. */
  objects: readonly string[];
  /** Own name; null where it has the name of its object. */
  leaf: string | null;
  /** Whether it is a figure that replaces the item's own rows. */
  isLatest: boolean;
  /** Whether rows below repeat it. */
  isRepeated: boolean;
  read(item: Item): TableCell;
}
