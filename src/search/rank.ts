import type { TextIndex } from './text-index.js';
import type { QueryWord } from './understand.js';

/** One entry that answers a query. */
export interface Hit {
  key: string;
  score: number;
}

/** What is asked of a ranking. */
export interface RankRequest {
  words: readonly QueryWord[];
  /** Only entries of which this holds. */
  accepts: (entry: { key: string; kind: string }) => boolean;
  /** Only entries that come after this one. */
  after: Hit | null;
  first: number;
  withFacets: boolean;
}

/** A ranking: the best entries, and what is true of all that answer. */
export interface Ranking {
  hits: Hit[];
  hasMore: boolean;
  total: number;
  kinds: Map<string, number>;
  concepts: Map<string, number>;
}

/** How fast more mentions stop counting for more. */
const SATURATION = 3;
/** The share of a query's words that an entry must answer, if any entry answers so many. */
const SHARE_NEEDED = 0.5;

/**
 * Ranks the entries that answer the words of a query, best first, ties by key.
 *
 * The score adds up, over the words, the best of the word's variants: how telling the term is, how much it weighs in
 * the entry, how well it answers the word; and is lowered by the square of the share of words that the entry misses.
 */
export function rank(index: TextIndex, request: RankRequest): Ranking {
  const { words } = request;
  const total = new Float32Array(index.capacity);
  const answered = new Uint8Array(index.capacity);
  for (const word of words) addWord(index, word, total, answered);
  const ranking = collect(index, request, total, answered, Math.ceil(words.length * SHARE_NEEDED));
  return ranking.total > 0 || words.length < 2 ? ranking : collect(index, request, total, answered, 1);
}

function addWord(index: TextIndex, word: QueryWord, total: Float32Array, answered: Uint8Array): void {
  const best = new Float32Array(index.capacity);
  const touched: number[] = [];
  for (const { term, factor } of word.variants) {
    const postings = index.term(term)!;
    const telling = factor * Math.log(1 + index.size / (postings.length + 0.5));
    for (let at = 0; at < postings.length; at += 1) {
      const document = postings.document(at);
      const weight = postings.weight(at);
      const score = (telling * weight) / (SATURATION + weight);
      if (best[document] === 0) touched.push(document);
      if (score > best[document]!) best[document] = score;
    }
  }
  for (const document of touched) {
    total[document]! += best[document]!;
    answered[document]! += 1;
  }
}

function collect(
  index: TextIndex,
  request: RankRequest,
  total: Float32Array,
  answered: Uint8Array,
  needed: number,
): Ranking {
  const ranking: Ranking = { hits: [], hasMore: false, total: 0, kinds: new Map(), concepts: new Map() };
  const wanted = new Best(request.first + 1);
  for (let number = 0; number < index.capacity; number += 1) {
    if (answered[number]! < Math.max(1, needed)) continue;
    const entry = index.entry(number);
    if (!entry || !request.accepts(entry)) continue;
    ranking.total += 1;
    if (request.withFacets) {
      count(ranking.kinds, entry.kind);
      for (const concept of entry.concepts) count(ranking.concepts, concept);
    }
    const share = answered[number]! / request.words.length;
    const hit = { key: entry.key, score: total[number]! * share * share };
    if (!request.after || isBefore(request.after, hit)) wanted.offer(hit);
  }
  const hits = wanted.sorted();
  return { ...ranking, hits: hits.slice(0, request.first), hasMore: hits.length > request.first };
}

function count(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function isBefore(one: Hit, other: Hit): boolean {
  return one.score > other.score || (one.score === other.score && one.key < other.key);
}

/** Keeps the best so many of what it is offered. */
class Best {
  private readonly kept: Hit[] = [];

  constructor(private readonly most: number) {}

  offer(hit: Hit): void {
    if (this.kept.length === this.most && !isBefore(hit, this.kept[this.most - 1]!)) return;
    let at = this.kept.length;
    while (at > 0 && isBefore(hit, this.kept[at - 1]!)) at -= 1;
    this.kept.splice(at, 0, hit);
    if (this.kept.length > this.most) this.kept.pop();
  }

  sorted(): Hit[] {
    return this.kept;
  }
}
