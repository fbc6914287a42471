import { isDeepStrictEqual } from 'node:util';
import { directiveLeaves, type Kind, storedFields } from '../../src/model/model.js';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { Dependencies, type Invalidations } from '../../src/store/cache/dependencies.js';
import { buildKindPlans } from '../../src/store/documents/kind-plan.js';
import { comparePublicStates } from '../../src/store/editing/public-changes.js';
import type { Page, PageQuery, StoredEntry } from '../../src/store/entries.js';
import type { EntryChange } from '../../src/store/change-log.js';
import type { Store } from '../../src/store/store.js';
import { batch, entry, ALL_ENTRIES_QUERY, nextChange, TestStores, topic } from './test-stores.js';
import { RandomContent } from './random-content.js';
import { RandomQuery } from './random-query.js';
import { commitFromRead, RandomWrites } from './random-writes.js';
import { Random } from './random.js';

const bench = new TestStores();
afterAll(() => bench.close());

const LONG = Boolean(process.env.LONG);

/** Commits changes as editors do. Returns their invalidations. */
async function invalidations(store: Store, ...changes: EntryChange[]): Promise<Invalidations> {
  let invalidated: Invalidations = [];
  const end = store.log.onInvalidations((each) => (invalidated = each));
  await commitFromRead(store, changes);
  end();
  return invalidated;
}

function isAffected(dependencies: Dependencies, invalidated: Invalidations): boolean {
  return invalidated === 'EVERYTHING' || invalidated.some((each) => dependencies.isInvalidatedBy(each));
}

test('comparePublicStates returns the targets of added and removed links by field', () => {
  const plan = buildKindPlans(bench.model).get('Topic')!;
  const state = (...relatedTopics: string[]) =>
    ({ record: { relatedTopics }, originalLocale: 'en', formerly: [] }) as unknown as StoredEntry;
  const links = (before: StoredEntry | null, after: StoredEntry | null) =>
    comparePublicStates(plan, before, after).links;
  expect(links(state('a'), state('a', 'b'))).toEqual({ relatedTopics: ['b'] });
  expect(links(state('a', 'b'), state('b'))).toEqual({ relatedTopics: ['a'] });
  expect(links(state('a'), state('a'))).toEqual({});
  expect(links(null, state('a'))).toEqual({ relatedTopics: ['a'] });
});

test('a change of one field invalidates only reads of that field', async () => {
  const store = await bench.open();
  await store.log.commit(batch(topic('a'), topic('b')));
  const invalidated = await invalidations(store, nextChange(topic('a'), 'SAVE', 'PUBLISHED', { altLabels: ['x'] }));
  expect(invalidated).toEqual([
    { tag: 'topics/a', fields: ['altLabels', 'revision', 'updatedAt'] },
    { tag: 'topics', fields: ['altLabels', 'revision', 'updatedAt'] },
    { tag: 'published', fields: ['altLabels', 'revision', 'updatedAt'] },
    { tag: 'changes', fields: null },
  ]);
});

test('a change that removes a field invalidates reads of the field', async () => {
  const store = await bench.open();
  const first = topic('a', { notation: 'n', altLabels: ['x'] });
  await store.log.commit(batch(first));
  const { notation: _gone, ...record } = first.record;
  const smallerState = { ...nextChange(first, 'SAVE', 'PUBLISHED'), record };
  const [invalidated] = await invalidations(store, smallerState);
  expect(invalidated).toEqual({ tag: 'topics/a', fields: ['notation', 'revision', 'updatedAt'] });
  // Former slugs are not a field of a record.
  const [renamed] = await invalidations(store, { ...nextChange(smallerState, 'SAVE', 'PUBLISHED'), formerly: ['z'] });
  expect(renamed).toEqual({ tag: 'topics/a', fields: null });
});

