import { expect, test } from '@jest/globals';
import { type AnalysedEntry, ANALYSIS_VERSION, weightTerms } from '../../src/search/analysed-entry.js';
import { CountryNames } from '../../src/search/country-names.js';
import { Lexicon } from '../../src/search/lexicon.js';
import { markTerms, Proximity } from '../../src/search/proximity.js';
import { rankEntries, type RankRequest, type SearchHit, type SelectedFacets } from '../../src/search/rank.js';
import { TextIndex } from '../../src/search/text-index.js';
import { parseSearchQuery } from '../../src/search/parse-query.js';
import { Random } from '../store/random.js';

const CORPORA = process.env.LONG ? 200 : 8;
const QUERIES = 30;
const KINDS = ['Topic', 'Trend', 'Source'];
const FOLDERS: Readonly<Record<string, string>> = { Topic: 'topics', Country: 'countries' };
const WORDS = ['hawala', 'forged', 'papers', 'boats', 'lures', 'smuggling', 'smugglers', 'ads', 'crypto', 'minors'];
const COUNTRIES = ['countries/fr', 'countries/it'];
const LEXICON = new Lexicon([
  { key: 'topics/t-1', labels: ['forged papers', 'fake papers'], titles: {} },
  { key: 'topics/t-2', labels: ['boats'], titles: {} },
]);
const COUNTRY_NAMES = new CountryNames();
COUNTRY_NAMES.put('countries/fr', { titles: { en: 'Lures', fr: 'Leurres' } });
COUNTRY_NAMES.put('countries/it', { titles: { en: 'Forged papers' } });
const random = new Random(16);
const words = (minimum: number, most: number) =>
  Array.from({ length: minimum + random.below(most - minimum + 1) }, () => random.pick(WORDS)).join(' ');

/** Creates an index with few words and many entries, some rewritten or removed, so that many scores are equal. */
function corpus(): TextIndex {
  const index = new TextIndex();
  const size = 3 + random.below(300);
  for (let at = 0; at < 2 * size; at += 1) {
    // Occasionally most entries are removed, so that lists become short.
    if (random.chance(2 / size)) for (const key of [...index.keys()]) if (random.chance(0.9)) index.remove(key);
    const kind = random.chance(0.05) ? 'Country' : random.pick(KINDS);
    const slug = kind === 'Country' ? random.pick(['fr', 'it']) : `t-${random.below(size)}`;
    const key = `${FOLDERS[kind] ?? kind}/${slug}`;
    if (random.chance(0.2)) {
      index.remove(key);
      continue;
    }
    const texts = [
      { field: 'title', weight: 8, locale: 'en', text: words(1, 3), isDisplayed: true },
      { field: 'summary', weight: 4, locale: 'en', text: words(0, 6), isDisplayed: true },
    ];
    const links = random.pickSome(['topics/t-1', 'topics/t-2'], 0, 2);
    const entry: AnalysedEntry = {
      ...{
        key,
        kind,
        revision: 1,
        writtenAt: 0,
        lexicon: '',
        form: ANALYSIS_VERSION,
        year: random.pick([2020, 2021, null]),
        languages: random.pickSome(['fr', 'de'], 0, 2),
      },
      ...weightTerms(texts, links, LEXICON),
      links: [],
    };
    index.put(entry, { topics: links, countries: random.pickSome(COUNTRIES, 0, 2) });
  }
  return index;
}

