import { ask } from '../common/request.js';
import type { Setting } from '../common/setting.js';

/** An entry of the knowledge base that a search found. */
interface FoundEntry {
  slug: string;
  title: string;
  /** The name of its kind in the enum of kinds. */
  entryKind: string;
  /** Where its page is. */
  path: string;
}

/** What a search found in the content. */
export interface Found {
  entries: readonly FoundEntry[];
  /** The search with unknown words put right; null where there is nothing to put right. */
  didYouMean: string | null;
}

const MOST = 8;

const SEARCH_QUERY = `query Found($words: String!, $first: Int!) {
  search(query: $words, first: $first) { didYouMean nodes { slug title entryKind path } }
}`;

interface Searched {
  search: { didYouMean: string | null; nodes: FoundEntry[] };
}

/** Searches the content for words; saved questions are left to the list of them. @throws Refusal */
export async function fetchFound(words: string, setting: Setting, signal: AbortSignal): Promise<Found> {
  const asked = { query: SEARCH_QUERY, variables: { words, first: MOST } };
  const { search } = await ask<Searched>(asked, setting, signal);
  return { entries: search.nodes.filter(({ entryKind }) => entryKind !== 'QUESTION'), didYouMean: search.didYouMean };
}
