import type { Row } from '../tables/table.js';
import type { FileFacts, Terms } from './file-facts.js';
import type { Origins } from './origins.js';

/** Lines of what a file is and where it is from: a name and a text. */
export function factLines(facts: FileFacts, origins: Origins): [string, string][] {
  const { title, address, query, variables, retrievedAt } = facts;
  return [
    ['Title', title],
    ['Retrieved', retrievedAt.toISOString()],
    ['Address', address() ?? ''],
    ['Editions', origins.vintages().join(', ')],
    ['How to cite', origins.citation(facts, 'APA')],
    ['Licence', 'Each figure is reused under the terms of its publisher; they stand with the sources.'],
    ['Query', query],
    ['Variables', variables],
  ];
}

/** The header of the list of sources, and its rows. */
export const TERMS_HEADER = ['source', 'publisher', 'address', 'licence', 'attribution'];

/** The list of sources with their terms, a row for each. */
export function termsRows(terms: readonly Terms[]): Row[] {
  return terms.map(({ title, publisher, url, licence, attribution }) => [title, publisher, url, licence, attribution]);
}

/** What is said of the terms of all sources together, for people. */
export function licenceText(terms: readonly Terms[]): string {
  const known = terms.map(({ title, publisher, licence, attribution }) => {
    const name = publisher === null ? title : `${title} (${publisher})`;
    const told = licence ?? 'its terms were not seen; only facts were taken from it';
    return `${name}\n  Licence: ${told}\n${attribution === null ? '' : `  Attribution: ${attribution}\n`}`;
  });
  const lead =
    'What is in this archive is reused under the terms of those who published it. Name them as they ask.\n' +
    'Names, definitions and summaries are those of Signpost, under its own licence.\n\n';
  return lead + (known.length > 0 ? known.join('\n') : 'No source is named in its rows.\n');
}
