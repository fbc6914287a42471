import type { StoredEntry } from '../store/entries.js';
import { collectTexts } from './entry-texts.js';
import { type EntryHighlight, highlightEntry, type TermMatch } from './highlight.js';
import { collectEdges } from './link-graph.js';
import { rankEntries, type Ranking, type RankRequest } from './rank.js';
import { SearchIndexer } from './search-indexer.js';
import { type ParsedQuery, parseSearchQuery, type QueryWord } from './parse-query.js';

export interface SearchRequest extends Omit<RankRequest, keyof ParsedQuery> {
  query: string;
}

export interface SearchOutcome extends Ranking, ParsedQuery {}

/** In-memory search of the entries of a view, by words and links. */
export class Search extends SearchIndexer {
  /** Returns the matching entries by descending score. Ties are broken by key. */
  find({ query, ...request }: SearchRequest): SearchOutcome {
    const parsedQuery = parseSearchQuery(this.countries.expandCodes(query), this.index, this.lexicon, this.countries);
    return { ...parsedQuery, ...rankEntries(this.index, { ...request, ...parsedQuery }) };
  }

  /**
   * Explains a hit: where the query words occur, and why it matches.
   * @param locales locales for the names of link targets, in order of preference
   */
  explain(
    entry: StoredEntry,
    words: readonly QueryWord[],
    locales: readonly string[],
  ): { highlights: EntryHighlight[]; matches: TermMatch[] } {
    const input = { texts: collectTexts(this.model, entry), links: collectEdges(this.model, entry), locales };
    return highlightEntry(input, words, this.lexicon);
  }
}
