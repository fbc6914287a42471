import type { Model } from '../model/model.js';
import type { View } from '../model/view.js';
import { PREVIEW, PUBLIC } from '../model/view.js';
import type { StoredEntry } from '../store/entries.js';
import { collectTexts } from './entry-texts.js';
import type { Highlight, Match } from './highlight.js';
import { explain } from './highlight.js';
import { collectEdges } from './link-graph.js';
import type { Ranking, RankRequest } from './rank.js';
import { rank } from './rank.js';
import type { SearchSource } from './search-upkeep.js';
import { SearchUpkeep } from './search-upkeep.js';
import type { QueryWord, Understanding } from './understand.js';
import { understand } from './understand.js';

/** What is sought. */
export interface SearchRequest extends Omit<RankRequest, keyof Understanding> {
  query: string;
}

/** What was found, and how the query was understood. */
export interface Found extends Ranking, Understanding {}

/** Finds what a view shows by its words, and by its links: in memory, without the database. */
export class Search extends SearchUpkeep {
  /**
   * Begins to fill index and graph, from the cache where nothing changed, and follows the change feed from then on.
   *
   * @param onTrouble is told why records cannot be read, once for a row of failures, and null once they can again
   * @param view what is to be found; what is published unless given
   */
  static begin(model: Model, source: SearchSource, onTrouble: (error: unknown) => void, view: View = PUBLIC): Search {
    return new Search(model, source, onTrouble, view);
  }

  /** As `begin`, of what editors see in a preview. */
  static beginInPreview(model: Model, source: SearchSource, onTrouble: (error: unknown) => void): Search {
    return Search.begin(model, source, onTrouble, PREVIEW);
  }

  /** As `begin`, and resolves once index and graph are filled. */
  static async start(...from: Parameters<typeof Search.begin>): Promise<Search> {
    const search = Search.begin(...from);
    await search.settled();
    return search;
  }

  /** The entries that answer a query, best first, ties by key. */
  find({ query, ...request }: SearchRequest): Found {
    const understanding = understand(query, this.index, this.lexicon, this.countries);
    return { ...understanding, ...rank(this.index, { ...request, ...understanding }) };
  }

  /**
   * Where in an entry the words of a query were found, and why they answer it.
   *
   * @param locales the languages wanted for the names of what it links to, best first
   */
  explain(
    entry: StoredEntry,
    words: readonly QueryWord[],
    locales: readonly string[],
  ): { highlights: Highlight[]; matches: Match[] } {
    const of = { texts: collectTexts(this.model, entry), links: collectEdges(this.model, entry), locales };
    return explain(of, words, this.lexicon);
  }
}
