import { nameTerm } from './analysed-entry.js';
import { markTerms, Proximity, containsPhrase, hasName } from './proximity.js';
import { type QueryScores, scoreQuery } from './score-query.js';
import type { IndexedEntry, TextIndex } from './text-index.js';
import type { ParsedQuery } from './parse-query.js';

export interface SearchHit {
  key: string;
  score: number;
}

/** Functions that return the values of an entry for a facet, by facet name. */
const FACET_VALUES = {
  kinds: ({ kind }: IndexedEntry): readonly string[] => [kind],
  topics: ({ topics }: IndexedEntry) => topics,
  countries: ({ countries }: IndexedEntry) => countries,
  years: ({ year }: IndexedEntry): readonly number[] => (year === null ? [] : [year]),
};
type Facet = keyof typeof FACET_VALUES;
const FACET_NAMES = Object.keys(FACET_VALUES) as Facet[];

/** Selected values by facet; an absent facet does not restrict the result. */
export type SelectedFacets = Partial<Record<Facet, ReadonlySet<string | number>>>;

export interface RankRequest extends Omit<ParsedQuery, 'didYouMean'> {
  /** Filter for entries. Default: all. */
  accepts?: (entry: { key: string }) => boolean;
  selectedFacets?: SelectedFacets;
  /** Hit that precedes the page; null for the first page. */
  after: SearchHit | null;
  first: number;
  withFacets: boolean;
}

/** Number of matching entries by facet value. The selection of a facet does not restrict its own counts. */
interface FacetCounts {
  kinds: Map<string, number>;
  topics: Map<string, number>;
  countries: Map<string, number>;
  years: Map<number, number>;
}

/** The best entries, with totals and facets of all matching entries. */
export interface Ranking extends FacetCounts {
  hits: SearchHit[];
  hasMore: boolean;
  total: number;
}

/** Minimum matched share of the query. Lowered if fewer than `MIN_ENTRIES` entries reach it before filters. */
const MIN_SHARE = 0.5;
const MIN_ENTRIES = 10;
/** Score factor for a country that the query names. */
const NAMED_COUNTRY_FACTOR = 7;
/** Score factor for a concept that the query names. */
const NAMED_CONCEPT_FACTOR = 1.7;
/** Score factor for an entry that has the query as its name. */
const NAME_FACTOR = 2;
/** Score factor, if the query names a kind, for entries of that kind and for entries whose name is the query. */
const NAMED_KIND_FACTOR = 7;
/** Tolerance for rounding errors of summed shares. */
const ROUNDING_TOLERANCE = 1e-4;
/** Number of top entries whose word proximity is computed. */
const PROXIMITY_ENTRIES = 20;

/**
 * Ranks matching entries by descending score. Ties are broken by key.
 *
 * The score is the sum of the word scores. It is multiplied by the matched share of the query, and increased by word
 * proximity. An entry must match half of the query, weighted by IDF, be among the ten that match most, or be named in
 * the query. An entry whose title, acronym, other name or hidden label is the query has factor two.
 *
 * A named country has a large factor, and a named concept a smaller one. Entries that link to a named country have a
 * factor that decreases with the number of linked countries. Countries without a profile match only if the query names
 * them, and get no factor.
 */
export function rankEntries(index: TextIndex, request: RankRequest): Ranking {
  const { words, after, first } = request;
  const queryScores = scoreQuery(index, words);
  const { scores, matchedWords, wordWeights } = queryScores;
  const marks = markTerms(index, words);
  const { found: matches, facets } = selectMatches(index, request, queryScores, marks);
  let topEntries: readonly number[] = [];
  if (words.length > 1) {
    const proximity = new Proximity(index, words, wordWeights, marks);
    topEntries = selectBest(index, matches, scores, PROXIMITY_ENTRIES);
    for (const number of topEntries)
      if (matchesNeighbours(matchedWords[number]!)) scores[number]! += proximity.bonus(number);
  }
  // Only the best `PROXIMITY_ENTRIES` entries get a bonus, so they stay the best. A shorter first page needs no others.
  const candidates = !after && first < topEntries.length ? topEntries : matches;
  const page = selectBest(index, candidates, scores, first + 1, after);
  return {
    hits: page.slice(0, first).map((number) => ({ key: index.entry(number)!.key, score: scores[number]! })),
    hasMore: page.length > first,
    total: matches.length,
    ...facets,
  };
}

