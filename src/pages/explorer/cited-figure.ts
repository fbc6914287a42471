import { BY_AREA } from '../../explorer/explorer-state.js';
import { type Html, html } from '../../html/html.js';
import type { ScreenTable } from '../../tables/table.js';
import { optionHtml } from '../question/question-form.js';
import type { ExplorerPageInput } from './explorer-page-input.js';
import type { FigureParts } from './explorer-figure.js';

/** URL parameter that selects a figure by its area or code, and by its period. */
const CITE_PARAM = 'cite';

/** Returns the table with only the figure that the URL selects; the complete table if it does not select exactly one. */
export function selectCitedFigure(table: ScreenTable, { address, state }: ExplorerPageInput): ScreenTable {
  const selectedTexts = address.search.getAll(CITE_PARAM);
  const indexes = selectorColumns(table, state).map(({ value }) => value);
  const rows = table.rows.filter((row) => selectedTexts.every((text) => indexes.some((index) => row[index] === text)));
  return rows.length === 1 ? { ...table, rows } : table;
}

/** Renders a form in which the reader selects one of the shown figures to cite; null if there is only one. */
export function citedFigureForm(table: ScreenTable, { input, links, writer, foreign }: FigureParts): Html | null {
  if (table.rows.length < 2) return null;
  const { messages, format } = writer;
  const { metadata, state } = input;
  const requested = input.address.search.getAll(CITE_PARAM);
  const dimension = metadata.indicator.dimensions.find(({ name }) => name === state.by);
  const [firstCode] = dimension ? state.codes[dimension.name]! : state.areas;
  const firstItem = dimension?.codes.find(({ code }) => code === firstCode)?.title ?? firstCode;
  const selected = requested.length === 0 ? [firstItem] : requested;
  const [path, query] = links.page().split('?');
  const itemLabel = dimension?.title ?? messages.explorer.area;
  const fields = selectorColumns(table, state).flatMap(({ role, value, label }) => {
    const isPeriod = role === 'period';
    const titles = new Map(table.rows.map((row) => [String(row[value]), String(row[label])]));
    const options = [...titles].map(([code, name]) => {
      const title = isPeriod ? format.period(name) : name;
      return optionHtml(code, title, { isChosen: selected.includes(code), lang: foreign.langOf(title) });
    });
    const id = `cite-${role}`;
    return titles.size < 2
      ? []
      : html`<div class="field">
          <label for="${id}">${isPeriod ? messages.columns['period'] : itemLabel}</label>
          <select id="${id}" name="${CITE_PARAM}">
            ${isPeriod ? options.reverse() : options}
          </select>
        </div> `;
  });
  return html`<form action="${path}#cite" class="screen-only">
    ${[...new URLSearchParams(query)].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <div class="fields">
      ${fields}
      <div><button class="btn">${messages.cite.one}</button></div>
    </div>
  </form>`;
}

/** Returns the indexes of the columns that identify a figure: those of the compared item, and that of the period. */
function selectorColumns({ columns }: ScreenTable, { by }: ExplorerPageInput['state']) {
  const ofRole = (role: string) => columns.findIndex((column) => column.role === role);
  const dimension = columns.findIndex(({ role, name }) => role === 'dimension' && name === by);
  const item =
    by === BY_AREA ? { value: ofRole('area_code'), label: ofRole('area') } : { value: dimension, label: dimension };
  const period = ofRole('period');
  return [
    { role: 'item', ...item },
    { role: 'period', value: period, label: period },
  ].filter(({ value }) => value >= 0);
}
