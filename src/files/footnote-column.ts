import type { Column } from '../tables/column.js';
import type { TableRow } from '../tables/table.js';
import { needsFootnote } from '../i18n/footnotes.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import type { RowStream } from './file-metadata.js';

const FOOTNOTE_COLUMN: Column = {
  name: 'footnote',
  role: null,
  isAdded: true,
  isName: false,
  type: 'TEXT',
  contractType: null,
  description: 'The footnote of a name in the row.',
};

/** Adds a column with the footnotes of names in each row. */
export function withFootnoteColumn(stream: RowStream, messages: LocaleMessages): RowStream {
  return { ...stream, columns: [...stream.columns, FOOTNOTE_COLUMN], pages: withFootnotes(stream.pages, messages) };
}

async function* withFootnotes(
  pages: RowStream['pages'],
  messages: LocaleMessages,
): AsyncGenerator<readonly TableRow[]> {
  for await (const rows of pages)
    yield rows.map((row) => [...row, hasFootnotedName(row) ? messages.chart.kosovo : null]);
}

export function hasFootnotedName(row: TableRow): boolean {
  return row.some((cell) => typeof cell === 'string' && needsFootnote(cell));
}