test('a changed link invalidates the entries at both ends, and no other entry', async () => {
  const store = await bench.open();
  const child = (slug: string, broader: string) => topic(slug, { broader });
  await store.log.commit(batch(topic('a'), topic('b'), topic('c'), child('d', 'a'), child('e', 'c')));
  const invalidated = await invalidations(store, nextChange(child('d', 'a'), 'SAVE', 'PUBLISHED', { broader: 'b' }));
  const narrowerOf = async (slug: string) => {
    const dependencies = new Dependencies();
    const traced = store.withDependencyTracking(dependencies);
    await traced.entries.inversePages('Topic', 'narrower', [slug], { ...ALL_ENTRIES_QUERY, orderBy: [] }, PUBLIC_VIEW);
    return isAffected(dependencies, invalidated);
  };
  expect(await Promise.all(['a', 'b', 'c'].map(narrowerOf))).toEqual([true, true, false]);
});

test('a list of several kinds is invalidated by the titles by which it is sorted, and by no other text', async () => {
  const store = await bench.open();
  const cites = { citations: [{ source: 's' }] };
  const [a, b] = [topic('a', cites), topic('b')];
  await store.log.commit(batch(entry('Source', 's'), a, b));
  const other = nextChange(a, 'SAVE', 'PUBLISHED', { title: { en: 'Another' } });
  const titled = await invalidations(store, other);
  const noted = await invalidations(store, nextChange(other, 'SAVE', 'PUBLISHED', { notation: 'n' }));
  const otherTitled = await invalidations(store, nextChange(b, 'SAVE', 'PUBLISHED', { title: { en: 'Another' } }));
  const dependencies = new Dependencies();
  const traced = store.withDependencyTracking(dependencies);
  const selection = { ...ALL_ENTRIES_QUERY.selection, fields: [] };
  await traced.entries.inversePages(
    'Source',
    'citedBy',
    ['s'],
    { ...ALL_ENTRIES_QUERY, orderBy: [], selection },
    PUBLIC_VIEW,
  );
  expect([titled, noted, otherTitled].map((invalidated) => isAffected(dependencies, invalidated))).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ['by title by default', 'Organisation', []],
  ['across a link', 'Resource', [{ path: ['provider', 'title'], direction: 'ASC' as const }]],
])('a list sorted %s is invalidated only by its sort fields', async (_how, kind, orderBy) => {
  const store = await bench.open();
  const provider = entry('Organisation', 'o', { organisationType: 'EU_BODY' });
  await store.log.commit(batch(provider, entry('Resource', 'r', { provider: 'o', resourceType: 'GUIDE' })));
  const dependencies = new Dependencies();
  const selection = { ...ALL_ENTRIES_QUERY.selection, fields: [] };
  await store
    .withDependencyTracking(dependencies)
    .entries.page(kind, { ...ALL_ENTRIES_QUERY, orderBy, selection }, PUBLIC_VIEW);
  const titled = nextChange(provider, 'SAVE', 'PUBLISHED', { title: { en: 'Another' } });
  const invalidated = [await invalidations(store, titled)];
  invalidated.push(await invalidations(store, nextChange(titled, 'SAVE', 'PUBLISHED', { acronym: 'O' })));
  expect(invalidated.map((each) => isAffected(dependencies, each))).toEqual([true, false]);
});

test('a draft invalidates no public read; publishing the draft invalidates the changed fields', async () => {
  const store = await bench.open();
  const first = topic('a', { altLabels: ['one'] });
  await store.log.commit(batch(first));
  const draft = nextChange(first, 'SAVE', 'DRAFT', { altLabels: ['two'] });
  expect(await invalidations(store, draft)).toEqual([
    { tag: 'topics.drafts', fields: null },
    { tag: 'changes', fields: null },
  ]);
  const secondDraft = nextChange(draft, 'SAVE', 'DRAFT', { notation: 'n' });
  await invalidations(store, secondDraft);
  const published = await invalidations(store, nextChange(secondDraft, 'PUBLISH', 'PUBLISHED'));
  const [ownInvalidations] = published as Exclude<Invalidations, string>;
  expect(ownInvalidations!.tag).toBe('topics.drafts');
  expect(published).toContainEqual({ tag: 'topics/a', fields: expect.arrayContaining(['altLabels']) });
});

