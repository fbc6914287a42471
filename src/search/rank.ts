import { markTerms, Nearness, containsPhrase } from './nearness.js';
import type { QueryScores } from './score-query.js';
import { scoreQuery } from './score-query.js';
import type { IndexedEntry, TextIndex } from './text-index.js';
import type { ParsedQuery } from './parse-query.js';

export interface Hit {
  key: string;
  score: number;
}

/** Facets, with functions that return the values of an entry. */
const FACETS = {
  kinds: ({ kind }: IndexedEntry): readonly string[] => [kind],
  topics: ({ topics }: IndexedEntry) => topics,
  countries: ({ countries }: IndexedEntry) => countries,
  years: ({ year }: IndexedEntry): readonly number[] => (year === null ? [] : [year]),
};
type Facet = keyof typeof FACETS;
const NAMES = Object.keys(FACETS) as Facet[];

/** Selected values by facet; an absent facet does not restrict the result. */
export type SelectedFacets = Partial<Record<Facet, ReadonlySet<string | number>>>;

export interface RankRequest extends Pick<ParsedQuery, 'words' | 'phrases' | 'named' | 'places'> {
  /** Filter for entries. Default: all. */
  accepts?: (entry: { key: string }) => boolean;
  picked?: SelectedFacets;
  /** Hit that precedes the page; null for the first page. */
  after: Hit | null;
  first: number;
  withFacets: boolean;
}

/** Number of matching entries by facet value. The selection of a facet does not restrict its own counts. */
interface FoundFacets {
  kinds: Map<string, number>;
  topics: Map<string, number>;
  countries: Map<string, number>;
  years: Map<number, number>;
}

/** The best entries, with totals and facets of all matching entries. */
export interface Ranking extends FoundFacets {
  hits: Hit[];
  hasMore: boolean;
  total: number;
}

/** Minimum share of the query that an entry must match. Lower if no entry reaches it. */
const SHARE_NEEDED = 0.5;
/** Score factor for a country that the query names. */
const NAMED_COUNTRY = 4;
/** Score factor for a concept that the query names. */
const NAMED_CONCEPT = 1.2;
/** Tolerance for rounding errors of summed shares. */
const ROUNDING = 1e-4;
/** Number of top entries whose word proximity is computed. */
const MAX_NEAR = 20;

/**
 * Ranks matching entries by descending score. Ties are broken by key.
 *
 * The score is the sum of the word scores. It is multiplied by the matched share of the query, and increased by word
 * proximity. An entry must match half of the query, weighted by IDF, or be named in it.
 *
 * A named country has factor four, and a named concept a smaller one. Entries that link to it have a factor that decreases with the number of linked
 * countries. Countries without a profile match only if the query names them, and get no factor.
 */
export function rank(index: TextIndex, request: RankRequest): Ranking {
  const { words, phrases, after, first } = request;
  const tallied = scoreQuery(index, words);
  const { scores, answered, worths } = tallied;
  const marks = words.length > 1 || phrases.length > 0 ? markTerms(index, words) : null;
  const { found, facets } = enough(index, request, tallied, marks);
  let nearest: readonly number[] = [];
  if (marks && words.length > 1) {
    const nearness = new Nearness(index, words, worths, marks);
    nearest = best(index, found, scores, MAX_NEAR);
    for (const number of nearest) if (answersNeighbours(answered[number]!)) scores[number]! += nearness.of(number);
  }
  // The page is part of the entries with a proximity bonus, which were already the best.
  const candidates = !after && first < nearest.length ? nearest : found;
  const page = best(index, candidates, scores, first + 1, after);
  return {
    hits: page.slice(0, first).map((number) => ({ key: index.entry(number)!.key, score: scores[number]! })),
    hasMore: page.length > first,
    total: found.length,
    ...facets,
  };
}

/** Whether two successive words match. */
function answersNeighbours(answered: number): boolean {
  return (answered & (answered >> 1)) !== 0;
}

/**
 * Selects the entries that match enough of the query and pass the filters, and adjusts their scores. Lookup tables rule
 * out most entries cheaply.
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
  const found = new Uint32Array(capacity);
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

/** Returns the score factor of an entry for the countries that the query names. */
function raised({ key, countries }: IndexedEntry, places: ReadonlySet<string>): number {
  if (places.has(key)) return NAMED_COUNTRY;
  const named = countries.filter((country) => places.has(country)).length;
  return 1 + named / Math.max(1, countries.length);
}

/** Clears the matches of entries that do not contain all phrases. */
function leaveDemanded(
  index: TextIndex,
  phrases: RankRequest['phrases'],
  answered: Uint16Array,
  marks: Uint16Array,
): void {
  const demanded = phrases.flat().reduce((bits, word) => bits | (1 << word), 0);
  for (let number = 0; number < index.capacity; number += 1) {
    let exists = (answered[number]! & demanded) === demanded;
    for (const phrase of phrases) exists &&= containsPhrase(index.words(number).sequence, phrase, marks);
    if (!exists) answered[number] = 0;
  }
}

/** Returns the sum of word weights for each bit set of words. */
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

/**
 * Returns the numbers of the best entries in order.
 * @param behind hit that precedes the result
 */
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
