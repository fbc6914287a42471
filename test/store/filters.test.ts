import { loadModel } from '../../src/model/load-model.js';
import { directiveLeaves, type Field, type Inverse, camelCasePath, type Model } from '../../src/model/model.js';
import { PREVIEW_VIEW, PUBLIC_VIEW, type View } from '../../src/model/visibility.js';
import { openStore } from '../../src/store/open-store.js';
import type { EntryChange } from '../../src/store/change-log.js';
import type { FilterInput, Page, PageQuery, StoredEntry } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { effectiveConditions, ReferenceStore, statesOf } from './reference-store.js';
import { RandomContent } from './random-content.js';
import { ALL_ENTRIES_QUERY } from './test-stores.js';
import { RandomQuery } from './random-query.js';
import { Random } from './random.js';

const LONG = Boolean(process.env.LONG);
const SEED = LONG ? Date.now() % 100_000 : 7;
const QUERIES = LONG ? 1500 : 100;
const PER_KIND = LONG ? 25 : 7;

/** Kinds whose code follows from the slug. */
const KINDS_WITH_CODES = new Set(['Country', 'Territory']);

describe(`random queries over a random database, seed ${SEED}`, () => {
  let database: TestDatabase;
  let store: Store;
  const stores: Store[] = [];
  let model: Model;
  let changes: EntryChange[][];
  const random = new Random(SEED);
  let base: RandomContent;

  beforeAll(async () => {
    database = await testDatabase();
    model = loadModel('schema');
    const derive = (kind: string, slug: string) => (KINDS_WITH_CODES.has(kind) ? { code: slug.toUpperCase() } : {});
    store = await openStore({ uri: database.uri, database: database.name(), model, derive });
    stores.push(store);
    base = new RandomContent(model, random, PER_KIND);
    const batches = base.batches();
    for (const batch of batches) expect(await store.log.commit(batch)).toMatchObject({ committed: true });
    changes = batches.map(({ entries }) => [...entries]);
  });

  afterAll(async () => {
    await Promise.all(stores.map((each) => each.close()));
    await database?.close();
  });

  /** Returns the entries that a view lists, with records from the changes and bookkeeping from the store. */
  async function listed(view: View): Promise<StoredEntry[]> {
    const states = statesOf(changes, view.preview).listed;
    return Promise.all(
      states.map(async ({ kind, slug, record, originalLocale, status }) => {
        const [entry] = await store.entries.bySlug(kind, [slug], null, view);
        expect(entry).toMatchObject({ kind, slug, originalLocale, status, record });
        return { ...entry!, record: KINDS_WITH_CODES.has(kind) ? { ...record, code: slug.toUpperCase() } : record };
      }),
    );
  }

  test.each([
    ['the public', PUBLIC_VIEW],
    ['a preview', PREVIEW_VIEW],
  ])(
    'pages, counts and facets of random queries equal a scan of each entry, for %s',
    async (_name, view) => {
      const entries = await listed(view);
      const queries = new RandomQuery(model, random, base);
      let distinguishingCount = 0;
      for (let round = 0; round < QUERIES / 2; round++) {
        const kind = random.pick(model.kinds);
        const orderBy = queries.order(kind);
        const locales = queries.locales();
        const reference = new ReferenceStore(model, entries, statesOf(changes, view.preview).stubs, locales);
        const listLength = reference.list(kind.name, null, []).length;
        // Most filters must be selective: match some entries and not all.
        const candidates = Array.from({ length: 5 }, () => queries.filter(kind, random.below(4)));
        const isSelective = (each: FilterInput) =>
          ![0, listLength].includes(reference.list(kind.name, each, []).length);
        const chosen = candidates.find(isSelective) ?? candidates[0]!;
        const filter = random.chance(0.05) ? null : random.chance(0.2) ? queries.withNulls(chosen) : chosen;
        const expected = reference.list(kind.name, filter, orderBy).map(({ slug }) => slug);
        if (filter && isSelective(filter)) distinguishingCount++;
        const facets = directiveLeaves(model, kind, 'facet');
        const query: PageQuery = {
          ...ALL_ENTRIES_QUERY,
          filter,
          orderBy,
          locales,
          selection: {
            nodes: true,
            fields: ['title'],
            totalCount: true,
            facets: facets.map(({ path }) => ({ path, first: 50 })),
          },
        };
        const failureContext = JSON.stringify({ round, kind: kind.name, filter, orderBy, locales });
        const page = await store.entries.page(kind.name, query, view);
        const found = page.edges.map(({ entry }) => entry.slug);
        expect([failureContext, found, page.totalCount]).toEqual([failureContext, expected, expected.length]);
        if (round % 4 === 0) {
          const size = 1 + random.below(5);
          expect([failureContext, await walkList(store, kind.name, { ...query, first: size }, view)]).toEqual([
            failureContext,
            expected,
          ]);
          const backward = { ...query, first: null, last: size };
          expect([failureContext, await walkList(store, kind.name, backward, view)]).toEqual([
            failureContext,
            expected,
          ]);
        }

        for (const { path, leaf } of facets) {
          const others = filter && withoutField(filter, path);
          const counts = reference.countByValue(
            reference.list(kind.name, others, []),
            { path, isByYear: leaf.type === 'PartialDate' },
            (value) => isListed(entries, model, leaf, value),
          );
          expect([failureContext, path, page.facets.get(camelCasePath(path))]).toEqual([failureContext, path, counts]);
        }
      }
      expect(distinguishingCount).toBeGreaterThan(QUERIES / 4);
    },
    LONG ? 600_000 : 60_000,
  );

  test(
    'conditions on inverse links apply to the same link, in filters and in lists',
    async () => {
      const queries = new RandomQuery(model, random, base);
      const carrying = model.kinds.flatMap((kind) =>
        kind.inverses.filter(({ via }) => via).map((inverse) => ({ kind, inverse })),
      );
      expect(carrying.length).toBeGreaterThan(3);
      const entries = await listed(PUBLIC_VIEW);
      const reference = new ReferenceStore(model, entries, statesOf(changes, false).stubs, ['en']);
      let distinguishingCount = 0;
      for (let round = 0; round < QUERIES / 4; round++) {
        const { kind, inverse } = random.pick(carrying);
        const linkingKind = model.kind(inverse.origins[0]!.kind);
        const parents = base.slugs.get(kind.name)!;
        const linking = (slug: string, filter: FilterInput) =>
          reference.entriesLinkingByInverse(kind, inverse, slug, filter);
        // Most filters must be selective: match a few of the entries that link to a parent, and not all.
        const candidates = Array.from({ length: 15 }, () => queries.linkFilter(inverse, 1 + random.below(2)));
        const says = (each: FilterInput) =>
          parents.some((slug) => ![0, linking(slug, {}).length].includes(linking(slug, each).length));
        const link = candidates.find(says) ?? candidates[0]!;
        if (says(link)) distinguishingCount++;
        const { via = null, ...ofEntry } = link;
        const quantifier = random.pick(['some', 'every', 'none']);
        const viaFilter = (of: unknown) => ({ [inverse.name]: { via: of, [quantifier]: ofEntry } });
        // Half of the filters combine a condition without `via` and a negated condition with `via`.
        const filter = random.chance(0.5) ? viaFilter(via) : { and: [viaFilter(null), { not: viaFilter(via) }] };
        const failureContext = JSON.stringify({ round, kind: kind.name, filter });
        const [first, orderBy] = [1 + random.below(4), queries.order(linkingKind)];
        const facets = directiveLeaves(model, linkingKind, 'facet');
        const selection = {
          nodes: true,
          fields: ['title'],
          totalCount: true,
          facets: facets.map(({ path }) => ({ path, first: 50 })),
        };
        const query: PageQuery = {
          ...ALL_ENTRIES_QUERY,
          filter,
          orderBy: [],
          selection: { ...selection, facets: [] },
        };
        const page = await store.entries.page(kind.name, query, PUBLIC_VIEW);
        const expected = reference.list(kind.name, filter, []).map(({ slug }) => slug);
        expect([failureContext, page.edges.map(({ entry }) => entry.slug)]).toEqual([failureContext, expected]);

        // For many parents, the store reads all links at once; for few, it reads one page for each parent.
        const unknownSlugs = Array.from({ length: 26 }, (_none, index) => `stranger-${index}`);
        const parentSample = random.chance(0.5) ? [...parents, ...unknownSlugs] : random.pickSome(parents, 1, 3);
        const pages = await store.entries.inversePages(
          kind.name,
          inverse.name,
          parentSample,
          { ...query, filter: link, orderBy, first, selection },
          PUBLIC_VIEW,
        );
        for (const slug of parentSample) {
          const found = linking(slug, link).sort((a, b) => reference.compare(a, b, orderBy));
          const { edges, totalCount, facets: counted } = pages.get(slug)!;
          const expectedSlugs = found.slice(0, first).map((each) => each.slug);
          expect([failureContext, slug, totalCount, edges.map(({ entry }) => entry.slug)]).toEqual([
            failureContext,
            slug,
            found.length,
            expectedSlugs,
          ]);
          for (const { path, leaf } of facets) {
            const others = withoutField(link, path) ?? {};
            const counts = reference.countByValue(
              linking(slug, others),
              { path, isByYear: leaf.type === 'PartialDate' },
              (value) => isListed(entries, model, leaf, value),
            );
            expect([failureContext, slug, path, counted.get(camelCasePath(path))]).toEqual([
              failureContext,
              slug,
              path,
              counts,
            ]);
          }
        }
      }
      expect(distinguishingCount).toBeGreaterThan(QUERIES / 20);
    },
    LONG ? 600_000 : 60_000,
  );

  test('inverse pages equal a scan of all entries, with one command for all parents, and one for each order across a link', async () => {
    const commands: string[] = [];
    const counting = await openStore({
      uri: database.uri,
      database: database.name(),
      model,
      onCommand: (name) => commands.push(name),
    });
    stores.push(counting);
    const queries = new RandomQuery(model, random, base);
    const inverses = model.kinds.flatMap((kind) => kind.inverses.map((inverse) => ({ kind, inverse })));
    for (const view of [PUBLIC_VIEW, PREVIEW_VIEW]) {
      const entries = await listed(view);
      for (const { kind, inverse } of inverses) {
        const parents = base.slugs.get(kind.name)!;
        const locales = queries.locales();
        const expectedNodes = new ReferenceStore(model, entries, statesOf(changes, view.preview).stubs, locales);
        const orderBy = inverse.mixed ? [] : queries.order(model.kind(inverse.origins[0]!.kind));
        const [first, last] = random.chance(0.5) ? [1 + random.below(4), null] : [null, 1 + random.below(4)];
        const selection = { nodes: true, fields: ['title'], totalCount: true, facets: [] };
        const query: PageQuery = { filter: null, orderBy, locales, first, last, after: null, before: null, selection };
        commands.length = 0;
        const pages = await counting.entries.inversePages(kind.name, inverse.name, parents, query, view);
        const across = new Set(
          orderBy.filter(({ path }) => isLink(model, inverse, path[0]!)).map((term) => JSON.stringify(term)),
        );
        const expected = Array.from({ length: 1 + across.size }, () => 'aggregate');
        expect([inverse.name, commands]).toEqual([inverse.name, expected]);
        for (const slug of parents) {
          const value = inverse.origins[0]!.field.link!.toInterface ? `${kind.folder}/${slug}` : slug;
          const slugs = new Set(inverse.origins.flatMap((origin) => expectedNodes.entriesLinkingByPath(origin, value)));
          const linking = [...slugs].sort((a, b) =>
            inverse.mixed ? compareMixed(expectedNodes, a, b) : expectedNodes.compare(a, b, orderBy),
          );
          const page = pages.get(slug)!;
          const expectedEntries = first === null ? linking.slice(-last!) : linking.slice(0, first);
          const failureContext = [kind.name, inverse.name, slug, view.preview, orderBy, locales];
          expect([failureContext, page.edges.map(({ entry }) => keyOf(entry))]).toEqual([
            failureContext,
            expectedEntries.map(keyOf),
          ]);
          expect([failureContext, page.totalCount]).toEqual([failureContext, linking.length]);
          const hasMore = linking.length > expectedEntries.length;
          expect([page.hasNextPage, page.hasPreviousPage]).toEqual(
            first === null ? [false, hasMore] : [hasMore, false],
          );
        }
      }
    }
  });

  test.each([
    ['the public', PUBLIC_VIEW],
    ['a preview', PREVIEW_VIEW],
  ])('a list of entries of several kinds equals a scan of all entries, for %s', async (_name, view) => {
    const entries = await listed(view);
    const queries = new RandomQuery(model, random, base);
    const every = model.interfaces.find(({ name }) => name === 'Entry')!;
    for (let round = 0; round < QUERIES / 20; round++) {
      const kinds = round % 5 === 0 ? model.kinds : random.pickSome(model.kinds, 1, 4);
      const names = kinds.map(({ name }) => name);
      const [orderBy, locales] = [queries.commonOrder(), queries.locales()];
      const filter = random.chance(0.3) ? null : queries.filter(every, random.below(3), true);
      const expected = new ReferenceStore(model, entries, statesOf(changes, view.preview).stubs, locales)
        .commonList(names, filter, orderBy)
        .map(keyOf);
      const selection = { nodes: true, fields: ['title'], totalCount: true, facets: [] };
      const query: PageQuery = {
        ...ALL_ENTRIES_QUERY,
        filter,
        orderBy,
        locales,
        selection,
      };
      const failureContext = JSON.stringify({ round, names, filter, orderBy, locales });
      const page = await store.entries.commonPage(names, query, view);
      const found = page.edges.map(({ entry }) => keyOf(entry));
      expect([failureContext, found, page.totalCount]).toEqual([
        failureContext,
        expected.slice(0, 100),
        expected.length,
      ]);
      const size = 1 + random.below(40);
      for (const paging of [{ first: size }, { first: null, last: size }]) {
        const walk = await walkedBy((part) => store.entries.commonPage(names, part, view), { ...query, ...paging });
        expect([failureContext, walk.map(keyOf)]).toEqual([failureContext, expected]);
      }
    }
  });
});