test('new figures invalidate values computed from them, and lists of available figures', async () => {
  const store = await bench.open();
  const points = [{ period: '2024', value: 1, state: 'REPORTED' as const, flags: [], source: null, note: null }];
  const vintages = [{ indicator: 'i', digest: 'd', series: [{ area: 'IT', breakdown: {}, points }] }];
  let invalidated: Invalidations = [];
  const end = store.log.onInvalidations((each) => (invalidated = each));
  await store.log.commit({ ...batch(topic('a')), vintages });
  end();
  const dependenciesOf = async (read: (figures: Store['figures']) => Promise<unknown>) => {
    const dependencies = new Dependencies();
    const traced = store.withDependencyTracking(dependencies);
    await read(traced.figures);
    return isAffected(dependencies, invalidated);
  };
  const series = (indicators: string[]) => (figures: Store['figures']) =>
    figures.series({ indicators, areas: null, breakdowns: null, asOf: null });
  expect(await dependenciesOf(series(['i']))).toBe(true);
  expect(await dependenciesOf(series(['j']))).toBe(false);
  expect(await dependenciesOf((figures) => figures.coverage(['j', 'i']))).toBe(true);
  expect(await dependenciesOf((figures) => figures.indicators())).toBe(true);
});

test('reads of editors and responses with too many dependencies are not tracked', async () => {
  const store = await bench.open();
  const tracksDependencies = async (sendQuery: (store: Store) => Promise<unknown>) => {
    const dependencies = new Dependencies();
    const traced = store.withDependencyTracking(dependencies);
    await sendQuery(traced);
    return dependencies.isCacheable;
  };
  const bySlug = (slugs: string[]) => (of: Store) => of.entries.bySlug('Topic', slugs, [], PUBLIC_VIEW);
  expect(await tracksDependencies(bySlug(['a', 'b']))).toBe(true);
  expect(await tracksDependencies(bySlug(Array.from({ length: 5001 }, (_none, index) => `t${index}`)))).toBe(false);
  expect(await tracksDependencies(({ schedules }) => schedules.byKeys([{ kind: 'Topic', slug: 'a' }]))).toBe(false);
  expect(await tracksDependencies(({ entries }) => entries.currentStates([{ kind: 'Topic', slug: 'a' }]))).toBe(false);
  expect(await tracksDependencies(({ log }) => log.commit(batch(topic('a'))))).toBe(false);
});

/** One read and its result, with the fields of its selection. */
interface Read {
  name: string;
  run: (store: Store) => Promise<unknown>;
}

/** Returns an entry that was read, without revision and times if only some fields were selected. */
function selectedParts(stored: StoredEntry | null, fields: readonly string[] | null): unknown {
  if (!stored) return null;
  const { revision: _revision, updatedAt: _at, textRevisions: _texts, ...rest } = stored;
  return fields === null ? stored : rest;
}

function shownPage({ edges, ...rest }: Page, fields: readonly string[] | null): unknown {
  return { ...rest, edges: edges.map(({ entry: of, ...edge }) => ({ ...edge, entry: selectedParts(of, fields) })) };
}

class RandomReads {
  constructor(
    private readonly base: RandomContent,
    private readonly queries: RandomQuery,
    private readonly random: Random,
  ) {}

