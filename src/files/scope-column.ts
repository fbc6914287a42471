import type { Column } from '../tables/column.js';
import type { TableRow } from '../tables/table.js';
import type { RowStream } from './file-metadata.js';

const SCOPE_COLUMN: Column = {
  name: 'scope',
  role: null,
  isAdded: true,
  isName: false,
  type: 'TEXT',
  contractType: null,
  description: 'Scope of the table, and requested items that are missing.',
};

/** Adds a column that describes missing rows, if there are any. A table without rows gets a row with only this cell. */
export function withScopeColumn(stream: RowStream, scope: () => readonly string[]): RowStream {
  if (scope().length === 0) return stream;
  return { ...stream, columns: [...stream.columns, SCOPE_COLUMN], pages: withScopeCells(stream, scope) };
}

async function* withScopeCells(
  { columns, pages }: RowStream,
  scope: () => readonly string[],
): AsyncGenerator<readonly TableRow[]> {
  let isEmpty = true;
  for await (const rows of pages) {
    const text = scope().join(' ');
    isEmpty &&= rows.length === 0;
    yield rows.map((row) => [...row, text]);
  }
  if (isEmpty) yield [[...columns.map(() => null), scope().join(' ')]];
}
