import {
  BY_AREA,
  defaultCodes,
  type ExplorerState,
  readListParameter,
  toParameterValues,
} from '../../explorer/explorer-state.js';
import { type Html, html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { withParameters } from '../../saved-queries/explorer-path.js';
import type { ColumnRole } from '../../tables/column.js';
import type { RequestedItem } from '../../tables/figure-scope.js';
import { toMidSentence } from '../../i18n/column-labels.js';
import type { ScreenTable } from '../../tables/table.js';
import type { QuestionLinks } from '../question/question-links.js';
import type { ExplorerPageInput } from './explorer-page-input.js';

/** Renders notices about invalid URL parameters, and about requested areas and codes that no other notice mentions. */
export function stateNotices(input: ExplorerPageInput, table: ScreenTable | null): Html | null {
  const { notices, metadata, state, localisation } = input;
  const { explorer } = localisation.messages;
  const requestedItems = input.tables.flatMap((table) => table.scopes ?? []).flatMap(({ requested }) => requested);
  const valuesOf = (roles: readonly ColumnRole[]) =>
    new Set(
      table?.columns.flatMap(({ role }, index) =>
        role !== null && roles.includes(role) ? table.rows.map((row) => String(row[index])) : [],
      ),
    );
  const areas = valuesOf(['area_code']);
  const missingAreas = state.areas
    .filter((code) => !areas.has(code) && !requestedItems.some(({ area }) => area === code))
    .map((code) => metadata.areas.nameOf(code, [metadata.locale]));
  const codes = valuesOf(['dimension', 'dimension_code']);
  const missingCodes = metadata.indicator.dimensions.flatMap((dimension) =>
    state.codes[dimension.name]!.flatMap((code) => {
      const { title } = dimension.codes.find((item) => item.code === code)!;
      return codes.has(code) || codes.has(title) || state.view === 'bar' ? [] : [title];
    }),
  );
  const isRanking = state.view === 'bar' && state.by === BY_AREA;
  const sentences = [
    ...notices,
    ...(isRanking && missingAreas.length > 0 ? [explorer.notRanked({ names: missingAreas.join(', ') })] : []),
    ...[...(isRanking ? [] : missingAreas), ...missingCodes].map((name) => explorer.noFigure({ name })),
  ];
  if (sentences.length === 0) return null;
  return html`<div class="notice beware">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}

/**
 * Renders notices about an earlier edition, with a link to the newest, and about a code that is shown because there is
 * no total, with links to a comparison of the codes and to the indicator with the total.
 */
export function choiceNotices(
  { metadata, state, localisation, address }: ExplorerPageInput,
  { links, writer }: { links: QuestionLinks; writer: PageWriter },
): Html | null {
  const { messages, format } = localisation;
  const { explorer, answer } = messages;
  const [shownEdition] = metadata.indicator.vintages;
  const [newestEdition] = metadata.editions;
  const noticeLine = (text: string, values: Partial<ExplorerState>, link: string) =>
    html`<p>${text} <a href="${links.page(toParameterValues({ ...state, ...values }))}" rel="nofollow">${link}</a></p>`;
  const defaults = defaultCodes(state.by, metadata);
  const undividedDimensions = metadata.indicator.dimensions.filter(
    ({ name, total }) => total === null && defaults[name] !== undefined && state.codes[name]!.length === 0,
  );
  const lines = undividedDimensions.map(({ name, title, codes }) => {
    const code = codes.find((item) => item.code === defaults[name])!.title;
    const view = state.view === 'map' ? 'bar' : state.view;
    const values = { by: name, areas: state.areas.slice(0, 1), view } as const;
    return noticeLine(
      explorer.onlyCode({ name: title, code }),
      values,
      explorer.compareBy({ name: toMidSentence(title, messages) }),
    );
  });
  const { totalIndicator: total } = metadata.indicator;
  if (total !== null) {
    const areas = readListParameter(address.search, 'areas').join(',');
    const path = withParameters(total.path, new URLSearchParams(areas && { areas }));
    lines.push(html`<p>${explorer.totalIn}${format.colon} ${writer.link({ ...total, path })}</p>`);
  }
  if (state.edition !== null && shownEdition && newestEdition) {
    const numbers = { number: String(shownEdition.number), newest: String(newestEdition.number) };
    const text = explorer.editions.shown({ ...numbers, date: format.date(shownEdition.date) });
    lines.push(noticeLine(text, { edition: null }, answer.thaw));
  }
  return lines.length === 0 ? null : html`<div class="notice">${lines}</div>`;
}

/** Returns a copy of the input, without the missing areas and codes that the reader did not request. */
export function onlyRequestedOmissions(input: ExplorerPageInput): ExplorerPageInput {
  const tables = input.tables.map((table) => ({
    ...table,
    scopes: (table.scopes ?? []).map((scope) => ({
      ...scope,
      requested: scope.requested.filter((item) => isRequested(item, input)),
    })),
  }));
  return { ...input, tables };
}

function isRequested({ area, code, omission }: RequestedItem, { state, tables }: ExplorerPageInput): boolean {
  if (tables[0] === undefined || tables[0].rows.length === 0 || omission === 'UNKNOWN') return true;
  return state.by === BY_AREA ? area !== null && state.areas.includes(area) : code !== null && hasCode(state, code);
}

function hasCode({ codes, by }: ExplorerState, code: string): boolean {
  return (codes[by] ?? []).some((chosenCode) => code.split(', ').includes(chosenCode));
}

/** Renders the names of areas and codes that have no figure and were not requested; null if there are none. */
export function missingNamesHtml(table: ScreenTable, input: ExplorerPageInput): Html | null {
  const { metadata, state, localisation } = input;
  const { messages, format } = localisation;
  const codes = metadata.indicator.dimensions.find(({ name }) => name === state.by)?.codes ?? [];
  const names = (table.scopes ?? []).flatMap(({ requested }) =>
    requested
      .filter((item) => !isRequested(item, input))
      .map(({ area, code, input: text }) => {
        if (state.by === BY_AREA) return area === null ? text : metadata.areas.nameOf(area, [metadata.locale]);
        return codes.find((item) => code?.split(', ').includes(item.code))?.title ?? text;
      }),
  );
  if (names.length === 0) return null;
  return html`<p class="small soft">${messages.chart.noFigure}${format.colon} ${names.join(', ')}.</p>`;
}
