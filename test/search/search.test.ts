import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { loadModel } from '../../src/model/load-model.js';
import { ANALYSIS_VERSION, weightTerms } from '../../src/search/analysed-entry.js';
import { CountryNames } from '../../src/search/country-names.js';
import { Lexicon } from '../../src/search/lexicon.js';
import { rankEntries } from '../../src/search/rank.js';
import type { Search } from '../../src/search/search.js';
import { TextIndex } from '../../src/search/text-index.js';
import { parseSearchQuery } from '../../src/search/parse-query.js';
import { foldWords } from '../../src/search/text-analysis.js';
import { sampleCases } from '../support/sample-cases.js';
import { MemorySearchSource } from './memory-search-source.js';
import { startSearch } from './start-search.js';
import { indexSnapshot } from './index-snapshot.js';
import { judgedQueries, ndcg } from './relevance-judgements.js';

const model = loadModel('schema');
let source: MemorySearchSource;
let search: Search;

const started = (from: MemorySearchSource) =>
  startSearch(model, from, (error) => {
    throw error;
  });

const sendQuery = (of: Search, query: string, first: number) =>
  of.find({ query, accepts: () => true, after: null, first, withFacets: false });

function found(query: string, first = 10): string[] {
  return sendQuery(search, query, first).hits.map(({ key }) => key);
}

beforeAll(async () => {
  source = await MemorySearchSource.of(model, 'seed');
  search = await started(source);
});

