import type { Search } from '../../src/search/search.js';

/**
 * Returns the entries, links, related entries and terms of a search index, sorted for comparison. All are texts, which
 * Jest compares faster than objects.
 */
export function indexSnapshot({ index, graph }: Search): object {
  const keys = [...index.keys()].sort();
  const postings = [...index.terms()].map((each) => {
    const { documents, weights } = each;
    const entries = Array.from(documents, (number, at) => `${index.entry(number)!.key} ${weights[at]!}`);
    return `${each.term}: ${entries.sort().join()}`;
  });
  return {
    entries: keys.map((key) => JSON.stringify(index.entryByKey(key))),
    links: keys.map((key) => JSON.stringify(graph.links(key))),
    related: keys.map((key) => JSON.stringify(graph.related(key, 5))),
    terms: postings.sort(),
  };
}