/** Whether a bit set of matched words contains two successive query words. */
function matchesNeighbours(matchedWords: number): boolean {
  return (matchedWords & (matchedWords >> 1)) !== 0;
}

/** Selects the entries that match enough of the query and pass the filters. Completes their scores in place. */
function selectMatches(
  index: TextIndex,
  { words, phrases, namedConcepts, namedCountries, scope, accepts, selectedFacets = {}, withFacets }: RankRequest,
  { matchedWords, scores, wordWeights }: QueryScores,
  marks: Uint16Array,
): { found: Uint32Array; facets: FacetCounts } {
  const { capacity } = index;
  for (const number of index.nameOnlyEntries)
    if (!namedCountries.has(index.entry(number)!.key)) matchedWords[number] = 0;
  if (phrases.length > 0) filterByPhrases(index, phrases, matchedWords, marks);
  const weights = wordWeights.map((weight, word) => (words[word]!.isOptional ? 0 : weight));
  const weightByBits = sumByBits(weights);
  const [allWords, phrase] = [weightByBits.length - 1, [...words.keys()]];
  const nameCandidates = findNameCandidates(index, words);
  // A query that only names a kind and a language lists all of these entries.
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const isListing = scope !== null && words.every(({ isOptional }) => isOptional);
  const topWeight = weightOfMinEntries(matchedWords, capacity, weightByBits);
  const minWeight = Math.min(MIN_SHARE * totalWeight, topWeight) - ROUNDING_TOLERANCE;
  const matches = new Uint32Array(capacity);
  let count = 0;
  const facets: FacetCounts = { kinds: new Map(), topics: new Map(), countries: new Map(), years: new Map() };
  const activeFacets = FACET_NAMES.filter((facet) => selectedFacets[facet]);
  const isRequested = (entry: IndexedEntry) => {
    if (accepts && !accepts(entry)) return false;
    if (scope?.language && !entry.languages.includes(scope.language)) return false;
    const unmatchedFacets = activeFacets.filter(
      (facet) => !FACET_VALUES[facet](entry).some((value) => selectedFacets[facet]!.has(value)),
    );
    if (withFacets) addToFacets(facets, entry, unmatchedFacets);
    return unmatchedFacets.length === 0;
  };
  const isUnfiltered = !accepts && !scope?.language && activeFacets.length === 0 && !withFacets;
  const addHit = (number: number, weight: number) => {
    const entry = index.entry(number)!;
    if (!isUnfiltered && !isRequested(entry)) return;
    scores[number] = isListing ? 1 : scores[number]! * (weight / totalWeight);
    if (namedCountries.size > 0 && !index.nameOnlyEntries.has(number))
      scores[number]! *= countryFactor(entry, namedCountries);
    const isNamed =
      nameCandidates.has(number) && matchedWords[number] === allWords && hasName(index.words(number), phrase, marks);
    if (isNamed) scores[number]! *= NAME_FACTOR;
    if (scope?.kind && (isNamed || entry.kind === scope.kind)) scores[number]! *= NAMED_KIND_FACTOR;
    matches[count++] = number;
  };
  for (let number = 0; number < capacity; number += 1) {
    const weight = weightByBits[matchedWords[number]!]!;
    const isFound = isListing ? index.entry(number) !== null && !index.nameOnlyEntries.has(number) : weight > 0;
    if (isFound && weight >= minWeight) addHit(number, weight);
  }
  for (const key of new Set([...namedConcepts, ...namedCountries])) {
    const number = index.numberOf(key);
    if (number < 0) continue;
    if (namedConcepts.has(key)) scores[number]! *= NAMED_CONCEPT_FACTOR;
    const weight = weightByBits[matchedWords[number]!]!;
    if (weight > 0 && weight < minWeight) addHit(number, weight);
  }
  return { found: matches.subarray(0, count), facets };
}