describe('a search over the seed', () => {
  test.each([
    ['a misspelt word', 'smugling', 'topics/migrant-smuggling'],
    ['one word written as two', 'tik tok', 'organisations/tiktok'],
    ['one word written as two, the second as a prefix', 'whats app', 'topics/messaging-mobile-applications'],
    ['French for an English text', 'trafic illicite de migrants', 'laws/un-som-protocol'],
    ['German words in any order', 'Schleusung Protokoll', 'laws/un-som-protocol'],
    ['a brand and a common word', 'TikTok ads', 'trends/ads-on-social-media'],
    ['a word with a hyphen', 'e-evidence', 'resources/sirius-platform'],
    ['words that no text contains together', 'minors alone', 'topics/unaccompanied-minors'],
    ['the beginning of a word', 'crypto', 'trends/crypto-payments'],
    ['a text without accents and capitals', 'prets a tout reseaux sociaux', 'topics/social-media'],
    ['another inflection', 'coordinating meetings', 'resources/coordination-meeting'],
    ['a similar question', 'share of minors among applicants', 'questions/share-of-minors-among-applicants'],
    ['a colloquial term', 'seized phone', 'topics/electronic-evidence'],
    ['a colloquial term in French', 'téléphones saisis', 'topics/electronic-evidence'],
  ])('a search finds the entry by %s', (_how, query, key) => expect(found(query)).toContain(key));

  test.each(['tuning', 'kept aside'])('a search reaches an nDCG@10 of at least 0.87 for judged queries: %s', (set) => {
    const queries = judgedQueries().filter((judged) => judged.set === set);
    expect(queries.length).toBeGreaterThanOrEqual(20);
    const values = queries.map(({ query, grades }) => ndcg(found(query), grades));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    console.log(`nDCG@10 over ${queries.length} queries (${set}): ${mean.toFixed(3)}`);
    expect(mean).toBeGreaterThanOrEqual(0.87);
  });

  test('a search for five frequent words matches less than a third of all entries', () => {
    const frequent = [...search.index.terms()].filter(({ term }) => /^[a-z]{4,}$/.test(term));
    const words = frequent.sort((a, b) => b.length - a.length).map(({ term }) => term);
    for (let index = 0; index < 30; index += 1) {
      const query = words.slice(index, index + 5).join(' ');
      expect([query, sendQuery(search, query, 1).total < search.index.size / 3]).toEqual([query, true]);
    }
  });

  test('every hit has a reason, and a text with a highlight unless only hidden labels match', () => {
    const judged = judgedQueries().map(({ query }) => query);
    const all = ['"joint investigation team"', 'eurojust', 'bo', 'smugling meny wrds', ...judged];
    const queries = sampleCases('explained queries', all, 12);
    let links = 0;
    for (const query of queries) {
      const { hits, words } = sendQuery(search, query, 50);
      for (const { key } of hits) {
        const { highlights, matches } = search.explain(source.byKey.get(key)!, words, ['en']);
        const isMarked =
          highlights.length > 0 && highlights.every(({ pieces }) => pieces.some(({ isMatch }) => isMatch));
        const isHidden = matches.every(({ field }) => field === 'hiddenLabels');
        expect([query, key, matches.length > 0, isMarked || isHidden]).toEqual([query, key, true, true]);
        if (matches.every(({ likeness }) => likeness === 'LINK')) links += 1;
      }
    }
    expect(links).toBeGreaterThan((20 * queries.length) / all.length);
  });

  test('a hit through a link shows the name of the linked entry in the requested locale', () => {
    const { words } = sendQuery(search, 'messagerie', 1);
    const entry = [...source.byKey.values()].find(
      ({ kind, record }) => kind === 'Trend' && (record.topics as string[])?.includes('messaging-mobile-applications'),
    )!;
    expect(search.explain(entry, words, ['fr', 'en']).matches).toContainEqual(
      expect.objectContaining({ field: 'topics', likeness: 'LINK', locale: 'fr' }),
    );
  });

  test('a law with penalties is found by words for a penalty, with the penalties as the reason; other laws are not', () => {
    const { words } = sendQuery(search, 'encourue', 1);
    const fieldsOf = (key: string) => {
      const { matches, highlights } = search.explain(source.byKey.get(key)!, words, ['fr', 'en']);
      return [matches, highlights].map((all) => all.filter(({ field }) => field === 'tiers').length);
    };
    expect(fieldsOf('laws/fr-ceseda-823')).toEqual([1, 1]);
    expect(fieldsOf('laws/eu-2022-2065')).toEqual([0, 0]);
  });

  test('an entry is found by a hidden label, which is a reason for the match and not highlighted', () => {
    const entry = source.byKey.get('laws/eu-2022-2065')!;
    const { words, hits } = sendQuery(search, 'Digitale-Dienste-Gesetz', 5);
    expect(hits.map(({ key }) => key)).toContain('laws/eu-2022-2065');
    const { matches, highlights } = search.explain(entry, words, ['de']);
    expect(matches.map(({ field }) => field)).toContain('hiddenLabels');
    expect(highlights.map(({ field }) => field)).not.toContain('hiddenLabels');
  });

  test('each item of a word group is one word, because the parts of a hyphenated word have other meanings', () => {
    const { groups, questions } = JSON.parse(readFileSync('src/search/word-groups.json', 'utf8')) as Record<
      string,
      string[]
    >;
    const items = [...groups!, ...questions!].flatMap((group) => group.split(', '));
    expect(items.filter((item) => foldWords(item).length !== 1)).toEqual([]);
  });

  test.each(['Larnaca', 'Larnaka', 'Lárnaca'])(
    'an event is found by its place, with the place as the reason: %s',
    (place) => {
      const { words, hits } = sendQuery(search, place, 1);
      expect(hits.map(({ key }) => key)).toEqual(['events/emj-larnaca-2023']);
      const { matches } = search.explain(source.byKey.get(hits[0]!.key)!, words, ['en']);
      expect(matches.map(({ field }) => field)).toContain('place');
    },
  );

  test.each(['contact point Italy', 'point de contact Italie', 'Kontaktstelle Italien', 'punto di contatto Italia'])(
    'a search ranks a named country before mentions of it: %s',
    (query) => expect(found(query)[0]).toBe('countries/it'),
  );

  test('a search finds a country that the query names, and none whose name only resembles a word of the query', () => {
    expect(found('electronic evidence United States')[0]).toBe('countries/us');
    expect(found('cooperation of Italy and France', 20)).toEqual(
      expect.arrayContaining(['countries/it', 'countries/fr']),
    );
    // "Island" is the German name of Iceland.
    expect(found('Greek islands', 3)).not.toContain('countries/is');
    expect(found('Island')[0]).toBe('countries/is');
  });

  test('a territory is found only if the query contains its complete name', () => {
    expect(found('Eritrea')[0]).toBe('territories/er');
    expect(found('Érythrée asile')).toContain('territories/er');
    const foundTerritories = (query: string) => found(query, 1000).filter((key) => key.startsWith('territories/'));
    expect(foundTerritories('Côte d’Ivoire')).toEqual(['territories/ci']);
    // Words that occur in many names, and beginnings of names, match no territory.
    expect(['islands', 'united', 'republic of', 'new', 'eritr'].flatMap(foundTerritories)).toEqual([]);
    expect(search.graph.has('territories/er')).toBe(false);
  });

  test('one word written as two matches only if both are adjacent and not in quotes', () => {
    const first = (query: string) => found(query)[0];
    expect(first('crypto currency')).toBe('topics/virtual-assets');
    for (const query of ['"tik tok"', 'tik the tok']) expect(found(query)).not.toContain('organisations/tiktok');
  });

  test('a search ranks entries of the named country before others', () => {
    const keys = found('laws France');
    expect(keys).toContain('laws/fr-ceseda-823');
    const bodyAt = keys.indexOf('organisations/fra');
    expect(bodyAt === -1 || bodyAt > keys.indexOf('laws/fr-ceseda-823')).toBe(true);
  });

  test('all entries with relevance judgements are in the seed', () => {
    const keys = new Set(judgedQueries().flatMap(({ grades }) => [...grades.keys()]));
    expect([...keys].filter((key) => !source.byKey.has(key))).toEqual([]);
  });

  test('a search suggests a correction for a misspelt word', () => {
    expect(parseSearchQuery('smugling of Migrants', search.index, search.lexicon, search.countries).didYouMean).toBe(
      'smuggling of Migrants',
    );
    // A word that no entry contains, with a known meaning.
    expect(sendQuery(search, 'peine encourue', 1).didYouMean).toBeNull();
    expect(parseSearchQuery('smuggling', search.index, search.lexicon, search.countries).didYouMean).toBeNull();
  });

  test.each([
    ['trends on money transfer', 'trends/', 3, '"trends" on money transfer'],
    ['Tendances sur le transfert d’argent', 'trends/', 3, '"Tendances" sur le transfert d’argent'],
    ['tendenze: trasferimento di denaro', 'trends/', 3, '"tendenze": trasferimento di denaro'],
    ['the laws against smuggling', 'laws/', 10, 'the "laws" against smuggling'],
    ['Gesetze gegen Schleusung', 'laws/', 5, '"Gesetze" gegen Schleusung'],
    ['leyes sobre tráfico de migrantes', 'laws/', 5, '"leyes" sobre tráfico de migrantes'],
    ['cases Italy', 'cases/', 3, '"cases" Italy'],
    ['country profile of Italy', 'countries/', 1, '"country profile" of Italy'],
    ['Länderprofile zu Italien', 'countries/', 1, '"Länderprofile" zu Italien'],
    ['events on electronic evidence', 'events/', 3, '"events" on electronic evidence'],
    ['indicators on asylum', 'indicators/', 10, '"indicators" on asylum'],
  ])(
    'a word for a kind at the start of a query puts entries of this kind first: %s',
    (query, folder, count, quoted) => {
      const { scope } = sendQuery(search, query, 1);
      expect([model.kind(scope!.kind!).folder, scope!.language, scope!.unscoped]).toEqual([
        folder.slice(0, -1),
        null,
        quoted,
      ]);
      expect(found(query, count).filter((key) => !key.startsWith(folder))).toEqual([]);
      expect(sendQuery(search, quoted, 1).scope).toBeNull();
    },
  );

  test.each([
    'trends',
    '"trends" on hawala',
    'law enforcement cooperation',
    'case law database',
    'countries of origin',
    'Fall in arrivals',
    'new trends',
    'data retention',
  ])('words that only resemble a request for a kind are ordinary words: %s', (query) =>
    expect(sendQuery(search, query, 1).scope).toBeNull(),
  );

  test('a query for a kind finds an entry with exactly this name first', () => {
    expect(found('Trends without a leaflet')[0]).toBe('questions/trends-without-a-leaflet');
    expect(found('Laws on a topic')[0]).toBe('questions/laws-by-topic');
    expect(found('trends on money transfer').slice(0, 5)).toContain('topics/money-transfer');
  });

  test.each(['resources in French', 'Ressources en français', 'Ressourcen auf Französisch', 'documenti in francese'])(
    'the name of a language at the end of a query selects the entries in this language: %s',
    (query) => {
      const entriesIn = (language: string) =>
        [...source.byKey.values()].filter(({ record }) => (record.languages as string[])?.includes(language));
      const { hits, total, scope } = sendQuery(search, query, 10);
      expect([scope!.language, total]).toEqual(['fr', entriesIn('fr').length]);
      expect(scope!.kind === null || hits[0]!.key.startsWith('resources/')).toBe(true);
    },
  );

  test('the name of a language also selects among the entries that match other words', () => {
    const { hits, total, scope } = sendQuery(search, 'joint investigation teams in English', 50);
    expect([scope, total > 3]).toEqual([{ kind: null, language: 'en', unscoped: 'joint investigation teams' }, true]);
    const languages = hits.map(({ key }) => JSON.stringify(source.byKey.get(key)!.record));
    expect(languages.filter((text) => !/"languages?":\[?"en"/.test(text))).toEqual([]);
    // Topics have no language of their own, and countries are not documents.
    expect(sendQuery(search, 'topics in French', 1).scope?.language ?? null).toBeNull();
    expect(sendQuery(search, 'deaths in Germany', 1).scope).toBeNull();
  });

  test('words of questions are omitted, except in quotation marks and as codes in capitals', () => {
    const wordsOf = (query: string) =>
      parseSearchQuery(query, search.index, search.lexicon, search.countries).words.map(({ word }) => word);
    expect(wordsOf('How much do smugglers charge')).toEqual(['smugglers', 'charge']);
    expect(wordsOf('"how much" smugglers')).toEqual(['how', 'much', 'smugglers']);
    expect(wordsOf('asylum SI')).toEqual(['asylum', 'si']);
    expect(wordsOf('how much')).toEqual(['how', 'much']);
  });

  test('consecutive pages of a search contain each hit once, in order', () => {
    const request = { query: 'migrant smuggling', accepts: () => true, withFacets: true };
    const completeResult = search.find({ ...request, after: null, first: 1000 });
    const pages: string[] = [];
    let after = null;
    for (let more = true; more;) {
      const page = search.find({ ...request, after, first: 7 });
      pages.push(...page.hits.map(({ key }) => key));
      after = page.hits.at(-1)!;
      more = page.hasMore;
    }
    expect(pages).toEqual(completeResult.hits.map(({ key }) => key));
    expect(completeResult.total).toBe(pages.length);
    expect([...completeResult.kinds.values()].reduce((sum, count) => sum + count, 0)).toBe(completeResult.total);
  });

  test('a hit has highlighted matches, and the reason for each match', () => {
    const entry = source.byKey.get('topics/unaccompanied-minors')!;
    const { highlights, matches } = search.explain(entry, sendQuery(search, 'mineurs', 1).words, ['en']);
    const french = highlights.find(({ field, locale }) => field === 'title' && locale === 'fr')!;
    expect(french.pieces).toEqual([
      { text: 'Mineurs', isMatch: true },
      { text: ' non accompagnés', isMatch: false },
    ]);
    expect(matches[0]).toEqual({
      field: 'title',
      locale: 'fr',
      term: 'Mineurs',
      word: 'mineurs',
      likeness: 'WORD',
      boost: 8,
    });
  });
});

describe('the ranking of search hits', () => {
  /** Ranks entries with one text each. */
  function ranked(texts: Record<string, string>, query: string): Map<string, number> {
    const index = new TextIndex();
    const lexicon = new Lexicon([]);
    for (const [key, text] of Object.entries(texts)) {
      const words = weightTerms([{ field: 'title', weight: 8, locale: 'en', text, isDisplayed: true }], [], lexicon);
      index.put({
        key,
        kind: 'Topic',
        form: ANALYSIS_VERSION,
        revision: 1,
        writtenAt: 0,
        lexicon: '',
        year: null,
        languages: [],
        links: [],
        ...words,
      });
    }
    const parsedQuery = parseSearchQuery(query, index, lexicon, new CountryNames());
    const { hits } = rankEntries(index, {
      ...parsedQuery,
      accepts: () => true,
      after: null,
      first: 40,
      withFacets: false,
    });
    return new Map(hits.map(({ key, score }) => [key, score]));
  }

  test('the ranking lowers a score by the unmatched share of the query', () => {
    // No entry has a title that equals a query, which would raise its score.
    const texts = { left: 'boat today', right: 'fake', both: 'boat against fake' };
    const [halfMatch, alone] = [ranked(texts, 'boat fake').get('left')!, ranked(texts, 'boat').get('left')!];
    expect(halfMatch).toBeCloseTo(alone / 2, 6);
  });

  test('the ranking omits entries that match less than half of the query, unless fewer than ten match more', () => {
    const named = (name: string, text: string, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_none, index) => [`${name}${index}`, text]));
    const boats = named('boat', 'boat', 20);
    const tenMatches = { ...boats, ...named('fake', 'fake papers', 9), both: 'boat with fake wheels' };
    const matches = [...ranked(tenMatches, 'boat fake').keys()];
    expect([matches[0], matches.length]).toEqual(['both', 10]);
    const nineMatches = { ...boats, ...named('fake', 'fake papers', 8), both: 'boat with fake wheels' };
    const all = [...ranked(nineMatches, 'boat fake').keys()];
    expect([all[0], all.slice(1, 9).every((name) => name.startsWith('fake')), all.length]).toEqual(['both', true, 29]);
    expect([...ranked({ common: 'boat', other: 'boat' }, 'boat unheard').keys()]).toEqual(['common', 'other']);
  });

  test('a word that only similar words match counts less than a word that entries contain', () => {
    const known = Array.from({ length: 12 }, (_none, index) => [
      `known${index}`,
      'cite red green blue black white figure',
    ]);
    const others = Array.from({ length: 7 }, (_none, index) => [`other${index}`, 'boat']);
    const texts = Object.fromEntries([...known, ...others, ['similar', 'red green blue black white gold theses']]);
    expect([...ranked(texts, 'cite figure thesos').keys()].sort()).toEqual(known.map(([name]) => name).sort());
  });

  test.each([
    ['next to each other', 'joint team of Rome', 'team joint of Rome'],
    ['stop words do not count', 'joint and the team from Rome', 'joint Rome from the team'],
    ['in another inflection', 'joint teams meet', 'joint meet teams'],
  ])('the ranking puts entries with adjacent query words first: %s', (_how, together, apart) => {
    expect([...ranked({ apart, together }, 'joint team').keys()]).toEqual(['together', 'apart']);
  });

  test.each([
    ['"joint team"', ['exact', 'inflected']],
    ['„joint team“', ['exact', 'inflected']],
    ['« joint team » Rome', ['exact', 'inflected']],
    ['"team joint"', ['reversed']],
    ['"team"', ['exact', 'inflected', 'reversed', 'apart']],
    ['"teem"', []],
    ['"joint team', ['exact', 'inflected', 'reversed', 'apart']],
    ['"joint of team"', ['exact', 'inflected']],
    ['"the of"', []],
  ])('the query %s finds only exact phrases', (query, keys) => {
    const texts = {
      exact: 'a joint team',
      inflected: 'joint teams',
      reversed: 'team joint',
      apart: 'team in Rome, joint',
    };
    expect([...ranked(texts, query).keys()].sort()).toEqual([...keys].sort());
  });
});

