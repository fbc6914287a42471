import { loadModel } from '../../src/model/load.js';
import type { Field, Model } from '../../src/model/model.js';
import { joinedName, markedLeaves } from '../../src/model/model.js';
import { openStore } from '../../src/store/open-store.js';
import type { OpenStore } from '../../src/store/open-store.js';
import type { EntryChange, FilterInput, Page, PageQuery, StoredEntry, View } from '../../src/store/store.js';
import type { TestDatabase } from '../support/database.js';
import { testDatabase } from '../support/database.js';
import { Naive, statesOf } from './naive.js';
import { RandomBase } from './random-base.js';
import { RandomQuery } from './random-query.js';
import { Random } from './random.js';

const LONG = Boolean(process.env.LONG);
const SEED = LONG ? Date.now() % 100_000 : 7;
const QUERIES = LONG ? 2000 : 300;
const PER_KIND = LONG ? 25 : 12;

const PUBLIC: View = { role: 'READER', preview: false };
const PREVIEW: View = { role: 'EDITOR', preview: true };

describe(`random queries over a random base, seed ${SEED}`, () => {
  let database: TestDatabase;
  let store: OpenStore;
  let model: Model;
  let changes: EntryChange[][];
  const random = new Random(SEED);
  let base: RandomBase;

  beforeAll(async () => {
    database = await testDatabase();
    model = loadModel('schema');
    const derive = (kind: string, slug: string) => (kind === 'CountryProfile' ? { code: slug.toUpperCase() } : {});
    store = await openStore({ uri: database.uri, database: database.name(), model, derive });
    base = new RandomBase(model, random, PER_KIND);
    const batches = base.batches();
    for (const batch of batches) expect(await store.commit(batch)).toMatchObject({ committed: true });
    changes = batches.map(({ entries }) => [...entries]);
  });

  afterAll(async () => {
    await store?.close();
    await database?.close();
  });

  /** The entries that a view lists, their records from the changes and their bookkeeping from the store. */
  async function listed(view: View): Promise<StoredEntry[]> {
    const states = statesOf(changes, view.preview).listed;
    return Promise.all(
      states.map(async ({ kind, slug, record, originalLocale, status }) => {
        const [entry] = await store.bySlug(kind, [slug], null, view);
        expect(entry).toMatchObject({ kind, slug, originalLocale, status, record });
        return { ...entry!, record: kind === 'CountryProfile' ? { ...record, code: slug.toUpperCase() } : record };
      }),
    );
  }

  test.each([
    ['the public', PUBLIC],
    ['a preview', PREVIEW],
  ])(
    'pages, counts and facets are what looking at each entry gives, for %s',
    async (_name, view) => {
      const entries = await listed(view);
      const queries = new RandomQuery(model, random, base);
      for (let round = 0; round < QUERIES / 2; round++) {
        const kind = random.pick(model.kinds);
        const filter = random.chance(0.05) ? null : queries.filter(kind, 3);
        const orderBy = queries.order(kind);
        const locales = queries.locales();
        const naive = new Naive(model, entries, locales);
        const expected = naive.list(kind.name, filter, orderBy).map(({ slug }) => slug);
        const facets = markedLeaves(model, kind, 'facet');
        const query: PageQuery = {
          filter,
          orderBy,
          locales,
          first: 1 + random.below(5),
          after: null,
          last: null,
          before: null,
          want: {
            nodes: true,
            fields: ['title'],
            totalCount: true,
            facets: facets.map(({ path }) => ({ path, first: 50 })),
          },
        };
        const asked = JSON.stringify({ round, kind: kind.name, filter, orderBy, locales, first: query.first });
        const forward = await walk(store, kind.name, query, view);
        const backward = await walk(store, kind.name, { ...query, first: null, last: query.first }, view);
        expect([asked, forward.slugs, forward.page.totalCount]).toEqual([asked, expected, expected.length]);
        expect([asked, backward.slugs]).toEqual([asked, expected]);

        for (const { path, leaf } of facets) {
          const others = filter && withoutField(filter, path);
          const counts = naive.counts(naive.list(kind.name, others, []), path, (value) =>
            isListed(entries, model, leaf, value),
          );
          expect([asked, path, forward.page.facets.get(joinedName(path))]).toEqual([asked, path, counts]);
        }
      }
    },
    LONG ? 600_000 : 60_000,
  );

  test('inverse pages are what looking at each entry gives, one command for all parents', async () => {
    const commands: string[] = [];
    const counting = await openStore({
      uri: database.uri,
      database: database.name(),
      model,
      onCommand: (name) => commands.push(name),
    });
    const queries = new RandomQuery(model, random, base);
    const inverses = model.kinds.flatMap((kind) => kind.inverses.map((inverse) => ({ kind, inverse })));
    for (const view of [PUBLIC, PREVIEW]) {
      const entries = await listed(view);
      for (const { kind, inverse } of inverses) {
        const parents = base.slugs.get(kind.name)!;
        const locales = queries.locales();
        const naive = new Naive(model, entries, locales);
        const orderBy = inverse.mixed ? [] : queries.order(model.kind(inverse.origins[0]!.kind));
        const [first, last] = random.chance(0.5) ? [1 + random.below(4), null] : [null, 1 + random.below(4)];
        const want = { nodes: true, fields: ['title'], totalCount: true, facets: [] };
        const query: PageQuery = { filter: null, orderBy, locales, first, last, after: null, before: null, want };
        commands.length = 0;
        const pages = await counting.inversePages(kind.name, inverse.name, parents, query, view);
        expect([inverse.name, commands]).toEqual([inverse.name, ['aggregate']]);
        for (const slug of parents) {
          const value = inverse.origins[0]!.field.link!.toInterface ? `${kind.folder}/${slug}` : slug;
          const linking = [...new Set(inverse.origins.flatMap((origin) => naive.linking(origin, value)))].sort(
            (a, b) => (inverse.mixed ? compareMixed(naive, a, b) : naive.compare(a, b, orderBy)),
          );
          const page = pages.get(slug)!;
          const shown = first === null ? linking.slice(-last!) : linking.slice(0, first);
          const asked = [kind.name, inverse.name, slug, view.preview, orderBy, locales];
          expect([asked, page.edges.map(({ entry }) => keyOf(entry))]).toEqual([asked, shown.map(keyOf)]);
          expect([asked, page.totalCount]).toEqual([asked, linking.length]);
          const goesOn = linking.length > shown.length;
          expect([page.hasNextPage, page.hasPreviousPage]).toEqual(first === null ? [false, goesOn] : [goesOn, false]);
        }
      }
    }
    await counting.close();
  });
});

