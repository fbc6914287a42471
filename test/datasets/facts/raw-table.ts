import { type CellValue, parseCell } from '../../../src/datasets/cell-value.js';
import { chooseSourceTable } from '../../../src/datasets/choose-source-table.js';
import { Header, normaliseHeading } from '../../../src/datasets/headings.js';
import type { Layout } from '../../../src/datasets/layout.js';
import type { Mapping } from '../../../src/datasets/mapping-file.js';
import { openTables } from '../../../src/datasets/open-tables.js';
import { inspectSourceFile } from '../../../src/datasets/source-file.js';

/** A row of a table with its figures, before any selection or rejection. */
interface RawRow {
  cells: readonly string[];
  figures: readonly { measure: string | null; cell: CellValue }[];
}

/** All rows of a file's table, with its headings. */
export interface RawTable {
  layout: Layout;
  rows: readonly RawRow[];
  /** Returns the index of a column by heading; undefined if there is none. */
  column(name: string): number | undefined;
}

/** Reads a table without interpretation, for facts that count rows and cells. */
export async function readRawTable(path: string, mapping: Mapping | null): Promise<RawTable> {
  using open = await openTables(await inspectSourceFile(path));
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
        const cell = parseCell(cells[column] ?? '', flags === null ? '' : (cells[flags] ?? ''), layout.cellFormat);
        return 'fault' in cell ? [] : [{ measure: codes['measure'] ?? null, cell }];
      });
      rows.push({ cells: row, figures });
    }
  }
  return { layout, rows, column: (name) => header.find(normaliseHeading(name)) };
}