describe('the search index', () => {
  // The index is computed by one search and read from the cache by the others.
  beforeAll(() => search.close());
  afterEach(() => live?.close());
  let live: Search | undefined;

  test('the search index is not rebuilt at a restart without changes', async () => {
    const restarted = (live = await started(source));
    expect([restarted.index.size, restarted.analysedCount]).toEqual([search.index.size, 0]);
    expect(restarted.graph.links('topics/social-media')).toEqual(search.graph.links('topics/social-media'));
  });

  test('a cached entry with an older analysis version is analysed again', async () => {
    const key = 'topics/social-media';
    const cachedIndex = source.cached.get(key)!;
    source.cached.set(key, {
      ...cachedIndex,
      form: ANALYSIS_VERSION - 1,
      terms: ['social'],
      weights: [1],
      links: [],
    } as typeof cachedIndex);
    const restarted = (live = await started(source));
    expect(restarted.analysedCount).toBe(1);
    expect(indexSnapshot(restarted)).toEqual(indexSnapshot(search));
    expect(source.cached.get(key)).toEqual(cachedIndex);
  });

  test('a restart updates the search index only for entries that changed since', async () => {
    const entry = source.byKey.get('trends/ai-concern')!;
    const following = await started(source);
    await following.close();
    source.put({ ...entry, record: { ...entry.record, title: { en: 'Zebras at the border' } } });
    const restarted = (live = await started(source));
    expect(restarted.analysedCount).toBe(1);
    expect(restarted.index.term('zebras')!.length).toBe(1);
  });

  test('the search index follows the change feed, so that retired entries are no longer found', async () => {
    live = await started(source);
    const entry = source.byKey.get('trends/ai-concern')!;
    source.put({ ...entry, record: { ...entry.record, title: { en: 'Quaggas at the border' } } });
    await live.whenIdle();
    const count = () => sendQuery(live!, 'quaggas', 5).total;
    expect(count()).toBe(1);
    source.put({ ...entry, status: 'RETIRED' });
    await live.whenIdle();
    expect(count()).toBe(0);
    expect(live.graph.has('trends/ai-concern')).toBe(false);
  });

  test('a search finds entries by a new label of a concept after the concept changes', async () => {
    live = await started(source);
    const concept = source.byKey.get('topics/virtual-assets')!;
    const labels = concept.record.altLabels as string[];
    const before = live.analysedCount;
    source.put({ ...concept, record: { ...concept.record, altLabels: [...labels, 'moonbeam tokens'] } });
    await live.whenIdle();
    const keys = sendQuery(live, 'moonbeam tokens', 9).hits.map(({ key }) => key);
    expect(keys).toContain('trends/crypto-payments');
    // Only entries that link to the concept or contain all words of a label are analysed again.
    expect(live.analysedCount - before).toBeLessThan(live.index.size / 5);
    expect(indexSnapshot(live)).toEqual(indexSnapshot(await started(source)));
  });
});
