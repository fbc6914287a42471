import { type Html, html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { toMidSentence } from '../../i18n/column-labels.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { highestTier } from '../law.js';
import { formatPrisonRange, formatPrisonTerm } from '../penalty-tier.js';
import type { KeyFact } from '../../html/section.js';
import { localisedAt, type PagePart, type PartScope } from './page-part.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

export interface TierValues {
  offence: string;
  isBasic: boolean | null;
  minYears: number | null;
  maxYears: number | null;
  life: boolean | null;
  fine: string | null;
  condition: string | null;
}

/** Page writer and text renderer for a law. */
interface TextScope {
  writer: PageWriter;
  /** Renders the text at a path of the entry, such as `tiers[0].offence`. */
  localised: (path: string, text: string) => Html;
}

export const TIER_FIELDS = 'tiers { offence isBasic minYears maxYears life fine condition }';

/** Maximum of the scale of penalties, in years. It is the same on all pages, to compare countries. */
const MAX_YEARS = 20;
const WIDTH = 300;
const LEFT = 4;
const YEAR_WIDTH = 9;
/** Approximate width of a letter, in units of the view box. */
const LETTER_WIDTH = 6.7;
/** Years with a grid line. */
const GRID_YEARS = [0, 5, 10, 15, 20];

/** Renders penalties as bars on a scale from 0 to 20 years, named by the heading with the identifier `labelledBy`. */
export function penaltyBars(
  tiers: readonly TierValues[],
  { writer, localised, labelledBy }: TextScope & { labelledBy?: string },
): Html {
  const { messages } = writer;
  const label = (field: string) => fieldLabel(messages, 'PenaltyTier', field);
  const prison = `${writer.labels.prison} (${toMidSentence(messages.columns['years']!, messages)})`;
  const [offence, years, fineLabel] = [label('offence'), inPageLanguage(prison), label('fine')];
  const name = labelledBy ? html`aria-labelledby="${labelledBy}"` : html`aria-label="${writer.labels.prison}"`;
  return html`<div class="scroll" role="region" tabindex="0" ${name}>
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">${writer.localised(offence)}</th>
          <th scope="col">${writer.localised(years)}${yearScale()}</th>
          <th scope="col">${writer.localised(fineLabel)}</th>
        </tr>
      </thead>
      <tbody>
        ${tiers.map(
          (tier, index) =>
            html`<tr>
              <th scope="row">${localised(`tiers[${index}].offence`, tier.offence)}</th>
              <td data-l="${years.text}">
                ${bar(tier, writer)}${tier.condition !== null && html`<small class="soft">${localised(`tiers[${index}].condition`, tier.condition)}</small>`}
              </td>
              <td data-l="${fineLabel.text}">
                ${tier.fine === null ? '–' : localised(`tiers[${index}].fine`, tier.fine)}
              </td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

function x(years: number): number {
  return LEFT + Math.min(years, MAX_YEARS) * YEAR_WIDTH;
}

/** Renders the scale above all bars. Hidden from screen readers, because bars have labels. */
function yearScale(): Html {
  return html`<svg class="bar-line tier" viewBox="0 0 ${WIDTH} 14" aria-hidden="true">
    ${GRID_YEARS.map((years) => html`<text x="${x(years)}" y="12" text-anchor="middle">${years}</text>`)}
  </svg>`;
}

function bar(tier: TierValues, writer: PageWriter): Html {
  const { messages } = writer;
  const text = formatPrisonRange(tier, messages);
  if (text === '') return html`<span class="soft">${writer.labels.notFound}</span> `;
  const from = x(tier.minYears ?? 0);
  const to = tier.life ? x(MAX_YEARS) : x(tier.maxYears ?? tier.minYears ?? 0);
  const grid = GRID_YEARS.map((years) => html`<path class="g" d="M${x(years)} 0v26" />`);
  return html`<svg
    class="bar-line tier"
    viewBox="0 0 ${WIDTH} 26"
    role="img"
    aria-label="${writer.labels.prison}${writer.format.colon} ${formatPrisonTerm(tier, messages)}"
  >
    ${grid}
    <rect class="b2" x="${from}" y="6" width="${Math.max(3, to - from)}" height="14" />
    ${tier.life && html`<path class="b2" d="M${to} 2l10 11-10 11z" />`}
    ${barLabel(text, from - 6, to + (tier.life ? 15 : 7))}
  </svg>`;
}

/** Renders the label after a bar, or before it if there is not enough space. */
function barLabel(text: string, before: number, after: number): Html {
  const width = text.length * LETTER_WIDTH;
  return after + width > WIDTH && width < before
    ? html`<text class="v" x="${before}" y="18" text-anchor="end">${text}</text>`
    : html`<text class="v" x="${after}" y="18">${text}</text>`;
}

/** Returns a key fact: the prison terms of the basic and of the most serious offence. Empty if none is known. */
export function penaltyKeyFacts(
  tiers: readonly TierValues[],
  { writer, localised, section }: TextScope & { section: string },
): KeyFact[] {
  const highest = highestTier(tiers);
  const basic = tiers.find((tier) => tier.isBasic && formatPrisonTerm(tier, writer.messages) !== '') ?? highest;
  if (!basic || !highest) return [];
  const offenceOf = (tier: TierValues) => localised(`tiers[${tiers.indexOf(tier)}].offence`, tier.offence);
  const { prison, highestPenalty } = writer.labels;
  const more = html`<small
    >${highestPenalty}${writer.format.colon}
    <b>${formatPrisonTerm(highest, writer.messages)}</b> (${offenceOf(highest)})</small
  >`;
  return [
    {
      title: inPageLanguage(prison),
      value: html`<span class="big"><a href="#${section}">${formatPrisonTerm(basic, writer.messages)}</a></span
        ><small>${offenceOf(basic)}</small>${basic !== highest && more}`,
    },
  ];
}

/** Penalties of a law: prison terms below the header, and a section with a bar for each offence. */
export const lawPenaltiesPart: PagePart = {
  fields: TIER_FIELDS,
  replacesFields: ['tiers', 'basicPenalty', 'basicMinYears', 'basicMaxYears', 'highestPenalty'],
  keyFacts(scope) {
    return penaltyKeyFacts(readTiers(scope), { ...textScope(scope), section: 'tiers' });
  },
  sections(scope) {
    const tiers = readTiers(scope);
    if (tiers.length === 0) return [];
    const title = fieldLabel(scope.writer.messages, scope.kind, 'tiers');
    return [{ id: 'tiers', title, body: penaltyBars(tiers, textScope(scope)) }];
  },
};

function readTiers({ entry }: PartScope): readonly TierValues[] {
  return (entry['tiers'] ?? []) as readonly TierValues[];
}

function textScope(scope: PartScope): TextScope {
  const { writer } = scope;
  return { writer, localised: (path, text) => writer.localised(localisedAt(scope, path, text)) };
}
