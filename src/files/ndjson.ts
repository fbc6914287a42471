import type { RowStream } from './file-metadata.js';

/** Yields one line per row: a JSON object with all columns. */
export async function* ndjsonText({ columns, pages }: RowStream): AsyncGenerator<string> {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    yield rows.map((row) => `{${row.map((cell, index) => keys[index]! + JSON.stringify(cell)).join(',')}}\n`).join('');
  }
}
