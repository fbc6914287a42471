import type { Localisation } from '../../saved-queries/display-cell.js';
import { VALUE_SEPARATOR } from '../../tables/table-cell.js';
import { type DisplayCell, type DisplayTable, toDisplayTable } from '../../saved-queries/display-table.js';
import { type Html, html } from '../../html/html.js';
import { localisedPartsHtml, truncateText } from '../../html/page-writer.js';
import { renderLangAttribute } from '../../html/page-shell.js';
import type { TableRow, ScreenTable } from '../../tables/table.js';
import { completenessMessages } from '../../i18n/completeness-messages.js';
import type { OtherLanguageTexts } from '../../i18n/other-language-texts.js';
import type { QuestionLinks } from './question-links.js';

/** Maximum size of the rows on a page, in bytes. Lower for figures, whose page also has a chart. */
const MAX_ROWS_BYTES = { figures: 22_000, other: 36_000 };
const ROW_LIMITS = { min: 10, max: 200 };
/** Maximum lengths of a text on the page, in characters. Longer texts are truncated, but complete in downloads. */
const MAX_TEXT_LENGTH = { table: 300, list: 1000 };
/** Length in characters from which a text needs a wide column. With three wide columns, rows are lists. */
const LONG_TEXT = { length: 100, columns: 3 };

interface TableOptions {
  title: Html;
  page: number;
  links: QuestionLinks;
  localisation: Localisation;
  foreign: OtherLanguageTexts;
}

/**
 * Renders a table: the values that all rows have in common, then as many rows as fit. Rows with long texts are lists of
 * labelled values, as is a single row.
 */