  next(): Read {
    const { random } = this;
    const kind = random.pick(bench.model.kinds);
    const slugs = random.pickSome(this.base.slugs.get(kind.name)!, 1, 3);
    const inverse = kind.inverses.length > 0 ? random.pick(kind.inverses) : null;
    const fields = this.fields(kind);
    const choice = random.below(inverse ? 5 : 4);
    if (choice === 0) {
      return {
        name: `${kind.name} ${slugs.join()} ${fields?.join()}`,
        run: async ({ entries }) =>
          (await entries.bySlug(kind.name, slugs, fields, PUBLIC_VIEW)).map((each) => selectedParts(each, fields)),
      };
    }
    if (choice === 1) {
      const filter = this.queries.filter(kind, 2);
      return {
        name: `matching ${kind.name} ${JSON.stringify(filter)}`,
        run: async ({ entries }) => entries.matchingKeys([kind.name], filter, ['en'], PUBLIC_VIEW),
      };
    }
    if (choice === 2) {
      const query = this.query(kind, fields);
      return {
        name: `${kind.plural} ${JSON.stringify(query)}`,
        run: async ({ entries }) => shownPage(await entries.page(kind.name, query, PUBLIC_VIEW), fields),
      };
    }
    if (choice === 3) {
      const kinds = random.pickSome(bench.model.kinds, 1, 3).map(({ name }) => name);
      const every = bench.model.interfaces.find(({ name }) => name === 'Entry')!;
      const filter = random.chance(0.6) ? this.queries.filter(every, 2, true) : null;
      const query = { ...this.query(kind, fields), filter, orderBy: this.queries.commonOrder() };
      return {
        name: `${kinds.join(' ')} ${JSON.stringify(query)}`,
        run: async ({ entries }) => shownPage(await entries.commonPage(kinds, query, PUBLIC_VIEW), fields),
      };
    }
    const query = inverse!.mixed
      ? { ...ALL_ENTRIES_QUERY, orderBy: [], selection: { ...ALL_ENTRIES_QUERY.selection, fields: null } }
      : this.query(bench.model.kind(inverse!.origins[0]!.kind), null);
    return {
      name: `${kind.name}.${inverse!.name} of ${slugs.join()} ${JSON.stringify(query)}`,
      run: async ({ entries }) => {
        const pages = await entries.inversePages(kind.name, inverse!.name, slugs, query, PUBLIC_VIEW);
        return [...pages].map(([slug, page]) => [slug, shownPage(page, query.selection.fields)]);
      },
    };
  }

  private fields(kind: Kind): string[] | null {
    const names = storedFields(kind).map(({ name }) => name);
    return this.random.chance(0.2) ? null : this.random.pickSome(names, 0, 3);
  }

  private query(kind: Kind, fields: readonly string[] | null): PageQuery {
    const { random } = this;
    const facets = directiveLeaves(bench.model, kind, 'facet').map(({ path }) => ({ path, first: 5 }));
    return {
      ...ALL_ENTRIES_QUERY,
      filter: random.chance(0.6) ? this.queries.filter(kind, 2) : null,
      orderBy: this.queries.order(kind),
      first: 1 + random.below(6),
      locales: this.queries.locales(),
      selection: {
        nodes: random.chance(0.9),
        fields,
        totalCount: random.chance(0.5),
        facets: random.chance(0.3) ? random.pickSome(facets, 0, 2) : [],
      },
    };
  }
}

test('a write invalidates every random read that it changes, and at most a tenth of the others', async () => {
  const store = await bench.open();
  const random = new Random(LONG ? Date.now() % 1_000_000 : 7);
  const base = new RandomContent(bench.model, random, 6);
  for (const each of base.batches()) await store.log.commit(each);
  const reads = new RandomReads(base, new RandomQuery(bench.model, random, base), random);
  const writes = new RandomWrites(bench.model, base, random, store);
  const read = async (of: Read) => {
    const dependencies = new Dependencies();
    const traced = store.withDependencyTracking(dependencies);
    return { of, result: await of.run(traced), dependencies };
  };
  let previousReads = await Promise.all(Array.from({ length: LONG ? 100 : 40 }, () => read(reads.next())));
  expect(previousReads.every(({ dependencies }) => dependencies.isCacheable)).toBe(true);
  const counts = { unaffected: 0, kept: 0, affected: 0 };
  for (let step = 0; step < (LONG ? 150 : 40); step += 1) {
    const changes = await writes.next();
    const invalidated = await invalidations(store, ...changes);
    previousReads = await Promise.all(
      previousReads.map(async (before) => {
        const after = await read(before.of);
        const isSame = isDeepStrictEqual(after.result, before.result);
        const staysCached = !isAffected(before.dependencies, invalidated);
        if (staysCached && !isSame) throw new Error(`${before.of.name}\n kept after ${JSON.stringify(changes)}`);
        counts.affected += Number(!isSame);
        counts.unaffected += Number(isSame);
        counts.kept += Number(staysCached);
        return staysCached ? before : after;
      }),
    );
  }
  expect(counts.affected).toBeGreaterThan(10);
  expect(counts.kept / counts.unaffected).toBeGreaterThan(0.9);
});
