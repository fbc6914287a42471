import { expect, test } from '@jest/globals';
import { Dependencies, type Invalidations } from '../../src/store/cache/dependencies.js';
import { ReadThroughCache } from '../../src/store/cache/read-through-cache.js';
import { TaggedCache } from '../../src/store/cache/tagged-cache.js';
import type { Store } from '../../src/store/store.js';

const OTHER_ENTRY: Invalidations = [{ tag: 'topics/b', fields: ['title'] }];
const SAME_ENTRY: Invalidations = [{ tag: 'topics/a', fields: ['title'] }];

/** Returns a cache over a log that is always in sync. */
function makeCache<T>(maxBytes: number): TaggedCache<T> {
  const feed = () => ({ syncedAt: performance.now() });
  return new TaggedCache<T>(maxBytes, { onInvalidations: () => () => {}, feedState: feed } as unknown as Store['log']);
}

/** Starts to load a value that depends on the title of a topic. */
function loadTitle(cache: TaggedCache<string>) {
  const load = cache.beginLoad('key');
  load.track().add('topics/a', ['title']);
  return load;
}

test('values that were not read are evicted first, and the cache stays within its size as values grow', () => {
  const cache = makeCache<object>(6400);
  const none = new Dependencies();
  const values = new Map(Array.from({ length: 65 }, (_, index) => [String.fromCharCode(65 + index), {}]));
  for (const [key, value] of values) cache.set(key, value, none, 99);
  expect(cache.get('A')).toBeUndefined();
  expect(cache.stats).toEqual({ count: 64, bytes: 6400 });
  expect(cache.get('B')).toBe(values.get('B'));
  cache.addBytes('Z', values.get('Z')!, 100);
  expect(cache.stats).toEqual({ count: 63, bytes: 6400 });
  expect([cache.get('B'), cache.get('C')]).toEqual([values.get('B'), undefined]);
  // Adding bytes to an evicted value has no effect, and a value that is too large is not stored.
  cache.addBytes('C', values.get('C')!, 1000);
  cache.set('large', {}, none, 200);
  expect(cache.stats).toEqual({ count: 63, bytes: 6400 });
});

test('a loaded value is stored unless a relevant invalidation occurred since the load started', () => {
  const cache = makeCache<string>(1e6);
  const [first, second] = [loadTitle(cache), loadTitle(cache)];
  cache.invalidate(OTHER_ENTRY);
  expect([first.complete('first', 10), cache.get('key')]).toEqual([true, 'first']);
  // Causes more invalidations than the cache records.
  for (let times = 0; times < 10_000; times += 1) cache.invalidate(OTHER_ENTRY);
  expect(second.complete('second', 10)).toBe(false);
  const third = loadTitle(cache);
  cache.invalidate(SAME_ENTRY);
  expect([third.complete('third', 10), cache.get('key')]).toEqual([false, undefined]);
  const fourth = loadTitle(cache);
  cache.invalidate('EVERYTHING');
  expect([fourth.complete('fourth', 10), loadTitle(cache).complete('fifth', 10)]).toEqual([false, true]);
});

test('after a failed read of the log, readers do not wait for another one until the log was read again', async () => {
  let syncedAt = -Infinity;
  let attempt = 0;
  const catchUp = () => ((attempt += 1), Promise.reject(new Error('unreachable')));
  const feedState = () => ({ syncedAt, isFailing: false });
  const log = { onInvalidations: () => () => {}, feedState, catchUp };
  const cache = new TaggedCache<string>(1e6, log as unknown as Store['log']);
  expect([await cache.refresh(), await cache.refresh(), attempt]).toEqual([false, false, 1]);
  syncedAt = performance.now() - 1000;
  expect([cache.isFresh, await cache.refresh(), attempt]).toEqual([false, false, 2]);
  syncedAt = performance.now();
  expect([await cache.refresh(), attempt]).toEqual([true, 2]);
});

test('callers that joined a load get its value, or null if a change occurred meanwhile or the load was abandoned', () => {
  const cache = makeCache<string>(1e6);
  const received: (string | null)[] = [];
  const join = (load: ReturnType<typeof loadTitle>) => load.join((value) => received.push(value));
  const [shared, interceptedServices, abandoned] = [loadTitle(cache), loadTitle(cache), loadTitle(cache)];
  expect([shared, interceptedServices, abandoned].map(join)).toEqual([true, true, true]);
  shared.complete('value', 10);
  cache.invalidate(SAME_ENTRY);
  expect([shared, interceptedServices].map(join)).toEqual([false, false]);
  interceptedServices.complete('stale', 10);
  abandoned.abandon();
  expect(received).toEqual(['value', null, null]);
});

test('a value that depends on an untagged read is not cached', async () => {
  const cache = makeCache<unknown>(1e6);
  const reads = new ReadThroughCache(cache);
  await reads.getOrRead(
    'tracked',
    async () => 1,
    (_value, into) => into.add('topics/a', null),
  );
  await reads.getOrRead(
    'untracked',
    async () => 2,
    (_value, into) => into.markUncacheable(),
  );
  expect(cache.stats.count).toBe(1);
});

test('only the missing values of several keys are loaded into the cache', async () => {
  const cache = makeCache<unknown>(1e6);
  const reads = new ReadThroughCache(cache);
  const loaded: string[] = [];
  const read = (...names: string[]) =>
    reads.getOrLoadMany(names, {
      prefix: 'upper',
      async load(missing) {
        loaded.push(...missing);
        return missing.map((name) => (name === 'none' ? null : name.toUpperCase()));
      },
      track: (name, _value, into) => into.add(`topics/${name}`, null),
    });
  expect(await read('a', 'none')).toEqual(['A', null]);
  expect(await read('none', 'b', 'a')).toEqual([null, 'B', 'A']);
  expect(loaded).toEqual(['a', 'none', 'b']);
});

test('a cached value depends on all fields that were recorded for a tag, in any number of calls', () => {
  const affected = (...noted: (readonly string[] | null)[]) => {
    const dependencies = new Dependencies();
    for (const fields of noted) dependencies.add('topics/a', fields);
    return ['title', 'scheme', 'note'].filter((field) =>
      dependencies.isInvalidatedBy({ tag: 'topics/a', fields: [field] }),
    );
  };
  expect(affected(['title'])).toEqual(['title']);
  expect(affected(['title'], ['scheme'])).toEqual(['title', 'scheme']);
  expect([affected(['title'], null), affected(null, ['title'])]).toEqual([
    ['title', 'scheme', 'note'],
    ['title', 'scheme', 'note'],
  ]);
});