/** Returns the entries with a name that has the query's first word and number of words, for a full comparison. */
function findNameCandidates(index: TextIndex, words: RankRequest['words']): ReadonlySet<number> {
  const firstVariants = words[0]?.variants ?? [];
  return new Set(firstVariants.flatMap(({ term }) => index.term(nameTerm(term, words.length))?.documents ?? []));
}

/** Returns the score factor of an entry for the countries that the query names. */
function countryFactor({ key, countries }: IndexedEntry, namedCountries: ReadonlySet<string>): number {
  if (namedCountries.has(key)) return NAMED_COUNTRY_FACTOR;
  const namedCount = countries.filter((country) => namedCountries.has(country)).length;
  return 1 + namedCount / Math.max(1, countries.length);
}

/** Clears the matches of entries that do not contain all phrases. */
function filterByPhrases(
  index: TextIndex,
  phrases: RankRequest['phrases'],
  matchedWords: Uint16Array,
  marks: Uint16Array,
): void {
  const phraseWords = phrases.flat().reduce((bits, word) => bits | (1 << word), 0);
  for (let number = 0; number < index.capacity; number += 1) {
    let hasAll = (matchedWords[number]! & phraseWords) === phraseWords;
    for (const phrase of phrases) hasAll &&= containsPhrase(index.words(number).sequence, phrase, marks);
    if (!hasAll) matchedWords[number] = 0;
  }
}

/** Returns, for each bit mask that selects words, the sum of the weights of these words. */
function sumByBits(weights: readonly number[]): Float32Array {
  const sums = new Float32Array(1 << weights.length);
  weights.forEach((weight, word) => {
    const bit = 1 << word;
    for (let subset = 0; subset < bit; subset += 1) sums[bit | subset] = sums[subset]! + weight;
  });
  return sums;
}

/** Returns the highest weight that at least `MIN_ENTRIES` entries reach; 0 if fewer match. */
function weightOfMinEntries(matchedWords: Uint16Array, capacity: number, weightByBits: Float32Array): number {
  const highestWeights = new Float32Array(MIN_ENTRIES);
  for (let number = 0; number < capacity; number += 1) {
    const weight = weightByBits[matchedWords[number]!]!;
    if (weight <= highestWeights[0]!) continue;
    highestWeights[0] = weight;
    highestWeights.sort();
  }
  return highestWeights[0]!;
}

/** Returns the index numbers of the entries with the highest scores, best first, after the hit `after`. */
function selectBest(
  index: TextIndex,
  numbers: ArrayLike<number>,
  scores: Float32Array,
  limit: number,
  after: SearchHit | null = null,
): number[] {
  const keyOf = (number: number) => index.entry(number)!.key;
  const comesBefore = (a: number, b: number) =>
    scores[a]! > scores[b]! || (scores[a] === scores[b] && keyOf(a) < keyOf(b));
  const rankedNumbers: number[] = [];
  let lowestScore = -Infinity;
  for (let position = 0; position < numbers.length; position += 1) {
    const number = numbers[position]!;
    const score = scores[number]!;
    if (score < lowestScore) continue;
    if (after && (score > after.score || (score === after.score && keyOf(number) <= after.key))) continue;
    if (rankedNumbers.length === limit && !comesBefore(number, rankedNumbers[limit - 1]!)) continue;
    let insertAt = rankedNumbers.length < limit ? rankedNumbers.length : limit - 1;
    for (; insertAt > 0 && comesBefore(number, rankedNumbers[insertAt - 1]!); insertAt -= 1)
      rankedNumbers[insertAt] = rankedNumbers[insertAt - 1]!;
    rankedNumbers[insertAt] = number;
    if (rankedNumbers.length === limit) lowestScore = scores[rankedNumbers[limit - 1]!]!;
  }
  return rankedNumbers;
}

/** Counts an entry in all facets; if it does not match the selection of one facet, only in that one. */
function addToFacets(facets: FacetCounts, entry: IndexedEntry, unmatchedFacets: readonly Facet[]): void {
  if (unmatchedFacets.length > 1) return;
  for (const facet of unmatchedFacets.length === 1 ? unmatchedFacets : FACET_NAMES) {
    const counts: Map<string | number, number> = facets[facet];
    for (const value of FACET_VALUES[facet](entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}
