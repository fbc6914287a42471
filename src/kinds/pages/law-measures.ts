import { type Html, html, joinHtml } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { quotation, type Quotation, QUOTATION_FIELDS } from '../../html/quotation.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { enumLabelHtml } from './enum-label.js';
import { localisedAt, type PagePart, type PartScope } from './page-part.js';

type Citation = Quotation & { source: LinkedEntry; locator: string | null };

/** A measure in a response. Also contains its texts, by field name. */
interface Measure extends Readonly<Record<string, unknown>> {
  name: string;
  measureType: string;
  article: string;
  issuers: readonly string[];
  dataCategories: readonly string[];
  needs: readonly string[];
  excluded: readonly LinkedEntry[];
  citations: readonly Citation[];
}

const TYPE = 'LegalMeasure';
/** Names of localised texts, in order of display. */
const TEXT_FIELDS = [
  'issuedBy',
  'validation',
  'threshold',
  'deadlineInWords',
  'emergencyInWords',
  'conditions',
  'form',
];

/** Powers, duties and procedures of an instrument, each with its conditions and quotations. */
export const lawMeasuresPart: PagePart = {
  fields: `measures { name measureType allows article issuers dataCategories needs excluded { ...Name } note
    ${TEXT_FIELDS.join(' ')} citations { source { ...Name } locator ${QUOTATION_FIELDS} } }`,
  replacesFields: ['measures'],
  sections(scope) {
    const measures = (scope.entry['measures'] ?? []) as readonly Measure[];
    if (measures.length === 0) return [];
    const title = fieldLabel(scope.writer.messages, scope.kind, 'measures');
    return [
      { id: 'measures', title, body: html`${measures.map((measure, index) => measureHtml(measure, index, scope))}` },
    ];
  },
};

function measureHtml(measure: Measure, index: number, scope: PartScope): Html {
  const { writer } = scope;
  const text = (field: string) => {
    const value = measure[field] as string | null;
    return value === null ? null : writer.localised(localisedAt(scope, `measures[${index}].${field}`, value));
  };
  const { dataCategories, needs, excluded, issuers } = measure;
  const facts: [string, Html | null][] = [
    ['measureType', enumLabelHtml(measure.measureType, 'LegalMeasureType', writer)],
    ['article', writer.english(measure.article)],
    ['dataCategories', enumLabels(dataCategories, 'DataCategory', writer)],
    ['issuers', measure['issuedBy'] === null ? enumLabels(issuers, 'LegalMeasureIssuer', writer) : null],
    ...TEXT_FIELDS.map((field): [string, Html | null] => [field, text(field)]),
    ['needs', enumLabels(needs, 'LegalMeasureRelation', writer)],
    ['excluded', excluded.length === 0 ? null : joinHtml(excluded.map((country) => writer.link(country)))],
    ['note', text('note')],
  ];
  return html`<h3>${text('name')}</h3>
    ${measure['allows'] !== null && html`<p>${text('allows')}</p>`}
    <dl class="facts">
      ${facts.map(
        ([field, value]) =>
          value !== null &&
          html`<dt>${writer.localised(fieldLabel(writer.messages, TYPE, field))}</dt>
            <dd>${value}</dd> `,
      )}
    </dl>
    <ol class="refs">
      ${measure.citations.map(
        (citation) =>
          html`<li>
            ${writer.link(citation.source)} ${citation.locator !== null && writer.english(`(${citation.locator})`)}
            ${quotation(citation, writer)}
          </li> `,
      )}
    </ol>`;
}

function enumLabels(values: readonly string[], type: string, writer: PageWriter): Html | null {
  return values.length === 0 ? null : joinHtml(values.map((value) => enumLabelHtml(value, type, writer)));
}
