import { runPageQuery } from '../common/request.js';
import type { PageSettings } from '../common/settings.js';

interface FoundEntry {
  slug: string;
  title: string;
  entryKind: string;
  path: string;
}

export interface SearchHit {
  entries: readonly FoundEntry[];
  /** Corrected search words; null if no word is misspelt. */
  didYouMean: string | null;
}

const MAX_HITS = 8;

const SEARCH_QUERY = `query Found($words: String!, $first: Int!) {
  search(query: $words, first: $first) { didYouMean nodes { slug title entryKind path } }
}`;

interface Searched {
  search: { didYouMean: string | null; nodes: FoundEntry[] };
}

/**
 * Searches entries other than questions.
 * @throws RequestError
 */
export async function searchEntries(words: string, settings: PageSettings, signal: AbortSignal): Promise<SearchHit> {
  const requested = { query: SEARCH_QUERY, variables: { words, first: MAX_HITS } };
  const { search } = await runPageQuery<Searched>(requested, settings, signal);
  return { entries: search.nodes.filter(({ entryKind }) => entryKind !== 'QUESTION'), didYouMean: search.didYouMean };
}
