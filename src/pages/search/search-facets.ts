import { facetCheckboxes, type FacetOption, selectedChips } from '../../html/facet.js';
import { type Html, html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { entryKindName, type Kind, type Model } from '../../model/model.js';
import { listLabel } from '../../i18n/kind-labels.js';
import { SEARCH_PATH, searchUrlParams, type SelectedFilters } from './search-filters.js';
import type { FacetEntry, SearchResponse } from './search-query.js';

/** A facet of a search, with its counts. */
export interface SearchFacet {
  name: keyof SelectedFilters;
  legend: Html;
  options: readonly FacetOption[];
}

/** Returns the facets of a search, in order of display. */
export function searchFacets({ found: { facets } }: SearchResponse, model: Model, writer: PageWriter): SearchFacet[] {
  const { labels, messages } = writer;
  const toOption = ({ value, count }: { value: FacetEntry; count: number }): FacetOption => ({
    value: value.code ?? value.slug,
    label: writer.localised(writer.title(value)),
    count,
  });
  const kinds = facets.kinds.flatMap(({ value, count }) => {
    const kind = findKindByEnumName(model, value);
    return kind ? [{ value, label: writer.localised(listLabel(messages, kind.plural)), count }] : [];
  });
  const years = facets.years.map(({ value, count }) => ({ value: String(value), label: html`${value}`, count }));
  return [
    { name: 'kind', legend: html`${labels.kindOf}`, options: kinds },
    { name: 'topic', legend: writer.localised(listLabel(messages, 'topics')), options: facets.topics.map(toOption) },
    {
      name: 'country',
      legend: writer.localised(listLabel(messages, 'countries')),
      options: facets.countries.map(toOption),
    },
    { name: 'year', legend: html`${labels.foundOfYear}`, options: years },
  ];
}

/** Renders the facets as a form, which repeats the search with the selected values. */
export function searchFacetForm(
  facets: readonly SearchFacet[],
  { query, picked, writer }: { query: string; picked: SelectedFilters; writer: PageWriter },
): Html {
  const fields = facets.map(({ name, ...facet }) => facetCheckboxes(name, { ...facet, picked: picked[name] }, writer));
  return html`<form
    class="facets"
    id="filter"
    action="${writer.path(SEARCH_PATH)}"
    aria-label="${writer.labels.filter}"
  >
    <input type="hidden" name="q" value="${query}" />
    ${fields}${fields.some(Boolean) && html`<button class="btn">${writer.labels.apply}</button>`}
  </form>`;
}

/** Renders the selected values, each with a link that removes it; false if none are selected. */
export function selectedFilterChips(
  facets: readonly SearchFacet[],
  { query, picked, writer }: { query: string; picked: SelectedFilters; writer: PageWriter },
): Html | false {
  const urlFor = (filters: SelectedFilters | null) => writer.path(SEARCH_PATH, searchUrlParams(query, filters));
  const values = facets.flatMap(({ name, options }) =>
    picked[name].map((value) => ({
      label: options.find((option) => option.value === value)?.label ?? html`${value}`,
      removePath: urlFor({ ...picked, [name]: picked[name].filter((selected) => selected !== value) }),
    })),
  );
  return selectedChips(values, urlFor(null), writer);
}

/** Returns the kind with a GraphQL enum name. */
export function findKindByEnumName({ kinds }: Model, name: string): Kind | undefined {
  return kinds.find((kind) => entryKindName(kind) === name);
}
