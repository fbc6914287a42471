import type { Table } from '../tables/table.js';

/**
 * The earliest moment as of which the figures of tables are sure to be what they are now, as in
 * `2026-11-26T00:00:00.000Z`: the newest of their vintages, and the day on which they were retrieved.
 *
 * @param retrievedOn as in 2026-11-26
 */
export function vintageMoment(tables: readonly Pick<Table, 'columns' | 'rows'>[], retrievedOn: string): string {
  const moments = tables.flatMap(({ columns, rows }) => {
    const at = columns.findIndex(({ role }) => role === 'vintage_at');
    return at < 0 ? [] : rows.map((row) => String(row[at] ?? ''));
  });
  // Of the population by which figures were divided, the vintage is told nowhere; it is of no later day.
  return [...moments, `${retrievedOn}T00:00:00.000Z`].toSorted().at(-1)!;
}
