import type { Cell, Item } from './cell.js';

/** What a column says of a figure, whatever it is called. */
export type Role =
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

/** A column of a table. */
export interface Column {
  /** Unique in its table. */
  name: string;
  role: Role | null;
  /** Whether it was added and not asked for: files have it, a screen hides it. */
  isQuiet: boolean;
  /** Whether it names what a row is about. */
  isName: boolean;
  /** ENUM and FIELD also where values of enums, and names of fields, stand among other texts. */
  type: 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'ENUM' | 'FIELD';
  /**
   * The type of its values in the contract, as in `Period` or the name of an enum; `__typename` where they are themselves
   * names of types, null where it is put together.
   */
  holds: string | null;
  /** What the contract says of it; null where nobody asked the contract for it. */
  description: string | null;
}

/** A column as an object of the answer gives it, before it has its name. */
export interface Draft extends Omit<Column, 'name'> {
  /** The objects that it stands in, below the item, outermost first. */
  objects: readonly string[];
  /** Its own name; null where it is the name of its object. */
  leaf: string | null;
  /** Whether it holds a figure of the item that has its place as long as the item is the row. */
  isLatest: boolean;
  /** Whether rows below repeat it. */
  isRepeated: boolean;
  read(item: Item): Cell;
}
