import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { Fact, Section } from '../../html/section.js';
import type { Field } from '../../model/model.js';
import { fieldLabel, valueLabel } from '../../words/labels.js';
import type { EntryScope } from './page-entry.js';
import { leadField } from './shown-fields.js';
import { isCode, valueHtml } from './value.js';
import { saidHere } from '../../words/said.js';

/** What the band has room for. */
const MOST = 5;
/** The value of an enum that says of something only that it is none of the others. */
const SOMETHING_ELSE = 'OTHER';
/** Longer texts stand in the list and not in the band. */
const LONGEST = 60;

/** The short facts of an entry: those of the band, and those that it has no room for. */
export interface ShortFacts {
  band: readonly Fact[];
  rest: readonly Fact[];
}

/** Sorts the short facts among some fields of an entry that have values: single values, and few words; codes and longer lists come last. */
export function shortFacts(fields: readonly Field[], scope: EntryScope): ShortFacts {
  const { entry, model, kind } = scope;
  const lead = leadField(kind);
  const short = fields.filter((field) => {
    if (field === lead || field.type === 'Markdown' || field.type === 'URL') return false;
    if (field.list) return field.nature === 'enum' || field.nature === 'scalar';
    return field.nature !== 'object' || model.shape(field.type).fields.every(({ nature }) => nature !== 'link');
  });
  // What the page begins with can be what another field says.
  const isLead = (value: unknown) => lead !== null && value === entry[lead.name];
  const named = short.filter(({ name }) => !isLead(entry[name]));
  // What is counted is what the unit of most figures says already.
  const texts = named.filter(({ type, list }) => type === 'String' && !list).map((field) => plainText(field, scope));
  const given = named.filter((field) => {
    if (field.nature !== 'enum' || field.list) return true;
    return entry[field.name] !== SOMETHING_ELSE && !texts.includes(plainText(field, scope));
  });
  const isMain = (field: Field) => {
    const value = entry[field.name];
    if (field.list) return field.nature === 'enum' && enumText(field, value as string[], scope).length <= LONGEST;
    return !isCode(field, value) && (typeof value !== 'string' || value.length <= LONGEST);
  };
  const band = given.filter(isMain).slice(0, MOST);
  const rest = given.filter((field) => !band.includes(field));
  const fact = (field: Field): Fact => ({
    title: fieldLabel(scope.writer.words, kind.name, field.name),
    value: big(field, valueHtml(field, entry[field.name], field.name, scope)),
  });
  return { band: band.map(fact), rest: rest.map(fact) };
}

/** A value as it is read, large or small. */
function plainText(field: Field, scope: EntryScope): string {
  const { text } = valueHtml(field, scope.entry[field.name], field.name, scope);
  return text
    .replace(/<[^>]*>/g, '')
    .trim()
    .toLocaleLowerCase(scope.writer.locale);
}

/** Some values of an enum as they stand in one line. */
function enumText({ type }: Field, values: readonly string[], { writer }: EntryScope): string {
  return values.map((value) => valueLabel(writer.words, value, type).text).join(', ');
}

function big({ type, list }: Field, value: Html): Html {
  return !list && (type === 'Int' || type === 'Float') ? html`<span class="big">${value}</span>` : value;
}

/** The facts that the band has no room for; nothing where there are none. */
export function glanceSection(facts: readonly Fact[], { writer }: EntryScope): Section[] {
  if (facts.length === 0) return [];
  return [
    {
      id: 'glance',
      title: saidHere(writer.labels.glance),
      body: html`<dl class="facts">
        ${facts.map(
          ({ title, value }) =>
            html`<dt>${writer.said(title)}</dt>
              <dd>${value}</dd> `,
        )}
      </dl>`,
    },
  ];
}
