import type { FilterInput } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';
import { batch, entry, slugsOf, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
afterAll(() => bench.close());

const WIDE = 'https://wide.example/';
/**
 * Topics with and without a link to a broader topic, and trends with and without a period, to compare filters on them.
 */
let store: Store;
beforeAll(async () => {
  store = await bench.open();
  const period = (to: string | null) => ({ from: '2020', to });
  await store.log.commit(
    batch(
      topic('wide', { sameAs: [WIDE] }),
      topic('other'),
      topic('below-wide', { broader: 'wide' }),
      topic('below-other', { broader: 'other' }),
      entry('Trend', 'none', { direction: 'RISING', period: null }),
      entry('Trend', 'ended', { direction: 'RISING', period: period('2022') }),
      entry('Trend', 'going-on', { direction: 'RISING', period: period(null) }),
    ),
  );
});

const isWide = { sameAs: { has: WIDE } };
const above = ['other', 'wide'];

test.each<[FilterInput, string[]]>([
  [{ broader: isWide }, ['below-wide']],
  [{ broader: { not: isWide } }, ['below-other']],
  [{ not: { broader: isWide } }, ['below-other', ...above]],
  [{ broader: { sameAs: { exists: false } } }, ['below-other']],
  [{ broader: { not: { sameAs: { exists: true } } } }, ['below-other']],
  [{ broader: { exists: false } }, above],
  [{ broader: { not: { exists: true } } }, above],
  [{ broader: { or: [{ exists: false }, isWide] } }, ['below-wide', ...above]],
  [{ broader: { and: [{ exists: false }, { not: { exists: true } }] } }, above],
  [{ broader: { exists: false, sameAs: { exists: false } } }, []],
  [{ broader: { narrower: { none: { slug: { eq: 'below-wide' } } } } }, ['below-other']],
])('for a missing link, the filter %j is false unless it tests for a missing value', async (filter, expected) => {
  expect(await slugsOf(store, 'Topic', { filter })).toEqual(expected);
});

test.each<[FilterInput, string[]]>([
  [{ period: { to: { exists: false } } }, ['going-on']],
  [{ period: { not: { to: { exists: true } } } }, ['going-on']],
  [{ period: { to: { exists: true } } }, ['ended']],
  [{ not: { period: { to: { exists: true } } } }, ['going-on', 'none']],
  [{ period: { exists: false } }, ['none']],
  [{ period: { or: [{ exists: false }, { to: { exists: false } }] } }, ['going-on', 'none']],
  [{ period: { exists: false, to: { exists: false } } }, []],
])('for a missing object, the filter %j is false unless it tests for a missing value', async (filter, expected) => {
  expect(await slugsOf(store, 'Trend', { filter })).toEqual(expected);
});
