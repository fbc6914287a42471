import { csvLine } from '../../files/csv.js';
import type { TableCell } from '../../tables/table-cell.js';
import type { ResultTable } from '../../tables/table.js';
import { columnLabel } from '../../i18n/column-labels.js';
import type { LocaleMessages } from '../../i18n/locale-messages.js';

const TSV_FORMAT = { separator: '\t', decimalMark: '.', hasByteOrderMark: false } as const;
const FORMULA_START = /^[=+\-@\t\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Formats a table for the clipboard, as HTML and as tab-separated text, with full precision. Texts are marked, so that
 * spreadsheets do not convert them to dates or formulas.
 * @param locale  number format of the spreadsheet
 */
export function formatForSpreadsheet(
  { columns, rows }: Pick<ResultTable, 'columns' | 'rows'>,
  messages: LocaleMessages,
  locale: string,
) {
  const labels = columns.map((column) => columnLabel(messages, column));
  const numberFormat = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 });
  const cell = (value: TableCell) => {
    if (value === null) return '<td></td>';
    if (typeof value === 'number') return `<td x:num="${value}">${numberFormat.format(value)}</td>`;
    const text = String(value);
    const safeText = FORMULA_START.test(text) ? `'${text}` : text;
    return `<td x:str>${escapeHtml(safeText)}</td>`;
  };
  const head = `<tr>${labels.map((label) => `<th>${escapeHtml(label)}</th>`).join('')}</tr>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return {
    html: `<table xmlns:x="urn:schemas-microsoft-com:office:excel">${head}${body}</table>`,
    text: [labels, ...rows].map((row) => csvLine(row, TSV_FORMAT)).join(''),
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