/** Returns the slugs of a list in order, read page by page. */
async function walkList(store: Store, kind: string, query: PageQuery, view: View): Promise<string[]> {
  const found = await walkedBy((part) => store.entries.page(kind, part, view), query);
  return found.map(({ slug }) => slug);
}

/** Returns the entries of a list in order, read page by page. */
async function walkedBy(read: (query: PageQuery) => Promise<Page>, query: PageQuery): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  let bound: Partial<PageQuery> = {};
  for (;;) {
    const page = await read({ ...query, ...bound, selection: { ...query.selection, totalCount: false, facets: [] } });
    const found = page.edges.map(({ entry }) => entry);
    if (query.last === null) entries.push(...found);
    else entries.unshift(...found);
    if (!(query.last === null ? page.hasNextPage : page.hasPreviousPage)) return entries;
    bound = query.last === null ? { after: page.edges.at(-1)!.cursor } : { before: page.edges[0]!.cursor };
  }
}

/** Whether a field is a link. An order across a link takes one more command. */
function isLink(model: Model, inverse: Inverse, name: string): boolean {
  const { fields } = model.kind(inverse.origins[0]!.kind);
  return fields.some((field) => field.name === name && field.link !== null);
}

function isListed(entries: readonly StoredEntry[], model: Model, leaf: Field, value: unknown): boolean {
  if (!leaf.link) return true;
  return entries.some(
    ({ kind, slug }) =>
      value === (leaf.link!.toInterface ? `${model.kind(kind).folder}/${slug}` : slug) &&
      leaf.link!.members.includes(kind),
  );
}

