import type { CellValue } from '../../../src/datasets/cell-value.js';
import { parseCell } from '../../../src/datasets/cell-value.js';
import { chooseSourceTable } from '../../../src/datasets/choose-layout.js';
import { Header, normaliseHeading } from '../../../src/datasets/header.js';
import type { Layout } from '../../../src/datasets/layout.js';
import type { Mapping } from '../../../src/datasets/mapping-file.js';
import { openTables } from '../../../src/datasets/open-tables.js';
import { openSource } from '../../../src/datasets/source-file.js';

/** A row of a table with the figures in it, before anything was taken or rejected. */
interface RawRow {
  cells: readonly string[];
  figures: readonly { measure: string | null; cell: CellValue }[];
}

/** All rows of a file's table, with its headings. */
export interface RawTable {
  layout: Layout;
  rows: readonly RawRow[];
  /** The column with a heading; undefined where there is none. */
  column(name: string): number | undefined;
}

/** Reads a table as it is, for facts that count rows and cells. */
export async function rawTable(path: string, mapping: Mapping | null): Promise<RawTable> {
  using open = await openTables(await openSource(path));
  const { table, layout, sample } = await chooseSourceTable(open.tables, { sheet: null, mapping });
  const header = new Header(0, sample.rows[layout.firstRow - 1] ?? []);
  const rows: RawRow[] = [];
  let index = 0;
  for await (const batch of table.read()) {
    for (const row of batch.rows) {
      if (index++ < layout.firstRow) continue;
      const cells = layout.prepare ? layout.prepare(row) : row;
      if (cells === null || cells.filter((cell) => cell.trim() !== '').length < 2) continue;
      const figures = layout.values.flatMap(({ column, flags, codes }) => {
        const cell = parseCell(cells[column] ?? '', flags === null ? '' : (cells[flags] ?? ''), layout.grammar);
        return 'fault' in cell ? [] : [{ measure: codes['measure'] ?? null, cell }];
      });
      rows.push({ cells: row, figures });
    }
  }
  return { layout, rows, column: (name) => header.find(normaliseHeading(name)) };
}
