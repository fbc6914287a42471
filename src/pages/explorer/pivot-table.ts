import { type Html, html } from '../../html/html.js';
import { composedTextHtml, type PageWriter } from '../../html/page-writer.js';
import { enumLabel } from '../../i18n/column-labels.js';
import type { OtherLanguageTexts } from '../../i18n/other-language-texts.js';
import type { ChartTable } from '../../charts/chart.js';
import { growthBetween } from '../../series/group-totals.js';
import { periodsBetween, parsePeriod } from '../../series/period.js';
import type { ColumnRole } from '../../tables/column.js';
import type { TableRow } from '../../tables/table.js';

/** Eurostat's signs for missing figures and for flags. Eurostat has no sign for partial figures. */
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
const NO_FIGURE_SIGN = ':';
const PARTIAL_SIGN = { state: 'PARTIAL', sign: 'i' };
/** Upper limits of the changes that each shade marks, in percent. A further shade marks larger changes. */
const SHADE_LIMITS = [1, 5, 20];

/** A row of a pivot table: the figures of a series by period. */
interface PivotRow {
  /** Area and codes, including those that all rows have in common. Identifies the row in other editions. */
  key: string;
  name: string;
  byPeriod: Map<string, { value: number | null; state: string; flags: readonly string[] }>;
}

export interface PivotOptions {
  writer: PageWriter;
  foreign: OtherLanguageTexts;
  /** Caption, which names the figures and their unit. */
  caption: Html;
  /** The same figures in an earlier edition. Cells that differ from it are shaded. */
  earlier: { table: ChartTable; number: number } | null;
  /** Period by whose figures the rows are sorted, or `name`. Null keeps the order. */
  sort: string | null;
  /** Returns the path of the page with the rows sorted by a period or `name`. */
  sortPath(sortKey: string): string;
}

/** Renders figures as a table of series by period, newest first, with a legend of the signs and shades. */
export function pivotTable(table: ChartTable, options: PivotOptions): Html {
  const { writer, foreign, caption, earlier, sort, sortPath } = options;
  const { messages, format } = writer;
  const rows = sortRows(toPivotRows(table), sort, format.locale);
  const periods = columnPeriods(rows).reverse();
  const signs = new Map<string, string>();
  const edition = earlier && { number: String(earlier.number) };
  const earlierRows = new Map(earlier && toPivotRows(earlier.table).map(({ key, byPeriod }) => [key, byPeriod]));
  let isShaded = false;
  const shadedCell = (value: number, before: number | null | undefined) => {
    if (before == null || before === value) return html` class="n"`;
    const { percent } = growthBetween({ value: before }, { value });
    const level = SHADE_LIMITS.filter((limit) => percent === null || Math.abs(percent) > limit).length;
    const change = percent === null ? '' : ` (${format.signedNumber(Number(percent.toFixed(1)))} %)`;
    isShaded = true;
    const text = `${messages.columns['vintage_number']} ${edition!.number}${format.colon} ${format.number(before)}${change}`;
    return html` class="n shade${level}" title="${text}"`;
  };
  const cell = (row: PivotRow, period: string) => {
    const { value, state, flags } = row.byPeriod.get(period) ?? { value: null, state: 'NOT_REPORTED', flags: [] };
    const addSign = (sign: string, name: string, type: string) => {
      signs.set(sign, sign === NO_FIGURE_SIGN ? messages.chart.noFigure : enumLabel(messages, name, type));
      return sign;
    };
    if (value === null)
      return html`<td class="n gone">${addSign(STATE_SIGNS[state] ?? NO_FIGURE_SIGN, state, 'ObservationState')}</td>`;
    const flagSigns = [
      ...flags.flatMap((flag) => (flag in FLAG_SIGNS ? [addSign(FLAG_SIGNS[flag]!, flag, 'ObservationFlag')] : [])),
      ...(state === PARTIAL_SIGN.state ? [addSign(PARTIAL_SIGN.sign, state, 'ObservationState')] : []),
    ];
    return html`<td${shadedCell(value, earlierRows.get(row.key)?.get(period)?.value)}>
      ${format.number(value)}${flagSigns.length > 0 && html`<sup class="fl">${flagSigns.join(' ')}</sup>`}
    </td>`;
  };
  const columnHeading = (sortKey: string, title: string) =>
    sort === sortKey ? title : html`<a href="${sortPath(sortKey)}" rel="nofollow">${title}</a>`;
  const body = rows.map(
    (row) =>
      html`<tr>
        <th scope="row">${composedTextHtml(row.name, foreign)}</th>
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
            <th scope="col">${columnHeading('name', messages.explorer.byName)}</th>
            ${periods.map((period) => html`<th scope="col" class="n">${columnHeading(period, format.period(period))}</th>`)}
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
    }
    ${
      isShaded &&
      html`<p class="small soft">
        ${messages.explorer.editions.shaded(edition!)}${format.colon}
        ${[...SHADE_LIMITS, null].map((limit, index) => html`<span class="shade${index}">${limit === null ? `> ${SHADE_LIMITS.at(-1)}` : `≤ ${limit}`}</span> `)}
      </p>`
    }`;
}

/** Returns every period from the first to the last; only periods with rows if these have several frequencies. */
function columnPeriods(rows: readonly PivotRow[]): string[] {
  const knownPeriods = [...new Set(rows.flatMap(({ byPeriod }) => [...byPeriod.keys()]))].sort();
  const [first, last] = [knownPeriods[0], knownPeriods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const allPeriods = periodsBetween(first, last);
  return knownPeriods.every((period) => allPeriods.includes(period)) ? allPeriods : knownPeriods;
}

function toPivotRows({ columns, rows }: ChartTable): PivotRow[] {
  const indexOf = (role: ColumnRole) => columns.findIndex((column) => column.role === role);
  const text = (row: TableRow, index: number) => String((index < 0 ? null : row[index]) ?? '');
  const [period, state, flags] = [indexOf('period'), indexOf('state'), indexOf('flags')];
  const [area, value] = [indexOf('area'), indexOf('value')];
  const keyColumns = [area, ...columns.flatMap(({ role }, index) => (role === 'dimension' ? [index] : []))];
  const varyingColumns = keyColumns.filter((index) => new Set(rows.map((row) => text(row, index))).size > 1);
  const nameColumns = varyingColumns.length > 0 ? varyingColumns : [area];
  const byKey = new Map<string, PivotRow>();
  const joinTexts = (row: TableRow, indexes: readonly number[]) =>
    indexes.flatMap((index) => text(row, index) || []).join(', ');
  for (const row of rows) {
    const [key, name] = [joinTexts(row, keyColumns), joinTexts(row, nameColumns)];
    if (!parsePeriod(text(row, period))) continue;
    if (!byKey.has(key)) byKey.set(key, { key, name, byPeriod: new Map() });
    const figure = row[value];
    byKey.get(key)!.byPeriod.set(text(row, period), {
      value: typeof figure === 'number' ? figure : null,
      state: text(row, state) || 'NOT_REPORTED',
      flags: text(row, flags).match(/[A-Z_]+/g) ?? [],
    });
  }
  return [...byKey.values()];
}

function sortRows(rows: readonly PivotRow[], sort: string | null, locale: string): readonly PivotRow[] {
  if (sort === null) return rows;
  if (sort === 'name') return rows.toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const sortValue = ({ byPeriod }: PivotRow) => byPeriod.get(sort)?.value ?? -Infinity;
  return rows.toSorted((a, b) => sortValue(b) - sortValue(a) || 0);
}