/** Removes the condition on one field from a filter whose conditions all have to hold. */
function withoutField(filter: FilterInput, [name, inner]: readonly string[]): FilterInput | null {
  const remaining = Object.fromEntries(effectiveConditions(structuredClone(filter)));
  if (Array.isArray(remaining.and)) {
    remaining.and = (remaining.and as FilterInput[]).flatMap(
      (part) => withoutField(part, [name!, ...(inner ? [inner] : [])]) ?? [],
    );
    if ((remaining.and as unknown[]).length === 0) delete remaining.and;
  }
  if (!inner) delete remaining[name!];
  else if (remaining[name!]) {
    const quantified = remaining[name!] as Record<string, FilterInput>;
    for (const quantifier of ['some', 'every', 'none']) {
      if (!quantified[quantifier]) {
        delete quantified[quantifier];
        continue;
      }
      const remainder = withoutField(quantified[quantifier], [inner]);
      if (remainder) quantified[quantifier] = remainder;
      else delete quantified[quantifier];
    }
    if (Object.keys(quantified).length === 0) delete remaining[name!];
  }
  return Object.keys(remaining).length > 0 ? remaining : null;
}

function compareMixed(expectedNodes: ReferenceStore, a: StoredEntry, b: StoredEntry): number {
  const sameSlug = { slug: '' };
  return (
    expectedNodes.compare({ ...a, ...sameSlug }, { ...b, ...sameSlug }, []) ||
    (expectedNodes.storedKey(a) < expectedNodes.storedKey(b) ? -1 : 1)
  );
}

function keyOf({ kind, slug }: StoredEntry): string {
  return `${kind} ${slug}`;
}
