import { markTerms, Nearness, containsPhrase } from './nearness.js';
import type { QueryScores } from './score-query.js';
import { scoreQuery } from './score-query.js';
import type { IndexedEntry, TextIndex } from './text-index.js';
import type { ParsedQuery } from './parse-query.js';

export interface Hit {
  key: string;
  score: number;
}

/** Facets, with the values of an entry. */
const FACETS = {
  kinds: ({ kind }: IndexedEntry): readonly string[] => [kind],
  topics: ({ topics }: IndexedEntry) => topics,
  countries: ({ countries }: IndexedEntry) => countries,
  years: ({ year }: IndexedEntry): readonly number[] => (year === null ? [] : [year]),
};
type Facet = keyof typeof FACETS;
const NAMES = Object.keys(FACETS) as Facet[];

/** Selected values by facet; all where absent. */
export type SelectedFacets = Partial<Record<Facet, ReadonlySet<string | number>>>;

export interface RankRequest extends Pick<ParsedQuery, 'words' | 'phrases' | 'named' | 'places'> {
  /** Filters entries; default: all. */
  accepts?: (entry: { key: string }) => boolean;
  picked?: SelectedFacets;
  /** The hit to continue after. */
  after: Hit | null;
  first: number;
  withFacets: boolean;
}

/** Counts of matching entries by facet value. A facet's own selection does not restrict its counts. */
interface FoundFacets {
  kinds: Map<string, number>;
  topics: Map<string, number>;
  countries: Map<string, number>;
  years: Map<number, number>;
}

/** The best entries, and facts of all matching ones. */
export interface Ranking extends FoundFacets {
  hits: Hit[];
  hasMore: boolean;
  total: number;
}

/** Minimum share of the query that an entry must match, if any entry does. */
const SHARE_NEEDED = 0.5;
/** Factor for a country that the query names. */
const NAMED_COUNTRY = 4;
/** Factor for a concept that the query names. */
const NAMED_CONCEPT = 1.2;
/** Rounding error of summed shares. */
const ROUNDING = 1e-4;
/** Number of best entries whose nearness is computed. */
const MAX_NEAR = 20;

/**
 * Ranks matching entries, best first, ties by key.
 *
 * The score sums the matches of each word, is lowered by the missing share of the query, and raised by nearness. An
 * entry must match half of the query, weighted by rarity, or be named by it. A named country counts four times, a named concept slightly more;
 * entries that link to it count more, the fewer others they link to. A country that is only a name needs to be named
 * and is not raised.
 */
export function rank(index: TextIndex, request: RankRequest): Ranking {
  const { words, phrases, after, first } = request;
  const tallied = scoreQuery(index, words);
  const { scores, answered, worths } = tallied;
  const marked = words.length > 1 || phrases.length > 0 ? markTerms(index, words) : null;
  const marks = marked?.marks ?? null;
  const { found, facets } = enough(index, request, tallied, marks);
  let nearest: readonly number[] = [];
  if (marks && words.length > 1) {
    const nearness = new Nearness(index, words, worths, marks);
    nearest = best(index, found, scores, MAX_NEAR);
    for (const number of nearest) if (answersNeighbours(answered[number]!)) scores[number]! += nearness.of(number);
  }
  marked?.wipe();
  // The raised entries were the first before.
  const candidates = !after && first < nearest.length ? nearest : found;
  const page = best(index, candidates, scores, first + 1, after);
  return {
    hits: page.slice(0, first).map((number) => ({ key: index.entry(number)!.key, score: scores[number]! })),
    hasMore: page.length > first,
    total: found.length,
    ...facets,
  };
}

/** Whether two successive words are matched. */
function answersNeighbours(answered: number): boolean {
  return (answered & (answered >> 1)) !== 0;
}

/**
 * Selects entries that match enough of the query and are accepted, and adjusts their scores. Lookup tables exclude most
 * entries cheaply.
 */
