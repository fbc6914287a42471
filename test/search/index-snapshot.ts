import type { Search } from '../../src/search/search.js';

/** Returns the entries, links, related entries and terms of a search index, sorted for comparison. */
export function indexSnapshot({ index, graph }: Search): object {
  const keys = [...index.keys()].sort();
  const postings = [...index.terms()].map((each) => {
    const { documents, weights } = each;
    // Jest compares one text faster than many small arrays.
    const entries = Array.from(documents, (number, at) => `${index.entry(number)!.key} ${weights[at]!}`);
    return `${each.term}: ${entries.sort().join()}`;
  });
  return {
    entries: keys.map((key) => index.entryByKey(key)),
    links: keys.map((key) => graph.links(key)),
    related: keys.map((key) => graph.related(key, 5)),
    terms: postings.sort(),
  };
}
