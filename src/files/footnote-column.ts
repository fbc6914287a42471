import type { Column } from '../tables/column.js';
import type { Row } from '../tables/table.js';
import { needsFootnote } from '../words/footnotes.js';
import type { Words } from '../words/words.js';
import type { RowStream } from './file-facts.js';

const COLUMN: Column = {
  name: 'footnote',
  role: null,
  isQuiet: true,
  isName: false,
  type: 'TEXT',
  holds: null,
  description: 'The footnote of a name in the row.',
};

/** Adds a column with footnotes of names in each row. */
export function withFootnoteColumn(stream: RowStream, words: Words): RowStream {
  return { ...stream, columns: [...stream.columns, COLUMN], pages: rowsWith(stream.pages, words) };
}

async function* rowsWith(pages: RowStream['pages'], words: Words): AsyncGenerator<readonly Row[]> {
  for await (const rows of pages) yield rows.map((row) => [...row, namesFootnoted(row) ? words.chart.kosovo : null]);
}

export function namesFootnoted(row: Row): boolean {
  return row.some((cell) => typeof cell === 'string' && needsFootnote(cell));
}