function enough(
  index: TextIndex,
  { phrases, named, places, accepts, picked = {}, withFacets }: RankRequest,
  { answered, scores, worths }: QueryScores,
  marks: Uint16Array | null,
): { found: Uint32Array; facets: FoundFacets } {
  const { capacity } = index;
  for (const number of index.onlyNamed) if (!places.has(index.entry(number)!.key)) answered[number] = 0;
  if (phrases.length > 0) leaveDemanded(index, phrases, answered, marks!);
  const worthOf = addUp(worths);
  const total = worths.reduce((sum, each) => sum + each, 0);
  const needed = Math.min(SHARE_NEEDED * total, mostOf(answered, capacity, worthOf)) - ROUNDING;
  const found = index.workspace.ofFound(capacity);
  let count = 0;
  const facets: FoundFacets = { kinds: new Map(), topics: new Map(), countries: new Map(), years: new Map() };
  const narrowing = NAMES.filter((facet) => picked[facet]);
  const isRequested = (entry: IndexedEntry) => {
    if (accepts && !accepts(entry)) return false;
    const missed = narrowing.filter((facet) => !FACETS[facet](entry).some((value) => picked[facet]!.has(value)));
    if (withFacets) countIn(facets, entry, missed);
    return missed.length === 0;
  };
  const isUnfiltered = !accepts && narrowing.length === 0 && !withFacets;
  const take = (number: number, worth: number) => {
    if (!isUnfiltered && !isRequested(index.entry(number)!)) return;
    scores[number]! *= worth / total;
    if (places.size > 0 && !index.onlyNamed.has(number)) scores[number]! *= raised(index.entry(number)!, places);
    found[count++] = number;
  };
  for (let number = 0; number < capacity; number += 1) {
    const bits = answered[number]!;
    if (bits !== 0 && worthOf[bits]! >= needed) take(number, worthOf[bits]!);
  }
  for (const number of [...named].map((key) => index.numberOf(key))) if (number >= 0) scores[number]! *= NAMED_CONCEPT;
  for (const number of new Set([...named, ...places].map((key) => index.numberOf(key)))) {
    const worth = number < 0 ? 0 : worthOf[answered[number]!]!;
    if (worth > 0 && worth < needed) take(number, worth);
  }
  return { found: found.subarray(0, count), facets };
}

/** Factor of an entry for the countries that the query names. */
function raised({ key, countries }: IndexedEntry, places: ReadonlySet<string>): number {
  if (places.has(key)) return NAMED_COUNTRY;
  const named = countries.filter((country) => places.has(country)).length;
  return 1 + named / Math.max(1, countries.length);
}

/** Clears the matches of entries without all phrases. */
function leaveDemanded(
  index: TextIndex,
  phrases: RankRequest['phrases'],
  answered: Uint16Array,
  marks: Uint16Array,
): void {
  const demanded = phrases.flat().reduce((bits, word) => bits | (1 << word), 0);
  for (let number = 0; number < index.capacity; number += 1) {
    let exists = (answered[number]! & demanded) === demanded;
    for (const phrase of phrases) exists &&= containsPhrase(index.words.sequenceOf(number), phrase, marks);
    if (!exists) answered[number] = 0;
  }
}

/** The sum of word weights, for each bit set of words. */
function addUp(worths: readonly number[]): Float32Array {
  const sums = new Float32Array(1 << worths.length);
  worths.forEach((worth, word) => {
    const bit = 1 << word;
    for (let others = 0; others < bit; others += 1) sums[bit | others] = sums[others]! + worth;
  });
  return sums;
}

function mostOf(answered: Uint16Array, capacity: number, worthOf: Float32Array): number {
  let most = 0;
  for (let number = 0; number < capacity; number += 1) {
    const worth = worthOf[answered[number]!]!;
    if (worth > most) most = worth;
  }
  return most;
}

/** The best of some entries in order, after a hit where given. */
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

/** Counts an entry in all facets, or only in the one whose selection it does not match. */
function countIn(facets: FoundFacets, entry: IndexedEntry, missed: readonly Facet[]): void {
  if (missed.length > 1) return;
  for (const facet of missed.length === 1 ? missed : NAMES) {
    const counts: Map<string | number, number> = facets[facet];
    for (const value of FACETS[facet](entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}
