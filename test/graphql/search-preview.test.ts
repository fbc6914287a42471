import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TokenLookup } from '../../src/http/authentication.js';
import type { EntryChange } from '../../src/store/change-log.js';
import { type SeededApp, seededApp } from './seeded-app.js';

const digest = createHash('sha256').update('token-of-anna').digest('hex');
const tokens: TokenLookup = {
  withSamePrefix: async (prefix) =>
    prefix === digest ? [{ name: 'Anna', role: 'EDITOR', digest, expiresAt: null }] : [],
};
const preview = { headers: { authorization: 'Bearer token-of-anna' }, extensions: { preview: true } };

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ seedDir: null, tokens, withSearch: true });
  await write('topics', 'okapi', 'PUBLISHED', { title: 'Okapi hunting' });
  await write('trends', 'trap', 'PUBLISHED', { title: 'Traps for okapis', topics: ['okapi'] });
});
afterAll(() => server.close());

const KINDS = { topics: 'Topic', trends: 'Trend', countries: 'Country' };

/** Writes the next state of an entry. */
async function write(
  folder: keyof typeof KINDS,
  slug: string,
  status: 'DRAFT' | 'PUBLISHED' | 'RETIRED',
  { title, ...more }: { title: string; [field: string]: unknown },
  action: EntryChange['action'] = status === 'RETIRED' ? 'RETIRE' : status === 'DRAFT' ? 'SAVE' : 'PUBLISH',
): Promise<void> {
  const { store, search } = server.services;
  const kind = KINDS[folder];
  const [before] = await store.entries.currentStates([{ kind, slug }]);
  const usual = folder === 'topics' ? { scheme: 'SUBJECT' } : { topics: [], countries: [] };
  const record = { title: { en: title }, citations: [], ...usual, ...more };
  const expectedRevision = before?.revision ?? 0;
  const entry = { action, kind, slug, expectedRevision, status, originalLocale: 'en', record };
  expect(await store.log.commit({ author: 'test', message: '', entries: [entry] })).toMatchObject({ committed: true });
  await search!.whenIdle();
}

/** Returns the result of a search for readers, or for editors in a preview. */
async function search(query: string, options: object = {}) {
  const { data, errors } = await server.execute(
    `query ($query: String!) { search(query: $query) { totalCount didYouMean
      edges { score node { slug status } highlights { pieces { text isMatch } } why { term } }
      facets { kinds { value count } topics { value { slug } count } countries { value { slug } count } years { value count } } } }`,
    { query },
    options,
  );
  expect(errors).toBeUndefined();
  return data.search;
}

const slugs = ({ edges }: Awaited<ReturnType<typeof search>>) => edges.map(({ node }) => node.slug);

test('a search in a preview finds drafts, including those saved immediately before', async () => {
  await write('trends', 'secret', 'DRAFT', { title: 'Quaggalures', topics: ['okapi'], period: { from: '2019' } });
  expect(slugs(await search('quaggalures', preview))).toEqual(['secret']);
  await write('trends', 'secret', 'DRAFT', { title: 'Zebralures', topics: ['okapi'], period: { from: '2019' } });
  const found = await search('zebralures', preview);
  expect(found.edges).toMatchObject([{ node: { slug: 'secret', status: 'DRAFT' }, why: [{ term: 'Zebralures' }] }]);
  expect(found.edges[0]!.highlights[0]!.pieces).toEqual([{ text: 'Zebralures', isMatch: true }]);
  expect(found.facets).toEqual({
    kinds: [{ value: 'TREND', count: 1 }],
    topics: [{ value: { slug: 'okapi' }, count: 1 }],
    countries: [],
    years: [{ value: 2019, count: 1 }],
  });
  expect(slugs(await search('quaggalures', preview))).toEqual([]);
});

test('a search in a preview finds the draft of a published entry instead of the published version', async () => {
  await write('trends', 'trap', 'DRAFT', { title: 'Snares for gnus', topics: ['okapi'] });
  expect(slugs(await search('snares', preview))).toEqual(['trap']);
  expect(slugs(await search('traps', preview))).toEqual([]);
  expect(slugs(await search('traps'))).toEqual(['trap']);
  await write('trends', 'trap', 'PUBLISHED', { title: 'Traps for okapis', topics: ['okapi'] });
  expect([slugs(await search('traps', preview)), slugs(await search('snares', preview))]).toEqual([['trap'], []]);
});

test('a draft does not change the hits, scores, counts or suggestions of a search by readers', async () => {
  const queries = [
    'okapi',
    'okapy',
    'hunting traps',
    'zebralure',
    'zebralurez',
    'Okapi hunter',
    'gnu',
    '"okapi hunting"',
  ];
  const answers = () => Promise.all(queries.map((query) => search(query)));
  const before = await answers();
  await write('trends', 'secret', 'DRAFT', { title: 'Zebralures of the okapi hunter', topics: ['okapi'] });
  await write('topics', 'gnu', 'DRAFT', { title: 'Gnu', altLabels: ['okapi hunter'] });
  await write('topics', 'okapi', 'DRAFT', { title: 'Okapi hunting', altLabels: ['zebralure', 'hunting traps'] });
  expect(slugs(await search('gnu', preview))).toContain('gnu');
  expect(slugs(await search('zebralure', preview)).sort()).toEqual(['okapi', 'secret', 'trap']);
  expect(await answers()).toEqual(before);
});

test.each([
  ['an unpublished entry is found only by editors', 'UNPUBLISH', 'DRAFT', ['gone']],
  ['a retired entry is not found', 'RETIRE', 'RETIRED', []],
] as const)('a search in a preview after an action: %s', async (_what, action, status, inPreview) => {
  await write('trends', 'gone', 'PUBLISHED', { title: 'Bongolures' });
  expect([slugs(await search('bongolures')), slugs(await search('bongolures', preview))]).toEqual([['gone'], ['gone']]);
  await write('trends', 'gone', status, { title: 'Bongolures' }, action);
  expect([slugs(await search('bongolures')), slugs(await search('bongolures', preview))]).toEqual([[], inPreview]);
});

test('a search in a preview requires the token of an editor', async () => {
  const { errors } = await server.execute(
    '{ search(query: "zebralures") { totalCount } }',
    {},
    { extensions: { preview: true } },
  );
  expect(errors![0]!.extensions['code']).toBe('UNAUTHENTICATED');
});