export function answerTable(table: ScreenTable, { title, page, links, localisation, foreign }: TableOptions): Html {
  const { messages, format } = localisation;
  const displayTable = toDisplayTable(table, localisation);
  const { rows } = table;
  const renderedRows = rows.slice(0, ROW_LIMITS.max).map((row) => renderRow(row, displayTable, foreign));
  const averageBytes = renderedRows.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, renderedRows.length);
  const maxBytes = MAX_ROWS_BYTES[displayTable.isFigures ? 'figures' : 'other'];
  const pageSize = Math.max(ROW_LIMITS.min, Math.min(ROW_LIMITS.max, Math.floor(maxBytes / Math.max(1, averageBytes))));
  const pageCount = Math.max(1, Math.ceil(rows.length / pageSize));
  const currentPage = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
  const start = (currentPage - 1) * pageSize;
  const pageRows = rows.slice(start, start + pageSize);
  const rowCountText = `${format.number(rows.length)}${table.isTruncated ? '+' : ''}`;
  const count =
    pageCount === 1 && !table.isTruncated
      ? messages.answer.rows({ count: rows.length })
      : messages.answer.rowsFrom({
          first: format.number(start + 1),
          last: format.number(start + pageRows.length),
          all: rowCountText,
        });
  const scope = completenessMessages(table.scopes ?? [], messages).join(' ') || null;
  if (rows.length === 1 && !displayTable.isFigures) return rowList(displayTable.columns, rows[0]!, foreign);
  const caption = html`<b>${title}</b>, ${count}${scope !== null && html`<br /><span class="soft">${scope}</span>`}`;
  const pageLinks = pageCount > 1 && pager(currentPage, pageCount, { path: table.path, links, messages });
  if (hasLongRows(displayTable, pageRows)) {
    const nameColumn =
      displayTable.columns.find(({ name }) => name === table.rowName || name === 'name') ?? displayTable.columns[0]!;
    const otherColumns = displayTable.columns.filter((column) => column !== nameColumn);
    const lists = pageRows.map(
      (row) =>
        html`<h3>${cellHtml(nameColumn.cell(row), foreign)}</h3>
          ${rowList(otherColumns, row, foreign)}`,
    );
    return html`${commonFacts(displayTable, foreign)}
      <p>${caption}</p>
      ${lists} ${pageLinks}`;
  }
  return html`${commonFacts(displayTable, foreign)}
    <div class="scroll" role="region" tabindex="0" aria-label="${messages.answer.table}">
      <table class="${displayTable.isFigures ? 'answer' : 'answer stack'}">
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${displayTable.columns.map((column) => html`<th scope="col" ${classAttribute(column, displayTable)}>${localisedPartsHtml(column.labelParts)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${pageRows.map((row) => renderRow(row, displayTable, foreign))}
        </tbody>
      </table>
    </div>
    ${pageLinks}`;
}

function commonFacts({ common }: DisplayTable, foreign: OtherLanguageTexts): Html | null {
  if (common.length === 0) return null;
  return html`<dl class="common">
    ${common.map(
      ({ labelParts, cell }) =>
        html`<div>
          <dt>${localisedPartsHtml(labelParts)}</dt>
          <dd>${cellHtml(cell, foreign)}</dd>
        </div> `,
    )}
  </dl> `;
}

function hasLongRows({ isFigures, columns }: DisplayTable, rows: readonly TableRow[]): boolean {
  const longColumns = columns.filter(({ cell }) => rows.some((row) => cell(row).text.length > LONG_TEXT.length));
  return !isFigures && longColumns.length >= LONG_TEXT.columns;
}

/** Renders a row as a list of labelled values. */
function rowList(columns: DisplayTable['columns'], row: TableRow, foreign: OtherLanguageTexts): Html {
  const values = columns
    .map(({ labelParts, cell }) => ({ labelParts, cell: cell(row) }))
    .filter(({ cell }) => cell.text !== '');
  return html`<dl class="facts">
    ${values.map(
      ({ labelParts, cell }) =>
        html`<dt>${localisedPartsHtml(labelParts)}</dt>
          <dd>${cellHtml(cell, foreign, MAX_TEXT_LENGTH.list)}</dd> `,
    )}
  </dl> `;
}

function renderRow(row: TableRow, displayTable: DisplayTable, foreign: OtherLanguageTexts): Html {
  const headIndex = displayTable.columns.findIndex(({ isNumber }) => !isNumber);
  return html`<tr>
    ${displayTable.columns.map((column, index) => {
      const cell = column.cell(row);
      const { text, isMissing } = cell;
      const content = cellHtml(cell, foreign);
      if (index === headIndex) {
        return html`<th scope="row" ${classAttribute(column, displayTable)}>
          ${content}${narrowScreenValues('NAME', row, displayTable, foreign)}
        </th>`;
      }
      // On narrow screens a row is a list of labelled values.
      const label = !displayTable.isFigures && text !== '' && html` data-l="${column.label}"`;
      const classes =
        text.length > LONG_TEXT.length ? html` class="long"` : classAttribute(column, displayTable, isMissing);
      return html`<td${classes}${label}>${content}${column.role === 'value' && narrowScreenValues('VALUE', row, displayTable, foreign)}</td>`;
    })}
  </tr> `;
}

/** Renders values of other columns inside a cell, for narrow screens, which hide these columns. */
function narrowScreenValues(
  place: 'NAME' | 'VALUE',
  row: TableRow,
  { isFigures, columns }: DisplayTable,
  foreign: OtherLanguageTexts,
): Html {
  const cells = columns.filter(({ narrowPlace }) => isFigures && narrowPlace === place).map(({ cell }) => cell(row));
  return html`${cells.map((cell) => cell.text !== '' && html`<small class="narrow-only">${cellHtml(cell, foreign)}</small>`)}`;
}

function classAttribute(
  { isNumber, isMain }: DisplayTable['columns'][number],
  { isFigures }: DisplayTable,
  isMissing = false,
): Html | null {
  const names = [
    ...(isNumber ? ['n'] : []),
    ...(isMissing ? ['gone'] : []),
    // Narrow screens show the name, the period and the value of a figure.
    ...(isFigures && !isMain ? ['side'] : []),
  ];
  return names.length > 0 ? html` class="${names.join(' ')}"` : null;
}

/** Renders the items of a cell. Texts are truncated to a length. */
function cellHtml({ items, text }: DisplayCell, foreign: OtherLanguageTexts, maxLength = MAX_TEXT_LENGTH.table): Html {
  // A foreign text may itself contain the separators of a list.
  const commonLang = foreign.langOf(text);
  return html`${items.map(({ text, href }, index) => {
    const lang = renderLangAttribute(commonLang ?? foreign.langOf(text));
    const content = lang === false ? valuesHtml(text, foreign, maxLength) : shorten(text, maxLength);
    if (href !== null) return html`${index > 0 && '; '}<a href="${href}" ${lang}>${content}</a>`;
    return html`${index > 0 && '; '}${lang === false ? content : html`<span${lang}>${content}</span>`}`;
  })}`;
}

/** Renders the values of an item, each marked with its language. */
function valuesHtml(text: string, foreign: OtherLanguageTexts, maxLength: number): Html {
  let remaining = maxLength;
  const values = text.split(VALUE_SEPARATOR).map((value, index) => {
    const shortened = shorten(value, remaining);
    remaining -= value.length + VALUE_SEPARATOR.length;
    const lang = foreign.langOf(value);
    return html`${index > 0 && shortened !== '' && VALUE_SEPARATOR}${lang === null ? shortened : html`<span lang="${lang}">${shortened}</span>`}`;
  });
  return html`${values}`;
}

function shorten(text: string, maxLength: number): string {
  if (maxLength <= 0) return '';
  // Lists of sentences need no semicolons.
  return truncateText(text.replaceAll('.; ', '. '), maxLength);
}

function pager(
  index: number,
  pages: number,
  { path, links, messages }: { path: string; links: QuestionLinks; messages: Localisation['messages'] },
): Html {
  const link = (page: number, title: string, rel: string) =>
    html`<a href="${links.page(undefined, { table: path, page: String(page) })}#answer" rel="${rel}">${title}</a>`;
  return html`<nav class="pager" aria-label="${messages.answer.pages}">
    ${index > 1 ? link(index - 1, messages.answer.previous, 'prev') : html`<span></span>`}
    <span>${messages.answer.pageOf({ page: index, all: pages })}</span>
    ${index < pages ? link(index + 1, messages.answer.next, 'next') : html`<span></span>`}
  </nav> `;
}
