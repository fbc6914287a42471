import type { Model } from '../model/model.js';
import type { View } from '../model/view.js';
import { PREVIEW, PUBLIC } from '../model/view.js';
import type { StoredEntry } from '../store/entries.js';
import { collectTexts } from './entry-texts.js';
import type { EntryHighlight, TermMatch } from './highlight.js';
import { highlightEntry } from './highlight.js';
import { collectEdges } from './link-graph.js';
import type { Ranking, RankRequest } from './rank.js';
import { rank } from './rank.js';
import type { SearchSource } from './search-indexer.js';
import { SearchIndexer } from './search-indexer.js';
import type { QueryWord, ParsedQuery } from './parse-query.js';
import { parseSearchQuery } from './parse-query.js';

export interface SearchRequest extends Omit<RankRequest, keyof ParsedQuery> {
  query: string;
}

export interface SearchOutcome extends Ranking, ParsedQuery {}

/** In-memory search of the entries of a view, by words and links. */
export class Search extends SearchIndexer {
  /**
   * Starts to fill the index, from the cache if possible, and follows the change feed.
   *
   * @param onError called with the first of consecutive errors, and with null on recovery
   * @param view default: published entries
   */
  static begin(model: Model, source: SearchSource, onError: (error: unknown) => void, view: View = PUBLIC): Search {
    return new Search(model, source, onError, view);
  }

  /** Starts a search of the preview. See `begin`. */
  static startInPreview(model: Model, source: SearchSource, onError: (error: unknown) => void): Search {
    return Search.begin(model, source, onError, PREVIEW);
  }

  /** Starts a search like `begin`, and waits until the index is filled. */
  static async start(...from: Parameters<typeof Search.begin>): Promise<Search> {
    const search = Search.begin(...from);
    await search.idle();
    return search;
  }

  /** Returns the matching entries by descending score. Ties are broken by key. */
  find({ query, ...request }: SearchRequest): SearchOutcome {
    const parsedQuery = parseSearchQuery(query, this.index, this.lexicon, this.countries);
    return { ...parsedQuery, ...rank(this.index, { ...request, ...parsedQuery }) };
  }

  /**
   * Explains a hit: where the query words occur, and why it matches.
   *
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
