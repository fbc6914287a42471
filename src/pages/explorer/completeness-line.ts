import { BY_AREA, toParameterValues } from '../../explorer/explorer-state.js';
import { type Html, html } from '../../html/html.js';
import { toMidSentence } from '../../i18n/column-labels.js';
import type { ScreenTable } from '../../tables/table.js';
import type { QuestionLinks } from '../question/question-links.js';
import type { ExplorerPageInput } from './explorer-page-input.js';

/** Renders how many of all areas or codes are shown, with a link that shows all. */
export function completenessLine(
  table: ScreenTable,
  { metadata, state, shown, localisation }: ExplorerPageInput,
  links: QuestionLinks,
): Html {
  const { messages, format } = localisation;
  const { explorer, scope } = messages;
  const covered = metadata.indicator.coverage.areas.length;
  const number = (count: number) => format.number(count);
  const period = format.period(shown.at ?? metadata.ranked.at ?? metadata.indicator.coverage.to!);
  const [first] = table.scopes ?? [];
  const all = (count: number) =>
    html`<a href="${links.page(toParameterValues({ ...state, rows: 'all' }))}#answer" rel="nofollow"
      >${explorer.showAll({ count: number(count) })}</a
    >`;
  const value = table.columns.findIndex(({ role }) => role === 'value');
  const included = new Set(
    table.rows.flatMap((row) =>
      row[value] === null ? [] : [row[table.columns.findIndex(({ role }) => role === 'area_code')]],
    ),
  ).size;
  if (state.by !== BY_AREA) {
    const { codes = [], total = null } = metadata.indicator.dimensions.find(({ name }) => name === state.by) ?? {};
    const at = table.columns.findIndex(({ role, name }) => role === 'dimension' && name === state.by);
    const drawn = new Set(at < 0 ? [] : table.rows.map((row) => row[at])).size;
    const count = codes.filter(({ code }) => code !== total).length;
    const { others } = metadata.rankedCodes ?? {};
    const isRanking = state.view === 'bar' && others != null;
    const existing = isRanking ? drawn + others.count : count;
    const ofAreas = state.areas.length === 0 && covered > 1;
    const sentence = scope[isRanking ? 'ranked' : 'series']({ included: number(drawn), existing: number(existing) });
    return html`${ofAreas && `${explorer.scopeSome({ included: number(1), existing: number(covered) })} `}${drawn > 0 && drawn < existing && html`${sentence} ${['table', 'bar'].includes(state.view) && all(existing)}`}`;
  }
  if (shown.areas.length === 0) {
    const existing = first?.existing ?? included;
    return html`${included < existing ? html`${scope.ranked({ included: number(included), existing: number(existing) })} ${all(existing)}` : explorer.scopeWithFigure({ included: number(included), existing: number(covered), period })}`;
  }
  if (shown.at !== null)
    return html`${explorer.scopeWithFigure({ included: number(included), existing: number(covered), period })}`;
  if (covered === 1) return html``;
  const isHighest = shown.isDefault && metadata.ranked.codes.length > 0 && included < covered;
  return html`${isHighest ? explorer.scopeHighest({ included: number(included), existing: toMidSentence(explorer.areas({ count: covered }), messages), period }) : explorer.scopeSome({ included: number(included), existing: number(covered) })}
  ${state.view === 'table' && included < covered && all(covered)}`;
}
