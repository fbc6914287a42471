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
export interface RankRequest extends Pick<Understanding, 'words' | 'phrases' | 'named' | 'places'> {
  /** Only entries of which this holds; all will do where it is not there. */
  accepts?: (entry: { key: string }) => boolean;
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
/** How many times as much a country counts that the query names. */
const NAMED_COUNTRY = 3;
/** What is lost in adding up shares. */
const ROUNDING = 1e-4;
/** Of so many entries, the best by their words, it is looked at whether these stand together. */
const MOST_NEAR = 20;

/**
 * Ranks the entries that answer a query, best first, ties by key.
 *
 * The score adds up what an entry answers of each word, is lowered by the share of the query that it misses, and raised
 * where words stand together. An entry must answer half of what the query says, measured by how telling its words are:
 * one rare word says more than several that are everywhere. What the query names is found in any case. Where it names a
 * country, this country counts three times as much, and what links to it the more, the fewer others it links to. A
 * country of which there is no more than the name is found where the query names it, and counts for no more than that.
 */
export function rank(index: TextIndex, request: RankRequest): Ranking {
  const { words, phrases, after, first } = request;
  const tallied = tally(index, words);
  const { scores, answered, worths } = tallied;
  const marked = words.length > 1 || phrases.length > 0 ? markTerms(index, words) : null;
  const marks = marked?.marks ?? null;
  const { found, facets } = enough(index, request, tallied, marks);
  let nearest: readonly number[] = [];
  if (marks && words.length > 1) {
    const nearness = new Nearness(index, words, worths, marks);
    nearest = best(index, found, scores, MOST_NEAR);
    for (const number of nearest) if (answersNeighbours(answered[number]!)) scores[number]! += nearness.of(number);
  }
  marked?.wipe();
  // Those that were raised were the first before, too.
  const candidates = !after && first < nearest.length ? nearest : found;
  const page = best(index, candidates, scores, first + 1, after);
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

/**
 * The numbers of the entries that answer enough of a query and are accepted; their scores are made those of the share.
 * What keeps most entries out is told by tables alone; an entry itself is looked at only where more is asked of it.
 */
function enough(
  index: TextIndex,
  { phrases, named, places, accepts, picked = {}, withFacets }: RankRequest,
  { answered, scores, worths }: Tally,
  marks: Uint16Array | null,
): { found: Uint32Array; facets: FoundFacets } {
  const { capacity } = index;
  for (const number of index.onlyNamed) if (!places.has(index.entry(number)!.key)) answered[number] = 0;
  if (phrases.length > 0) leaveDemanded(index, phrases, answered, marks!);
  const worthOf = addUp(worths);
  const whole = worths.reduce((sum, each) => sum + each, 0);
  const needed = Math.min(SHARE_NEEDED * whole, mostOf(answered, capacity, worthOf)) - ROUNDING;
  const found = index.workspace.ofFound(capacity);
  let count = 0;
  const facets: FoundFacets = { kinds: new Map(), topics: new Map(), countries: new Map(), years: new Map() };
  const narrowing = NAMES.filter((facet) => picked[facet]);
  const isAsked = (entry: IndexedEntry) => {
    if (accepts && !accepts(entry)) return false;
    const missed = narrowing.filter((facet) => !FACETS[facet](entry).some((value) => picked[facet]!.has(value)));
    if (withFacets) countIn(facets, entry, missed);
    return missed.length === 0;
  };
  const isAnyAsked = !accepts && narrowing.length === 0 && !withFacets;
  const take = (number: number, worth: number) => {
    if (!isAnyAsked && !isAsked(index.entry(number)!)) return;
    scores[number]! *= worth / whole;
    if (places.size > 0 && !index.onlyNamed.has(number)) scores[number]! *= raised(index.entry(number)!, places);
    found[count++] = number;
  };
  for (let number = 0; number < capacity; number += 1) {
    const bits = answered[number]!;
    if (bits !== 0 && worthOf[bits]! >= needed) take(number, worthOf[bits]!);
  }
  for (const number of new Set([...named, ...places].map((key) => index.numberOf(key)))) {
    const worth = number < 0 ? 0 : worthOf[answered[number]!]!;
    if (worth > 0 && worth < needed) take(number, worth);
  }
  return { found: found.subarray(0, count), facets };
}

/** How many times as much an entry counts for the countries that a query names. */
function raised({ key, countries }: IndexedEntry, places: ReadonlySet<string>): number {
  if (places.has(key)) return NAMED_COUNTRY;
  const named = countries.filter((country) => places.has(country)).length;
  return 1 + named / Math.max(1, countries.length);
}

/** Takes what they answer from all entries in which not every phrase stands. */
function leaveDemanded(
  index: TextIndex,
  phrases: RankRequest['phrases'],
  answered: Uint16Array,
  marks: Uint16Array,
): void {
  const demanded = phrases.flat().reduce((bits, word) => bits | (1 << word), 0);
  for (let number = 0; number < index.capacity; number += 1) {
    let isThere = (answered[number]! & demanded) === demanded;
    for (const phrase of phrases) isThere &&= standsIn(index.words.sequenceOf(number), phrase, marks);
    if (!isThere) answered[number] = 0;
  }
}

/** By the bits of the words that an entry answers, how much these say together. */
function addUp(worths: readonly number[]): Float32Array {
  const sums = new Float32Array(1 << worths.length);
  worths.forEach((worth, word) => {
    const bit = 1 << word;
    for (let others = 0; others < bit; others += 1) sums[bit | others] = sums[others]! + worth;
  });
  return sums;
}

/** The most that one of the entries says. */
function mostOf(answered: Uint16Array, capacity: number, worthOf: Float32Array): number {
  let most = 0;
  for (let number = 0; number < capacity; number += 1) {
    const worth = worthOf[answered[number]!]!;
    if (worth > most) most = worth;
  }
  return most;
}

/** The best so many of some numbers, in order; only those behind a hit where there is one. */
function best(
  index: TextIndex,
  numbers: ArrayLike<number>,
  scores: Float32Array,
  most: number,
  behind: Hit | null = null,
): number[] {
  const keyOf = (number: number) => index.entry(number)!.key;
  const comesBefore = (one: number, other: number) =>
    scores[one]! > scores[other]! || (scores[one] === scores[other] && keyOf(one) < keyOf(other));
  const kept: number[] = [];
  let least = -Infinity;
  for (let each = 0; each < numbers.length; each += 1) {
    const number = numbers[each]!;
    const score = scores[number]!;
    if (score < least) continue;
    if (behind && (score > behind.score || (score === behind.score && keyOf(number) <= behind.key))) continue;
    if (kept.length === most && !comesBefore(number, kept[most - 1]!)) continue;
    let at = kept.length < most ? kept.length : most - 1;
    for (; at > 0 && comesBefore(number, kept[at - 1]!); at -= 1) kept[at] = kept[at - 1]!;
    kept[at] = number;
    if (kept.length === most) least = scores[kept[most - 1]!]!;
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