/** Ranks all matching entries one by one with a complete sort, as a reference for `rank`. */
function rankAll(
  index: TextIndex,
  { words, phrases, namedConcepts, namedCountries, scope, accepts, selectedFacets = {}, after, first }: RankRequest,
) {
  const information = (entries: number) => Math.log(1 + index.size / (entries + 0.5));
  const entries = [...index.keys()].map((key) => ({ key, number: index.numberOf(key), entry: index.entryByKey(key)! }));
  const answers = words.map(({ variants }) => {
    const best = new Map<number, number>();
    for (const { term, factor } of variants) {
      const { documents, weights, length } = index.term(term)!;
      for (let index = 0; index < length; index += 1) {
        const answer = Math.fround(factor * information(length) * (weights[index]! / (3 + weights[index]!)));
        best.set(documents[index]!, Math.max(best.get(documents[index]!) ?? 0, answer));
      }
    }
    return best;
  });
  const reliability = (word: number) => Math.max(...words[word]!.variants.map(({ factor }) => factor));
  const isOptional = (word: number) => words[word]!.isOptional ?? false;
  const allWeights = answers.map(({ size }, word) => (size > 0 ? information(size) * reliability(word) : 0));
  const wordWeights = allWeights.map((weight, word) => (isOptional(word) ? 0 : weight));
  const totalWeight = wordWeights.reduce((sum, each) => sum + each, 0);
  const marks = markTerms(index, words);
  const containsPhrase = (number: number, phrase: readonly number[]) =>
    index
      .words(number)
      .sequence.some((_term, index, all) =>
        phrase.every((word, further) => ((marks[all[index + further] ?? 0] ?? 0) & (1 << word)) !== 0),
      );
  const isNamed = (number: number) => {
    const { sequence, textWeights } = index.words(number);
    const ends = [...sequence].flatMap((term, position) => (term === 0 ? [position] : []));
    const texts = ends.map((end, text) => sequence.slice(text === 0 ? 0 : ends[text - 1]! + 1, end));
    return texts.some(
      (text, at) =>
        textWeights[at]! >= 3 &&
        text.length === words.length &&
        text.every((term, word) => (marks[term]! & (1 << word)) !== 0),
    );
  };
  const answering = entries.flatMap(({ key, number, entry }) => {
    const answered = answers.flatMap((best, word) => (best.has(number) ? [word] : []));
    const hasAllPhrases = phrases.every(
      (phrase) => phrase.every((word) => answered.includes(word)) && containsPhrase(number, phrase),
    );
    if (answered.length === 0 || !hasAllPhrases) return [];
    const weight = answered.reduce((sum, word) => Math.fround(sum + wordWeights[word]!), 0);
    const sum = answered.reduce((score, word) => Math.fround(score + answers[word]!.get(number)!), 0);
    const share =
      entry.countries.filter((country) => namedCountries.has(country)).length / Math.max(1, entry.countries.length);
    const raised = namedCountries.has(key) ? 7 : 1 + share;
    const byName = namedConcepts.has(key) ? 1.7 : 1;
    return [{ key, number, entry, answered, worth: weight, sum, raised, byName }];
  });
  const tenthWorth = answering.map(({ worth }) => worth).toSorted((a, b) => b - a)[9] ?? 0;
  const needed = Math.min(0.5 * totalWeight, tenthWorth) - 1e-4;
  const rankedEntries = answering
    .filter(({ worth }) => worth > 0)
    .filter(({ entry }) => !scope?.language || entry.languages.includes(scope.language))
    .filter(({ key, worth }) => worth >= needed || namedConcepts.has(key) || namedCountries.has(key))
    .filter(({ entry }) => accepts?.(entry) ?? true)
    .map(({ sum, raised, byName, ...entry }) => {
      // The order of the factors can change the last digit of the score.
      const isName = isNamed(entry.number);
      const isPreferred = scope?.kind && (isName || entry.entry.kind === scope.kind);
      const factors = [entry.worth / totalWeight, raised, isName ? 2 : 1, isPreferred ? 7 : 1];
      const ordered = entry.worth >= needed ? [...factors, byName] : [byName, ...factors];
      return { ...entry, score: ordered.reduce((score, factor) => Math.fround(score * factor), sum) };
    });
  const values = ({ kind, topics, countries, year }: (typeof rankedEntries)[number]['entry']) => ({
    kinds: [kind],
    topics,
    countries,
    years: year === null ? [] : [year],
  });
  type Facet = keyof ReturnType<typeof values>;
  const meeting = (facets: readonly Facet[]) =>
    rankedEntries.filter(({ entry }) =>
      facets.every(
        (facet) => !selectedFacets[facet] || values(entry)[facet].some((value) => selectedFacets[facet]!.has(value)),
      ),
    );
  const FACETS: readonly Facet[] = ['kinds', 'topics', 'countries', 'years'];
  const counts = (facet: Facet) => {
    const others = meeting(FACETS.filter((each) => each !== facet));
    const given = others.flatMap(({ entry }): readonly unknown[] => values(entry)[facet]);
    return new Map([...new Set(given)].map((value) => [value, given.filter((each) => each === value).length]));
  };
  const found = meeting(FACETS);
  const before = (one: SearchHit, other: SearchHit) => other.score - one.score || (one.key < other.key ? -1 : 1);
  found.sort(before);
  if (words.length > 1) {
    const nearness = new Proximity(index, words, allWeights, marks);
    for (const each of found.slice(0, 20)) {
      const areAdjacent = each.answered.some((word) => each.answered.includes(word + 1));
      if (areAdjacent) each.score = Math.fround(each.score + nearness.bonus(each.number));
    }
    found.sort(before);
  }
  const hitsAfter = found.filter((each) => !after || before(after, each) < 0);
  return {
    hits: hitsAfter.slice(0, first).map(({ key, score }) => ({ key, score })),
    hasMore: hitsAfter.length > first,
    total: found.length,
    kinds: counts('kinds'),
    topics: counts('topics'),
    countries: counts('countries'),
    years: counts('years'),
  };
}

