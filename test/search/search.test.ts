import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { loadModel } from '../../src/model/load.js';
import { textsOf } from '../../src/search/entry-texts.js';
import { explain } from '../../src/search/highlight.js';
import { rank } from '../../src/search/rank.js';
import { Search } from '../../src/search/search.js';
import { TextIndex } from '../../src/search/text-index.js';
import { understand } from '../../src/search/understand.js';
import { ContentSource } from './content-source.js';
import { held } from './held.js';
import { judgedQueries, ndcg } from './judgements.js';

const model = loadModel('schema');
let source: ContentSource;
let search: Search;

const started = (from: ContentSource) =>
  Search.start(model, from, (error) => {
    throw error;
  });

function found(query: string, first = 10): string[] {
  const { words } = understand(query, search.index, search.lexicon);
  return rank(search.index, { words, accepts: () => true, after: null, first, withFacets: false }).hits.map(
    ({ key }) => key,
  );
}

beforeAll(async () => {
  source = await ContentSource.of(model, 'seed');
  search = await started(source);
});

describe('a search over the seed', () => {
  test.each([
    ['a word misspelt', 'smugling', 'topics/migrant-smuggling'],
    ['French for an English text', 'trafic illicite de migrants', 'resources/un-protocol'],
    ['German for an English text', 'Schleusung', 'resources/un-protocol'],
    ['a brand and a common word', 'TikTok ads', 'trends/ads-on-social-media'],
    ['a word with a hyphen', 'e-evidence', 'resources/sirius-platform'],
    ['words that no text holds together', 'minors alone', 'topics/unaccompanied-minors'],
    ['a word begun', 'crypto', 'trends/crypto-payments'],
    ['no accents and no capitals', 'prets a tout reseaux sociaux', 'topics/social-media'],
    ['another inflection', 'coordinating meetings', 'resources/coordination-meeting'],
  ])('finds by %s', (_how, query, key) => expect(found(query)).toContain(key));

  test.each(['tuning', 'kept aside'])('puts the judged entries first, as measured by nDCG@10: %s', (set) => {
    const queries = judgedQueries().filter((judged) => judged.set === set);
    expect(queries.length).toBeGreaterThanOrEqual(20);
    const values = queries.map(({ query, grades }) => ndcg(found(query), grades));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    console.log(`nDCG@10 over ${queries.length} queries (${set}): ${mean.toFixed(3)}`);
    expect(mean).toBeGreaterThanOrEqual(0.85);
  });

  test('every judged entry is in the seed', () => {
    const keys = new Set(judgedQueries().flatMap(({ grades }) => [...grades.keys()]));
    expect([...keys].filter((key) => !source.byKey.has(key))).toEqual([]);
  });

  test('proposes what was meant where a word is not known', () => {
    expect(understand('smugling of Migrants', search.index, search.lexicon).didYouMean).toBe('smuggling of Migrants');
    expect(understand('smuggling', search.index, search.lexicon).didYouMean).toBeNull();
  });

  test('pages without a gap or a repeat', () => {
    const { words } = understand('smuggling', search.index, search.lexicon);
    const request = { words, accepts: () => true, withFacets: true };
    const whole = rank(search.index, { ...request, after: null, first: 1000 });
    const pages: string[] = [];
    let after = null;
    for (let more = true; more;) {
      const page = rank(search.index, { ...request, after, first: 7 });
      pages.push(...page.hits.map(({ key }) => key));
      after = page.hits.at(-1)!;
      more = page.hasMore;
    }
    expect(pages).toEqual(whole.hits.map(({ key }) => key));
    expect(whole.total).toBe(pages.length);
    expect([...whole.kinds.values()].reduce((sum, count) => sum + count, 0)).toBe(whole.total);
  });

  test('marks what was found, and says why', () => {
    const entry = source.byKey.get('topics/unaccompanied-minors')!;
    const { words } = understand('mineurs', search.index, search.lexicon);
    const { highlights, matches } = explain(textsOf(model, entry), words, search.lexicon);
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

test('an entry that answers half of the words scores a quarter of what its words are worth', () => {
  const index = new TextIndex();
  const put = (key: string, terms: string[]) => {
    const entry = { key, kind: 'Topic', revision: 1, writtenAt: 0, lexicon: '', concepts: [], links: [] };
    index.put({ ...entry, terms, weights: terms.map(() => 3) });
  };
  put('one', ['boat']);
  put('both', ['boat', 'fake']);
  const ranked = (...asked: string[]) => {
    const words = asked.map((word) => ({ word, variants: [{ term: word, likeness: 'WORD' as const, factor: 1 }] }));
    const { hits } = rank(index, { words, accepts: () => true, after: null, first: 9, withFacets: false });
    return new Map(hits.map(({ key, score }) => [key, score]));
  };
  const alone = ranked('boat');
  expect(alone.get('one')).toBeCloseTo(Math.log(1 + 2 / 2.5) / 2, 6);
  expect(ranked('boat', 'fake').get('one')).toBeCloseTo(alone.get('one')! / 4, 6);
  expect(ranked('boat', 'fake').get('both')).toBeCloseTo(alone.get('both')! + ranked('fake').get('both')!, 6);
});

describe('the index', () => {
  // What one search computes, others take from the cache.
  beforeAll(() => search.close());
  afterEach(() => live?.close());
  let live: Search | undefined;

  test('is not worked out anew at a restart where nothing changed', async () => {
    const again = (live = await started(source));
    expect([again.index.size, again.analysed]).toEqual([search.index.size, 0]);
    expect(again.graph.links('topics/social-media')).toEqual(search.graph.links('topics/social-media'));
  });

  test('works out at a restart what changed meanwhile, and that alone', async () => {
    const entry = source.byKey.get('trends/ai-concern')!;
    const following = await started(source);
    await following.close();
    source.put({ ...entry, record: { ...entry.record, title: { en: 'Zebras at the border' } } });
    const again = (live = await started(source));
    expect(again.analysed).toBe(1);
    expect(again.index.term('zebras')!.length).toBe(1);
  });

  test('follows the change feed: what is withdrawn is found no more', async () => {
    live = await started(source);
    const entry = source.byKey.get('trends/ai-concern')!;
    source.put({ ...entry, record: { ...entry.record, title: { en: 'Quaggas at the border' } } });
    await live.settled();
    const count = () => {
      const { words } = understand('quaggas', live!.index, live!.lexicon);
      return rank(live!.index, { words, accepts: () => true, after: null, first: 5, withFacets: false }).total;
    };
    expect(count()).toBe(1);
    source.put({ ...entry, status: 'RETIRED' });
    await live.settled();
    expect(count()).toBe(0);
    expect(live.graph.has('trends/ai-concern')).toBe(false);
  });

  test('finds entries by the new label of a concept once it has one', async () => {
    live = await started(source);
    const concept = source.byKey.get('topics/virtual-assets')!;
    const labels = concept.record.altLabels as string[];
    const before = live.analysed;
    source.put({ ...concept, record: { ...concept.record, altLabels: [...labels, 'moonbeam tokens'] } });
    await live.settled();
    const { words } = understand('moonbeam tokens', live.index, live.lexicon);
    const keys = rank(live.index, { words, accepts: () => true, after: null, first: 9, withFacets: false }).hits.map(
      ({ key }) => key,
    );
    expect(keys).toContain('trends/crypto-payments');
    // Only those that link to the concept, or hold all words of a label.
    expect(live.analysed - before).toBeLessThan(live.index.size / 5);
    expect(held(live)).toEqual(held(await started(source)));
  });
});
