import type { DisplayColumn } from '../../saved-queries/display-table.js';
import type { TableRow } from '../../tables/table.js';

export interface SortOrder {
  column: string;
  isDescending: boolean;
}

/** Returns the next sort order of a column: ascending, then descending, then none. */
export function nextSortOrder(order: SortOrder | null, column: string): SortOrder | null {
  if (order?.column !== column) return { column, isDescending: false };
  return order.isDescending ? null : { column, isDescending: true };
}

/** Sorts rows by a column. Empty values are always last. */
export function sortRows(
  rows: readonly TableRow[],
  columns: readonly DisplayColumn[],
  order: SortOrder | null,
  locale: string,
): readonly TableRow[] {
  const column = order && columns.find(({ name }) => name === order.column);
  if (!column) return rows;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = order.isDescending ? -1 : 1;
  return rows.toSorted((rowA, rowB) => {
    const [a, b] = [column.raw(rowA), column.raw(rowB)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return (a - b) * sign;
    return compare(String(a), String(b)) * sign;
  });
}