function randomFacets(): SelectedFacets {
  return {
    ...(random.chance(0.2) && { kinds: new Set(random.pickSome(KINDS, 0, 3)) }),
    ...(random.chance(0.2) && { topics: new Set(random.pickSome(['topics/t-1', 'topics/t-2'], 0, 2)) }),
    ...(random.chance(0.2) && { countries: new Set(random.pickSome(COUNTRIES, 1, 2)) }),
    ...(random.chance(0.2) && { years: new Set([2020]) }),
  };
}

function query(): string {
  const plain = words(1, 4);
  if (random.chance(0.2)) return `"${words(2, 2)}" ${random.chance(0.5) ? plain : ''}`;
  return random.chance(0.3) ? plain.slice(0, -2) : plain;
}

test(`every result page over ${CORPORA} random corpora equals the page of a complete sort`, () => {
  let [found, phrases, places, pages] = [0, 0, 0, 0];
  for (let at = 0; at < CORPORA; at += 1) {
    const index = corpus();
    for (let queryNumber = 0; queryNumber < QUERIES; queryNumber += 1) {
      const parsedQuery = parseSearchQuery(query(), index, LEXICON, COUNTRY_NAMES);
      const parity = random.below(2);
      const scope = random.chance(0.3)
        ? { kind: random.pick([...KINDS, null]), language: random.pick(['fr', null]), unscoped: '' }
        : null;
      const optionalCount = scope && parsedQuery.words.length > 1 ? 1 : 0;
      const request = {
        ...parsedQuery,
        words: parsedQuery.words.map((word, index) => ({ ...word, isOptional: index < optionalCount })),
        scope,
        ...(random.chance(0.3) && {
          accepts: ({ key }: { key: string }) => key.charCodeAt(key.length - 1) % 2 === parity,
        }),
        picked: random.chance(0.5) ? randomFacets() : {},
        first: random.pick([0, 1, 5, 19, 20, 21, 60]),
        withFacets: random.chance(0.5),
      };
      let after: SearchHit | null = null;
      for (let more = true, turn = 0; more && turn < 6; turn += 1, pages += 1) {
        const ranking: ReturnType<typeof rankEntries> = rankEntries(index, { ...request, after });
        const { kinds, topics, countries, years, ...otherCounts } = rankAll(index, { ...request, after });
        const counted = { kinds, topics, countries, years };
        const uncounted = { kinds: new Map(), topics: new Map(), countries: new Map(), years: new Map() };
        expect(ranking).toEqual({ ...otherCounts, ...(request.withFacets ? counted : uncounted) });
        after = ranking.hits.at(-1) ?? null;
        more = ranking.hasMore && after !== null;
        found += ranking.hits.length;
      }
      if (parsedQuery.phrases.length > 0) phrases += 1;
      if (parsedQuery.namedCountries.size > 0) places += 1;
    }
  }
  expect([found > 2000, phrases > 20, places > 20, pages > 400]).toEqual([true, true, true, true]);
});
