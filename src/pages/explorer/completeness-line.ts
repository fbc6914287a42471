import { BY_AREA, type ExplorerState, toParameterValues } from '../../explorer/explorer-state.js';
import { distinctValues, countAreas } from '../../explorer/shown-figure.js';
import { type Html, html } from '../../html/html.js';
import { toMidSentence } from '../../i18n/column-labels.js';
import type { ScreenTable } from '../../tables/table.js';
import type { QuestionLinks } from '../question/question-links.js';
import type { ExplorerPageInput } from './explorer-page-input.js';

/** Renders a link to the same figures with other settings. */
type StateLink = (values: Partial<ExplorerState>, text: string) => Html;

/** Renders how many of all areas or codes are shown, with links to more, and the result of `baseNotice`. */
export function completenessLine(table: ScreenTable, input: ExplorerPageInput, links: QuestionLinks): Html {
  const link: StateLink = (values, text) =>
    html`<a href="${links.page(toParameterValues({ ...input.state, ...values }))}#answer" rel="nofollow">${text}</a>`;
  return html`${scopeHtml(table, input, link)} ${baseNotice(table, input, link)}`;
}

function scopeHtml(table: ScreenTable, input: ExplorerPageInput, link: StateLink): Html | null {
  const { metadata, state, shown, localisation } = input;
  const { messages, format } = localisation;
  const { explorer, scope } = messages;
  const covered = metadata.indicator.coverage.areas.length;
  const number = (count: number) => format.number(count);
  const period = format.period(shown.at ?? metadata.ranked.period ?? metadata.indicator.coverage.to!);
  const showAll = (count: number) => link({ rows: 'all' }, explorer.showAll({ count: number(count) }));
  const valueColumn = table.columns.findIndex(({ role }) => role === 'value');
  const rowsWithFigure = table.rows.filter((row) => row[valueColumn] !== null);
  const includedCount = distinctValues({ ...table, rows: rowsWithFigure }, 'area_code').length;
  if (state.by !== BY_AREA) {
    const { codes = [], total = null } = metadata.indicator.dimensions.find(({ name }) => name === state.by) ?? {};
    const column = table.columns.findIndex(({ role, name }) => role === 'dimension' && name === state.by);
    const drawnCount = new Set(column < 0 ? [] : table.rows.map((row) => row[column])).size;
    const count = codes.filter(({ code }) => code !== total).length;
    const { others } = metadata.rankedCodes ?? {};
    const isRanking = state.view === 'bar' && others != null;
    const existing = isRanking ? drawnCount + others.count : count;
    const isOneOfMany = state.areas.length === 0 && covered > 1;
    const sentence = scope[isRanking ? 'ranked' : 'series']({
      included: number(drawnCount),
      existing: number(existing),
    });
    return html`${isOneOfMany && `${explorer.scopeSome({ included: number(1), existing: number(covered) })} `}${drawnCount > 0 && drawnCount < existing && html`${sentence} ${['table', 'bar'].includes(state.view) && showAll(existing)}`}`;
  }
  if (shown.at !== null) {
    const counts = countAreas(input);
    const fullest = counts && 2 * counts.included < counts.count ? counts : null;
    const existing = (shown.areas.length === 0 && table.scopes?.[0]?.existing) || includedCount;
    const rankedText = scope.ranked({ included: number(includedCount), existing: number(existing) });
    const count = counts?.included ?? includedCount;
    const countries = metadata.indicator.coverage.areas.filter((code) => !metadata.groups.includes(code));
    const sentence = explorer.scopeWithFigure({ included: number(count), existing: number(countries.length), period });
    const showPeriod = ({ period: at, count: areaCount }: NonNullable<typeof counts>) =>
      link({ at, from: null, to: null }, explorer.showPeriod({ period: format.period(at), count: areaCount }));
    return html`${includedCount < existing && html`${rankedText} ${showAll(existing)} `}${(fullest !== null || includedCount >= existing) && sentence}
    ${fullest && showPeriod(fullest)}`;
  }
  if (covered === 1) return null;
  const isHighest = shown.isDefault && metadata.ranked.codes.length > 0 && includedCount < covered;
  return html`${isHighest ? explorer.scopeHighest({ included: number(includedCount), existing: toMidSentence(explorer.areas({ count: covered }), messages), period }) : explorer.scopeSome({ included: number(includedCount), existing: number(covered) })}
  ${state.view === 'table' && includedCount < covered && showAll(covered)}`;
}

/** Renders a notice that the base of an index is not a shown period, with a link that adds it; null if it is shown. */
function baseNotice(table: ScreenTable, input: ExplorerPageInput, link: StateLink): Html | null {
  const { state, shown, localisation } = input;
  const { explorer } = localisation.messages;
  const base = state.base ?? shown.base;
  const periods = distinctValues(table, 'period').sort();
  if (state.measure !== 'index' || base === null || periods.includes(base)) return null;
  const name = localisation.format.period(base);
  const values = base < periods[0]! ? { from: base } : { to: base };
  return html`${explorer.baseOutside({ base: name })}
  ${shown.at === null && link(values, explorer.showBase({ base: name }))}`;
}
