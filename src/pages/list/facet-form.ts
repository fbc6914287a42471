import { facetCheckboxes } from '../../html/facet.js';
import { type Html, html } from '../../html/html.js';
import { renderLangAttribute } from '../../html/page-shell.js';
import { enumLabelHtml } from '../../kinds/pages/enum-label.js';
import type { Kind } from '../../model/model.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import type { LocalisedText } from '../../i18n/localised-text.js';
import type { LocaleMessages } from '../../i18n/locale-messages.js';
import { type ListFilter, UNRECORDED } from './list-filters.js';
import type { ListPageInput, FilterValueEntry } from './list-input.js';

/** Renders a form with the facets and sort orders of a list. */
export function facetForm(input: ListPageInput): Html {
  const { kind, filters, picked, orders, order, writer } = input;
  const { labels, messages } = writer;
  const label = (name: string) => fieldLabel(messages, kind.name, name);
  const facets = filters.filter(({ isFacet }) => isFacet);
  const otherFilters = picked.filter(({ isFacet }) => !isFacet);
  return html`<form class="facets" id="filter" action="${writer.path(`/${kind.plural}`)}" aria-label="${labels.filter}">
    ${otherFilters.flatMap(({ name, values }) => values.map((value) => html`<input type="hidden" name="${name}" value="${value}" />`))}
    ${facets.map((filter) => renderFacet(filter, input))}
    ${
      orders.length > 1 &&
      html`<fieldset>
        <legend><label for="sort">${labels.sort}</label></legend>
        <select id="sort" name="sort">
          ${orders.map(
            (item) =>
              html`<option
                value="${item.name}"
                ${renderLangAttribute(label(item.field).lang)}${item === order && html` selected`}
              >
                ${label(item.field).text}
              </option>`,
          )}
        </select>
      </fieldset>`
    }
    <button class="btn">${labels.apply}</button>
  </form>`;
}

/** Renders a facet. Selected values without a count come first, except in a facet of years, which is sorted. */
function renderFacet(filter: ListFilter, input: ListPageInput): Html | false {
  const { answer, picked, kind, writer } = input;
  const values = picked.find(({ name }) => name === filter.name)?.values ?? [];
  const countedOptions = (answer.list.facets?.[filter.name] ?? []).map(({ value, count }) => ({
    value: facetKey(value),
    count,
  }));
  const uncountedOptions = values
    .filter((value) => !countedOptions.some((option) => option.value === value))
    .map((value) => ({ value, count: 0 }));
  const options = [...uncountedOptions, ...countedOptions].map((option) => ({
    ...option,
    label: filterValueLabel(filter, option.value, input),
  }));
  if (filter.leaf.type === 'PartialDate') options.sort((a, b) => Number(b.value) - Number(a.value));
  const legend = writer.localised(fieldLabel(writer.messages, kind.name, filter.name));
  return facetCheckboxes(filter.name, { legend, options, picked: values }, writer);
}

function facetKey(value: unknown): string {
  return typeof value === 'object' && value !== null ? (value as FilterValueEntry).slug : String(value);
}

/** Returns the label of a filter: for a facet, that of the entry's field; otherwise, that of the nested field. */
export function filterLabel(
  { name, path, leaf, isFacet }: ListFilter,
  kind: Kind,
  messages: LocaleMessages,
): LocalisedText {
  const parent = isFacet ? undefined : path.at(-2);
  return parent ? fieldLabel(messages, parent.type, leaf.name) : fieldLabel(messages, kind.name, name);
}

/** Renders the label of a filter value. */
export function filterValueLabel({ name, leaf }: ListFilter, value: string, { answer, writer }: ListPageInput): Html {
  if (value === UNRECORDED) return html`${writer.labels.notRecorded}`;
  if (leaf.category === 'enum') return enumLabelHtml(value, leaf.type, writer);
  if (leaf.type === 'Language') return html`${writer.format.language(value)}`;
  // Only texts of entries are translated; other texts are in English.
  if (leaf.category !== 'link') return leaf.type === 'String' ? writer.english(value) : html`${value}`;
  const facetEntries = (answer.list.facets?.[name] ?? []).map((option) => option.value as FilterValueEntry);
  const selectedEntries =
    (answer as unknown as Record<string, { nodes: readonly FilterValueEntry[] } | undefined>)[name]?.nodes ?? [];
  const matchingEntry = [...selectedEntries, ...facetEntries].find(({ slug }) => slug === value);
  return matchingEntry ? writer.localised(writer.title(matchingEntry)) : html`${value}`;
}
