import { type Html, html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { localisedAt, type PagePart } from './page-part.js';
import {
  areaCodeOf,
  type LinkedSeries,
  findLatestFigure,
  INDICATOR_LINK_FIELDS,
  publisherNameHtml,
  type QuotingClaim,
  renderFlags,
  SERIES_FIELDS,
  seriesFigure,
  withSeriesPath,
} from './series-figure.js';
import { enumLabelHtml } from './enum-label.js';

interface Figure {
  period: string;
  value: number | null;
}

interface Development {
  indicator: LinkedEntry;
  percent: number | null;
  absolute: number;
  unit: string;
  from: Figure;
  to: Figure;
}

const DEVELOPMENTS_SELECTION =
  'developments(first: 8) { indicator { ...Name } percent absolute unit from { period value } to { period value } }';

const MAX_CHANGES = 3;

/** Maximum number of charts. The table contains all series. */
const MAX_CHARTS = 6;
const MIN_FIGURES = 3;
/** Number of recent years. Series without a figure in them are drawn last. */
const RECENT_YEARS = 4;

/** Yearly figures of an area: its largest changes, a few charts with recent series first, and a table of all series. */
export const areaFiguresPart: PagePart = {
  fields: `path ${DEVELOPMENTS_SELECTION} series(from: $from, recipe: { frequency: YEAR }) { indicator { ${INDICATOR_LINK_FIELDS} } ${SERIES_FIELDS} }`,
  replacesFields: [],
  sections(scope) {
    const { entry, writer, kind } = scope;
    const area = entry as unknown as LinkedEntry;
    const allSeries = ((entry['series'] ?? []) as readonly Omit<LinkedSeries, 'area'>[])
      .filter((series) => findLatestFigure(series) !== null)
      .map((series): LinkedSeries => ({ ...series, area }));
    if (allSeries.length === 0) return [];
    const { labels, messages, format } = writer;
    const claims = (entry['claims'] ?? []) as readonly (Omit<QuotingClaim, 'statement'> & { statement: string })[];
    const quotes = claims.map(({ statement, ...claim }, index) => ({
      ...claim,
      statement: localisedAt(scope, `claims[${index}].statement`, statement),
    }));
    const isDrawn = ({ points }: LinkedSeries) => points.filter(({ value }) => value !== null).length >= MIN_FIGURES;
    const recentYear = new Date().getUTCFullYear() - RECENT_YEARS;
    const isRecent = (series: LinkedSeries) => Number(findLatestFigure(series)!.period.slice(0, 4)) >= recentYear;
    // If all titles have the same language, the heading marks it once.
    const [lang = null, ...otherLanguages] = new Set(allSeries.map(({ indicator }) => writer.title(indicator).lang));
    const hasOneLanguage = otherLanguages.length === 0;
    const drawable = allSeries.filter(isDrawn);
    const sorted = [...drawable.filter(isRecent), ...drawable.filter((series) => !isRecent(series))];
    const drawn = selectDrawn(sorted)
      .map((series) => seriesFigure(series, { writer, quotes }))
      .filter((figure) => figure !== null);
    return [
      {
        id: 'figures',
        title: fieldLabel(messages, kind, 'series'),
        more: html`<a href="${writer.path('/compare', new URLSearchParams({ areas: areaCodeOf(allSeries[0]!) }))}"
          >${messages.compare.link}</a
        >`,
        body: html`${largestChangesHtml((entry['developments'] ?? []) as readonly Development[], { writer, since: recentYear })}${
            drawn.length > 0 &&
            html`<p class="soft">${labels.figuresNote}</p>
              <div class="multiples">${drawn}</div>`
          }
          <details>
            <summary>${labels.allFigures} (${format.number(allSeries.length)})</summary>
            <div class="scroll" tabindex="0" role="region" aria-label="${labels.allFigures}">
              <table>
                <thead>
                  <tr>
                    <th scope="col">
                      ${messages.kinds['indicator'] ?? 'Indicator'}${hasOneLanguage && writer.languageBadge(lang)}
                    </th>
                    <th scope="col" class="n">${labels.latest}</th>
                    <th scope="col">${labels.unit}</th>
                    <th scope="col">${messages.columns['period']}</th>
                    <th scope="col">${messages.columns['publisher']}</th>
                  </tr>
                </thead>
                <tbody>
                  ${allSeries.map((series) => {
                    const latest = findLatestFigure(series)!;
                    return html`<tr>
                      <th scope="row">${writer.link(withSeriesPath(series), '', hasOneLanguage)}</th>
                      <td class="n">${format.number(latest.value!)}</td>
                      <td>${writer.unit(series.unit)}</td>
                      <td>${format.period(latest.period)}${renderFlags(latest.flags, writer)}</td>
                      <td>${publisherNameHtml(series, writer)}</td>
                    </tr> `;
                  })}
                </tbody>
              </table>
            </div>
          </details>`,
      },
    ];
  },
};

/** Returns the series to draw. Skips series whose figures an earlier one contains. */
function selectDrawn(allSeries: readonly LinkedSeries[]): LinkedSeries[] {
  const drawn: LinkedSeries[] = [];
  for (let index = 0; index < allSeries.length && drawn.length < MAX_CHARTS; index += 1) {
    const series = allSeries[index]!;
    if (!allSeries.slice(0, index).some((other) => containsFigures(other, series))) drawn.push(series);
  }
  return drawn;
}

function containsFigures({ unit, points }: LinkedSeries, other: LinkedSeries): boolean {
  return (
    unit === other.unit &&
    other.points.every(
      ({ period, value }) => value === null || points.some((point) => point.period === period && point.value === value),
    )
  );
}

/** Renders the largest changes since a year in the figures of an area; false if there are none. */
function largestChangesHtml(
  allDevelopments: readonly Development[],
  { writer, since }: { writer: PageWriter; since: number },
): Html | false {
  const recentChanges = allDevelopments.filter(({ to }) => Number(to.period.slice(0, 4)) >= since);
  // Several indicators can have the same change of their total, with different breakdowns.
  const figures = recentChanges.map(({ from, to }) => JSON.stringify([from, to]));
  const isFirst = (_: Development, index: number) => figures.indexOf(figures[index]!) === index;
  const developments = recentChanges.filter(isFirst).slice(0, MAX_CHANGES);
  if (developments.length === 0) return false;
  return html`<h3>${writer.labels.largestChanges}</h3>
    <ul class="two">
      ${developments.map((development) => changeHtml(development, writer))}
    </ul>`;
}

function changeHtml({ indicator, percent, absolute, unit, from, to }: Development, writer: PageWriter): Html {
  const { format } = writer;
  const direction = absolute > 0 ? 'RISING' : absolute < 0 ? 'FALLING' : 'STABLE';
  const by = percent === null ? format.signedNumber(absolute) : `${format.signedNumber(percent)} %`;
  const figure = ({ period, value }: Figure) =>
    html`${value === null ? '?' : format.number(value)} (${format.period(period)})`;
  return html`<li>
    ${writer.link(indicator, 't')}
    <p>
      ${enumLabelHtml(direction, 'Direction', writer)} <b class="num nb">${by}</b><br />${figure(from)} → ${figure(to)},
      ${writer.unit(unit)}
    </p>
  </li> `;
}
