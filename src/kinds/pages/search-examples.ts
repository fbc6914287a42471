import { type Html, html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';

type CountedValues = readonly { value: LinkedEntry }[];

export interface ExampleSearchesResponse {
  subjects: { facets: { topics: CountedValues } };
  places: { facets: { countries: CountedValues } };
}

/** GraphQL selection for example searches: the top topics of resources and the top country of trends. */
export const EXAMPLE_SEARCHES_SELECTION = `subjects: resources(first: 0) { facets(first: 3) { topics { value { ...Name } } } }
  places: trends(first: 0) { facets(first: 1) { countries { value { ...Name } } } }`;

/** Renders example searches; false if there are none. */
export function exampleSearchLinks({ subjects, places }: ExampleSearchesResponse, writer: PageWriter): Html | false {
  const examples = [...subjects.facets.topics, ...places.facets.countries].map(({ value }) => value);
  if (examples.length === 0) return false;
  return html`<p class="small">
    ${writer.labels.forExample}
    ${examples.map((example, index) => {
      const address = writer.path('/search', new URLSearchParams({ q: example.title }));
      return html`${index > 0 && ', '}<a href="${address}">${writer.localised(writer.title(example))}</a>`;
    })}
  </p>`;
}
