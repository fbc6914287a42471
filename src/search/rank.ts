import { markTerms, Nearness, standsIn } from './nearness.js';
import type { Tally } from './tally.js';
import { tally } from './tally.js';
import type { IndexedEntry, TextIndex } from './text-index.js';
import type { Understanding } from './understand.js';

/** One entry that answers a query. */
export interface Hit {
  key: string;
  score: number;
}

/** By what found entries are counted and narrowed: the values of an entry. */
const FACETS = {
  kinds: ({ kind }: IndexedEntry): readonly string[] => [kind],
  topics: ({ topics }: IndexedEntry) => topics,
  countries: ({ countries }: IndexedEntry) => countries,
  years: ({ year }: IndexedEntry): readonly number[] => (year === null ? [] : [year]),
};
type Facet = keyof typeof FACETS;
const NAMES = Object.keys(FACETS) as Facet[];

/** By facet, the values of which an entry must have one; all will do where a facet is not there. */
export type Picked = Partial<Record<Facet, ReadonlySet<string | number>>>;

/** What is asked of a ranking. */
export interface RankRequest extends Pick<Understanding, 'words' | 'phrases' | 'named'> {
  /** Only entries of which this holds. */
  accepts: (entry: { key: string }) => boolean;
  picked?: Picked;
  /** Only entries that come after this one. */
  after: Hit | null;
  first: number;
  withFacets: boolean;
}

/** How many of the entries that answer have each value; what is picked of a facet does not narrow its own counts. */
interface FoundFacets {
  kinds: Map<string, number>;
  topics: Map<string, number>;
  countries: Map<string, number>;
  years: Map<number, number>;
}

/** A ranking: the best entries, and what is true of all that answer. */
export interface Ranking extends FoundFacets {
  hits: Hit[];
  hasMore: boolean;
  total: number;
}

/** The share of what a query says that an entry must answer, if any entry answers so much. */
const SHARE_NEEDED = 0.5;
/** What is lost in adding up shares. */
const ROUNDING = 1e-4;
/** Of so many entries, the best by their words, it is looked at whether these stand together. */
const MOST_NEAR = 20;

/**
 * Ranks the entries that answer a query, best first, ties by key.
 *
 * The score adds up what an entry answers of each word, is lowered by the share of the query that it misses, and raised
 * where words stand together. An entry must answer half of what the query says, measured by how telling its words are:
 * one rare word says more than several that are everywhere. What the query names is found in any case.
 */
export function rank(index: TextIndex, request: RankRequest): Ranking {
  const { words, phrases, after, first } = request;
  const tallied = tally(index, words);
  const { scores, answered, worths } = tallied;
  const marked = words.length > 1 || phrases.length > 0 ? markTerms(index, words) : null;
  const marks = marked?.marks ?? null;
  const { found, facets } = enough(index, request, tallied, marks);
  const comesBefore = (one: number, other: number) =>
    scores[one]! > scores[other]! || (scores[one] === scores[other] && index.entry(one)!.key < index.entry(other)!.key);
  let nearest: readonly number[] = [];
  if (marks && words.length > 1) {
    const nearness = new Nearness(index, words, worths, marks);
    nearest = best(found, MOST_NEAR, comesBefore);
    for (const number of nearest) if (answersNeighbours(answered[number]!)) scores[number]! += nearness.of(number);
  }
  marked?.wipe();
  const isBehind = (number: number) =>
    scores[number]! < after!.score || (scores[number] === after!.score && index.entry(number)!.key > after!.key);
  // Those that were raised were the first before, too.
  const candidates = !after && first < nearest.length ? nearest : found;
  const page = best(after ? candidates.filter(isBehind) : candidates, first + 1, comesBefore);
  return {
    hits: page.slice(0, first).map((number) => ({ key: index.entry(number)!.key, score: scores[number]! })),
    hasMore: page.length > first,
    total: found.length,
    ...facets,
  };
}

/** Whether two words that follow each other in the query are answered. */
function answersNeighbours(answered: number): boolean {
  return (answered & (answered >> 1)) !== 0;
}

/** The numbers of the entries that answer enough of a query and are accepted; their scores are made those of the share. */
function enough(
  index: TextIndex,
  { phrases, named, accepts, picked = {}, withFacets }: RankRequest,
  { answered, scores, worth, worths }: Tally,
  marks: Uint16Array | null,
): { found: number[]; facets: FoundFacets } {
  const demanded = phrases.flat().reduce((bits, word) => bits | (1 << word), 0);
  const isDemanded = (number: number) =>
    (answered[number]! & demanded) === demanded &&
    phrases.every((phrase) => standsIn(index.wordsOf(number).sequence, phrase, marks!));
  let most = 0;
  const { capacity } = index;
  for (let number = 0; number < capacity; number += 1) {
    if (worth[number] === 0) continue;
    if (demanded !== 0 && !isDemanded(number)) worth[number] = 0;
    else if (worth[number]! > most) most = worth[number]!;
  }
  const whole = worths.reduce((sum, each) => sum + each, 0);
  const needed = Math.min(SHARE_NEEDED * whole, most) - ROUNDING;
  const found: number[] = [];
  const facets: FoundFacets = { kinds: new Map(), topics: new Map(), countries: new Map(), years: new Map() };
  const narrowing = NAMES.filter((facet) => picked[facet]);
  const take = (number: number) => {
    const entry = index.entry(number)!;
    if (!accepts(entry)) return;
    const missed = narrowing.filter((facet) => !FACETS[facet](entry).some((value) => picked[facet]!.has(value)));
    if (withFacets) countIn(facets, entry, missed);
    if (missed.length > 0) return;
    scores[number]! *= worth[number]! / whole;
    found.push(number);
  };
  for (let number = 0; number < capacity; number += 1) {
    if (worth[number]! >= needed && worth[number] !== 0) take(number);
  }
  for (const number of new Set([...named].map((key) => index.numberOf(key)))) {
    if (worth[number]! > 0 && worth[number]! < needed) take(number);
  }
  return { found, facets };
}

/** The best so many of some numbers, in order. */
function best(
  numbers: readonly number[],
  most: number,
  comesBefore: (one: number, other: number) => boolean,
): number[] {
  const kept: number[] = [];
  for (const number of numbers) {
    if (kept.length === most && !comesBefore(number, kept[most - 1]!)) continue;
    let at = kept.length < most ? kept.length : most - 1;
    for (; at > 0 && comesBefore(number, kept[at - 1]!); at -= 1) kept[at] = kept[at - 1]!;
    kept[at] = number;
  }
  return kept;
}

/** Counts an entry in each facet that would show it: in all, or in the only one of whose values that were picked it has none. */
function countIn(facets: FoundFacets, entry: IndexedEntry, missed: readonly Facet[]): void {
  if (missed.length > 1) return;
  for (const facet of missed.length === 1 ? missed : NAMES) {
    const counts: Map<string | number, number> = facets[facet];
    for (const value of FACETS[facet](entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}
