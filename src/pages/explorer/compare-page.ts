import { type Html, html } from '../../html/html.js';
import type { PageAddress } from '../../html/page-shell.js';
import { type LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { withParameters } from '../../saved-queries/explorer-path.js';
import { enumLabel, missingReasonLabel } from '../../i18n/column-labels.js';
import { inPageLanguage } from '../../i18n/localised-text.js';
import type { LocaleMessages } from '../../i18n/locale-messages.js';
import { findFullestPeriod } from '../../series/period.js';
import { optionHtml } from '../question/question-form.js';
import { sitePage } from '../site-page.js';

/** Measures by which areas can be compared. */
export const COMPARABLE_MEASURES = ['value', 'per100k'] as const;
type ComparedMeasure = (typeof COMPARABLE_MEASURES)[number];

interface ComparedPoint {
  period: string;
  value: number | null;
  state: string;
  flags: readonly string[];
}

/** An area with its series, at most one for each indicator. */
export interface ComparedArea {
  code: string;
  title: string;
  series: readonly { indicator: LinkedEntry; unit: string; points: readonly ComparedPoint[] }[];
}

interface ComparedRow {
  indicator: LinkedEntry;
  unit: string;
  period: string;
  cells: readonly { point: ComparedPoint | undefined; isCovered: boolean }[];
}

const MIN_AREA_SELECTS = 4;
/** Minimum number of areas that must have a figure, so that a row is shown. */
const MIN_AREAS = 2;

export interface ComparePageInput {
  areas: readonly ComparedArea[];
  measure: ComparedMeasure;
  /** Sentences about unknown or unsuitable values in the URL. */
  notices: readonly string[];
  /** Areas to choose from. */
  choices: readonly { code: string; title: string }[];
  messages: LocaleMessages;
  address: PageAddress;
}

/** Renders the figures of some areas side by side: a row for each indicator, in one period for all. */
export function comparePage({ areas, measure, notices, choices, messages, address }: ComparePageInput): string {
  const writer = new PageWriter(messages, address);
  const { compare } = messages;
  const rows = compareAreas(areas);
  const main = html`<header class="head">
      <h1>${compare.title}</h1>
      <p class="lead">${compare.lead}</p>
    </header>
    ${notices.length > 0 && html`<div class="notice beware">${notices.map((sentence) => html`<p>${sentence}</p>`)}</div>`}
    ${comparisonForm({ areas, measure, choices }, writer)}
    ${areas.length >= MIN_AREAS && (rows.length === 0 ? html`<p>${compare.none}</p>` : comparisonTable(rows, { areas, measure }, writer))}`;
  return sitePage(writer, {
    title: compare.title,
    description: compare.lead,
    isVariant: true,
    crumbs: [{ ...inPageLanguage(compare.title), path: null }],
    main,
  });
}

/** Returns a row for each indicator with figures for several areas, in the latest period that most of them have. */
export function compareAreas(areas: readonly ComparedArea[]): ComparedRow[] {
  const allSeries = areas.flatMap(({ series }) => series);
  return [...new Set(allSeries.map(({ indicator }) => indicator.path))].flatMap((path) => {
    const { indicator, unit } = allSeries.find((series) => series.indicator.path === path)!;
    const seriesByArea = areas.map(({ series }) => series.find((candidate) => candidate.indicator.path === path));
    const fullest = findFullestPeriod(seriesByArea.flatMap((series) => series?.points ?? []));
    if (fullest === null || fullest.count < MIN_AREAS) return [];
    const { period } = fullest;
    const cells = seriesByArea.map((series) => ({
      point: series?.points.find((candidate) => candidate.period === period),
      isCovered: series !== undefined,
    }));
    return [{ indicator, unit, period, cells }];
  });
}

type ComparisonChoice = Pick<ComparePageInput, 'areas' | 'measure'>;

function comparisonForm(
  { areas, measure, choices }: ComparisonChoice & Pick<ComparePageInput, 'choices'>,
  writer: PageWriter,
): Html {
  const { explorer, compare } = writer.messages;
  const fields = Array.from({ length: Math.max(MIN_AREA_SELECTS, areas.length) }, (_, index) => {
    const chosenCode = areas[index]?.code;
    const label = compare.area({ number: String(index + 1) });
    return html`<div class="field">
      <label for="area-${index}">${label}</label>
      <select id="area-${index}" name="areas">
        ${optionHtml('', '–', { isChosen: chosenCode === undefined })}
        ${choices.map(({ code, title }) => optionHtml(code, title, { isChosen: code === chosenCode }))}
      </select>
    </div> `;
  });
  return html`<form class="ask" action="${writer.path('/compare')}">
    <div class="fields">
      ${fields}
      <div class="field">
        <label for="measure">${explorer.inputs.measure}</label>
        <select id="measure" name="measure">
          ${COMPARABLE_MEASURES.map((name) => optionHtml(name, explorer.measures[name], { isChosen: name === measure }))}
        </select>
      </div>
    </div>
    <div class="acts"><button class="btn">${writer.messages.form.show}</button></div>
  </form>`;
}

function comparisonTable(rows: readonly ComparedRow[], { areas, measure }: ComparisonChoice, writer: PageWriter): Html {
  const { messages, format } = writer;
  const { columns, compare } = messages;
  const selection = new URLSearchParams({ areas: areas.map(({ code }) => code).join(',') });
  if (measure !== 'value') selection.set('measure', measure);
  // On narrow screens, the areas of a row are below each other.
  const cell = ({ point, isCovered }: ComparedRow['cells'][number], index: number) => {
    const label = html`data-l="${areas[index]!.title}"`;
    if (point?.value != null)
      return html`<td class="n" ${label}>
        ${format.number(point.value)}
        ${point.flags.length > 0 && html`<br /><small class="soft">${point.flags.map((flag) => enumLabel(messages, flag, 'ObservationFlag')).join(', ')}</small>`}
      </td>`;
    const state = point?.state ?? (isCovered ? 'NOT_REPORTED' : 'NOT_COVERED');
    return html`<td class="n gone" ${label}>${missingReasonLabel(messages, state)}</td>`;
  };
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${compare.title}">
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">${messages.kinds['indicator']}</th>
          <th scope="col">${columns['period']}</th>
          ${areas.map(({ title }) => html`<th scope="col" class="n">${title}</th> `)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">
                ${writer.link({ ...row.indicator, path: withParameters(row.indicator.path, selection) })}<br /><small
                  class="soft"
                  >${writer.unit(row.unit)}</small
                >
              </th>
              <td><b>${format.period(row.period)}</b></td>
              ${row.cells.map(cell)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
