import type { Table } from '../tables/table.js';

type Told = Pick<Table, 'columns' | 'rows'>;

/**
 * The earliest moment as of which the figures of tables are sure to be what they are now, as in
 * `2025-01-01T00:00:00Z`: that of the newest of their vintages. Where not all vintages are told it is the day on which they
 * were retrieved, should that be later; a correction that is dated before it is then shown as well.
 *
 * @param retrievedOn as in 2026-11-26
 */
export function vintageMoment(tables: readonly Told[], retrievedOn: string): string {
  const moments = tables.flatMap((table) => collectCells(table, ({ role }) => role === 'vintage_at'));
  const areTold = moments.length > 0 && tables.every(tellsVintages);
  const known = areTold ? moments : [...moments, `${retrievedOn}T00:00:00.000Z`];
  return known.reduce((newest, each) => (Date.parse(each) > Date.parse(newest) ? each : newest));
}

/** Whether a table says of which vintages all its figures are. Of the population that figures are divided by, none does. */
function tellsVintages(table: Told): boolean {
  const { columns } = table;
  const isOfFigures = columns.some(({ holds, role }) => holds === 'Period' || role === 'value');
  if (!isOfFigures) return true;
  const isDivided = collectCells(table, ({ holds }) => holds === 'Transform').includes('PER_100K');
  return !isDivided && columns.some(({ role }) => role === 'vintage_at');
}

function collectCells({ columns, rows }: Told, isMeant: (column: Table['columns'][number]) => boolean): string[] {
  const at = columns.findIndex(isMeant);
  return at < 0 ? [] : rows.map((row) => String(row[at] ?? '')).filter(Boolean);
}