async function walk(store: OpenStore, kind: string, query: PageQuery, view: View) {
  const slugs: string[] = [];
  let page: Page = await store.page(kind, query, view);
  const first = page;
  for (;;) {
    const found = page.edges.map(({ entry }) => entry.slug);
    if (slugs.length > 1000) throw new Error(`no end: ${kind} ${JSON.stringify(query)} ${found.join(' ')}`);
    if (query.last === null) slugs.push(...found);
    else slugs.unshift(...found);
    if (!(query.last === null ? page.hasNextPage : page.hasPreviousPage)) return { slugs, page: first };
    const bound = query.last === null ? { after: page.edges.at(-1)!.cursor } : { before: page.edges[0]!.cursor };
    page = await store.page(kind, { ...query, ...bound, want: { ...query.want, totalCount: false, facets: [] } }, view);
  }
}

function isListed(entries: readonly StoredEntry[], model: Model, leaf: Field, value: unknown): boolean {
  if (!leaf.link) return true;
  return entries.some(
    ({ kind, slug }) =>
      value === (leaf.link!.toInterface ? `${model.kind(kind).folder}/${slug}` : slug) &&
      leaf.link!.members.includes(kind),
  );
}

/** A filter without what it says of one field, where all of it must hold together. */
function withoutField(filter: FilterInput, [name, inner]: readonly string[]): FilterInput | null {
  const left = structuredClone(filter) as Record<string, unknown>;
  if (Array.isArray(left.and)) {
    left.and = (left.and as FilterInput[]).flatMap(
      (part) => withoutField(part, [name!, ...(inner ? [inner] : [])]) ?? [],
    );
    if ((left.and as unknown[]).length === 0) delete left.and;
  }
  if (!inner) delete left[name!];
  else if (left[name!]) {
    const quantified = left[name!] as Record<string, FilterInput>;
    for (const quantifier of ['some', 'every', 'none']) {
      if (!quantified[quantifier]) continue;
      const rest = withoutField(quantified[quantifier], [inner]);
      if (rest) quantified[quantifier] = rest;
      else delete quantified[quantifier];
    }
    if (Object.keys(quantified).length === 0) delete left[name!];
  }
  return Object.keys(left).length > 0 ? left : null;
}

function compareMixed(naive: Naive, a: StoredEntry, b: StoredEntry): number {
  const sameSlug = { slug: '' };
  return naive.compare({ ...a, ...sameSlug }, { ...b, ...sameSlug }, []) || (keyOf(a) < keyOf(b) ? -1 : 1);
}

function keyOf({ kind, slug }: StoredEntry): string {
  return `${kind} ${slug}`;
}
