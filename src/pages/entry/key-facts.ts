import { type Html, html } from '../../html/html.js';
import type { KeyFact, Section } from '../../html/section.js';
import type { Field } from '../../model/model.js';
import { fieldLabel, localisedEnumLabel } from '../../i18n/kind-labels.js';
import type { EntryScope } from './entry-page-data.js';
import { isProse, findLeadField } from './displayed-fields.js';
import { isLanguageNeutral, valueHtml } from './render-value.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

const MAX_KEY_FACTS = 5;
/** Enum value that is not shown as a fact. */
const OTHER_VALUE = 'OTHER';
/** Maximum length of a key fact, in characters. Longer values are listed below. */
const MAX_FACT_LENGTH = 60;

/** Labelled values of an entry: the key facts in the band below the header, and the remaining ones. */
export interface KeyFacts {
  band: readonly KeyFact[];
  rest: readonly KeyFact[];
}

/** Selects up to five short values as key facts. `rest` contains the other ones, such as codes and long lists. */
export function selectKeyFacts(fields: readonly Field[], scope: EntryScope): KeyFacts {
  const { entry, model, kind } = scope;
  const leadTextField = findLeadField(kind);
  const candidates = fields.filter((field) => {
    if (field === leadTextField || isProse(field) || field.type === 'URL') return false;
    if (field.list) return field.category === 'enum' || field.category === 'scalar';
    return field.category !== 'object' || model.shape(field.type).fields.every(({ category }) => category !== 'link');
  });
  // A field with the same value as the lead is omitted.
  const isLead = (value: unknown) => leadTextField !== null && value === entry[leadTextField.name];
  const otherCandidates = candidates.filter(({ name }) => !isLead(entry[name]));
  // An enum value is omitted if a text, such as the unit of figures, already states it.
  const plainTexts = otherCandidates
    .filter(({ type, list }) => type === 'String' && !list)
    .map((field) => plainText(field, scope));
  const fieldsWithValue = otherCandidates.filter((field) => {
    if (field.category !== 'enum' || field.list) return true;
    return entry[field.name] !== OTHER_VALUE && !plainTexts.includes(plainText(field, scope));
  });
  const isKeyFact = (field: Field) => {
    const value = entry[field.name];
    if (field.list)
      return field.category === 'enum' && enumText(field, value as string[], scope).length <= MAX_FACT_LENGTH;
    return !isLanguageNeutral(field, value) && (typeof value !== 'string' || value.length <= MAX_FACT_LENGTH);
  };
  const band = fieldsWithValue.filter(isKeyFact).slice(0, MAX_KEY_FACTS);
  const otherFacts = fieldsWithValue.filter((field) => !band.includes(field));
  const toFact = (field: Field): KeyFact => ({
    title: fieldLabel(scope.writer.messages, kind.name, field.name),
    value: renderBigNumber(field, valueHtml(field, entry[field.name], field.name, scope)),
  });
  return { band: band.map(toFact), rest: otherFacts.map(toFact) };
}

function plainText(field: Field, scope: EntryScope): string {
  const { text } = valueHtml(field, scope.entry[field.name], field.name, scope);
  return text
    .replace(/<[^>]*>/g, '')
    .trim()
    .toLocaleLowerCase(scope.writer.locale);
}

function enumText({ type }: Field, values: readonly string[], { writer }: EntryScope): string {
  return values.map((value) => localisedEnumLabel(writer.messages, value, type).text).join(', ');
}

function renderBigNumber({ type, list }: Field, value: Html): Html {
  return !list && (type === 'Int' || type === 'Float') ? html`<span class="big">${value}</span>` : value;
}

/** Returns the section with the remaining values; empty if there are none. */
export function remainingValuesSection(facts: readonly KeyFact[], { writer }: EntryScope): Section[] {
  if (facts.length === 0) return [];
  return [
    {
      id: 'glance',
      title: inPageLanguage(writer.labels.glance),
      body: html`<dl class="facts">
        ${facts.map(
          ({ title, value }) =>
            html`<dt>${writer.localised(title)}</dt>
              <dd>${value}</dd> `,
        )}
      </dl>`,
    },
  ];
}
