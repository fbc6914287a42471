import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { localisedSpan } from '../../html/page-writer.js';
import { enumLabel } from '../../i18n/column-labels.js';
import type { OtherLanguageTexts } from '../../i18n/other-language-texts.js';
import { periodsBetween, readPeriod } from '../../series/period.js';
import type { ColumnRole } from '../../tables/column.js';
import type { ScreenTable, TableRow } from '../../tables/table.js';

/** Signs of Eurostat for missing figures and for flags. A partial figure has its own. */
const STATE_SIGNS: Readonly<Record<string, string>> = { SUPPRESSED: 'c', NOT_APPLICABLE: 'z' };
const FLAG_SIGNS: Readonly<Record<string, string>> = {
  PROVISIONAL: 'p',
  ESTIMATED: 'e',
  BREAK_IN_SERIES: 'b',
  REVISED: 'r',
  LOW_RELIABILITY: 'u',
  DEFINITION_DIFFERS: 'd',
  FORECAST: 'f',
};
const NO_FIGURE = ':';
const PARTIAL = { state: 'PARTIAL', sign: 'i' };

/** A row of a pivot table: the figures of a series by period. */
interface PivotRow {
  name: string;
  byPeriod: Map<string, { value: number | null; state: string; flags: readonly string[] }>;
}

export interface PivotOptions {
  writer: PageWriter;
  foreign: OtherLanguageTexts;
  /** Caption, which names the figures and their unit. */
  caption: Html;
  /** Period by whose figures the rows are sorted, or `name`. Null keeps the order. */
  sort: string | null;
  /** Returns the path of the page with rows in an order. */
  sorted(by: string): string;
}

/** Renders figures as a table of series by period, newest first, with a legend of the signs. */
export function pivotTable(table: ScreenTable, options: PivotOptions): Html {
  const { writer, foreign, caption, sort, sorted } = options;
  const { messages, format } = writer;
  const rows = sortRows(readRows(table), sort, format.locale);
  const periods = allPeriods(rows).reverse();
  const signs = new Map<string, string>();
  const cell = (row: PivotRow, period: string) => {
    const { value, state, flags } = row.byPeriod.get(period) ?? { value: null, state: 'NOT_REPORTED', flags: [] };
    const note = (sign: string, name: string, type: string) => {
      signs.set(sign, sign === NO_FIGURE ? messages.chart.noFigure : enumLabel(messages, name, type));
      return sign;
    };
    if (value === null)
      return html`<td class="n gone">${note(STATE_SIGNS[state] ?? NO_FIGURE, state, 'ObservationState')}</td>`;
    const marks = [
      ...flags.flatMap((flag) => (flag in FLAG_SIGNS ? [note(FLAG_SIGNS[flag]!, flag, 'ObservationFlag')] : [])),
      ...(state === PARTIAL.state ? [note(PARTIAL.sign, state, 'ObservationState')] : []),
    ];
    return html`<td class="n">
      ${format.number(value)}${marks.length > 0 && html`<sup class="fl">${marks.join(' ')}</sup>`}
    </td>`;
  };
  const heading = (by: string, title: string) =>
    sort === by ? title : html`<a href="${sorted(by)}" rel="nofollow">${title}</a>`;
  const body = rows.map(
    (row) =>
      html`<tr>
        <th scope="row">${localisedSpan(row.name, foreign)}</th>
        ${periods.map((period) => cell(row, period))}
      </tr> `,
  );
  return html`<div class="scroll pivot" role="region" tabindex="0" aria-label="${messages.answer.table}">
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${heading('name', messages.explorer.byName)}</th>
            ${periods.map((period) => html`<th scope="col" class="n">${heading(period, format.period(period))}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${body}
        </tbody>
      </table>
    </div>
    ${
      signs.size > 0 &&
      html`<p class="small soft">
        ${messages.explorer.signs}${format.colon}
        ${[...signs].map(([sign, text], index) => html`${index > 0 && `${format.semicolon} `}<b>${sign}</b> ${text}`)}
      </p>`
    }`;
}

/** Returns every period from the first to the last, or those of the figures if they have several frequencies. */
function allPeriods(rows: readonly PivotRow[]): string[] {
  const known = [...new Set(rows.flatMap(({ byPeriod }) => [...byPeriod.keys()]))].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = periodsBetween(first, last);
  return known.every((period) => between.includes(period)) ? between : known;
}

function readRows({ columns, rows }: ScreenTable): PivotRow[] {
  const at = (role: ColumnRole) => columns.findIndex((column) => column.role === role);
  const text = (row: TableRow, index: number) => String((index < 0 ? null : row[index]) ?? '');
  const [area, period, value, state, flags] = (['area', 'period', 'value', 'state', 'flags'] as const).map(at) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const all = [area, ...columns.flatMap(({ role }, index) => (role === 'dimension' ? [index] : []))];
  const varying = all.filter((part) => new Set(rows.map((row) => text(row, part))).size > 1);
  const parts = varying.length > 0 ? varying : [area];
  const byName = new Map<string, PivotRow>();
  for (const row of rows) {
    const name = parts
      .map((part) => text(row, part))
      .filter(Boolean)
      .join(', ');
    if (!readPeriod(text(row, period))) continue;
    if (!byName.has(name)) byName.set(name, { name, byPeriod: new Map() });
    const figure = row[value];
    byName.get(name)!.byPeriod.set(text(row, period), {
      value: typeof figure === 'number' ? figure : null,
      state: text(row, state) || 'NOT_REPORTED',
      flags: text(row, flags).match(/[A-Z_]+/g) ?? [],
    });
  }
  return [...byName.values()];
}

function sortRows(rows: readonly PivotRow[], sort: string | null, locale: string): readonly PivotRow[] {
  if (sort === null) return rows;
  if (sort === 'name') return rows.toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const value = ({ byPeriod }: PivotRow) => byPeriod.get(sort)?.value ?? -Infinity;
  return rows.toSorted((a, b) => value(b) - value(a) || 0);
}
