import { AppError } from '../../errors.js';
import { notOurs, readCursor, writeCursor } from '../../model/cursor.js';
import { shortDigest } from '../../model/digest.js';
import { entryKindName } from '../../model/model.js';
import type { Hit } from '../../search/rank.js';
import type { Found, Search } from '../../search/search.js';
import type { FilterInput, StoredEntry } from '../../store/entries.js';
import type { Assembly } from '../assembly.js';
import type { Context } from '../request/context.js';
import type { Reference } from '../../reading/reference.js';
import { Entry } from '../request/entry.js';
import { fetchFound } from './fetch-found.js';
import { WHOLE } from '../selection/entry-selection.js';
import type { SelectionInfo } from '../selection/selected-fields.js';
import { SelectionReader } from '../selection/selected-fields.js';
import { pageSize } from '../selection/page-query.js';
import { referenceTo, requireWords } from './search-index.js';

interface SearchArguments {
  query: string;
  kinds?: readonly string[] | null;
  filter?: FilterInput | null;
  first?: number | null;
  after?: string | null;
}

/** One hit as its edge type is served; its texts are looked through only where that is asked for. */
interface SearchEdge {
  cursor: string;
  node: Entry | Reference;
  score: number;
  explain: () => Promise<ReturnType<Search['explain']>>;
}

/** A page of what was found, as far as its facets go. */
interface Countable {
  search: Search;
  counted: () => Found;
}

/** How many of the entries that were found have a value. */
interface Count {
  value: string;
  count: number;
}

/** The facets of a search; entries by their keys. */
interface Facets {
  kinds: readonly Count[];
  topics: readonly Count[];
  countries: readonly Count[];
  years: readonly { value: number; count: number }[];
}

const LONGEST_QUERY = 200;
const PAGE_USUAL = 20;
/** Where the entries are, below a search and below what is counted of it. */
const NODES = [['nodes'], ['edges', 'node']];
const COUNTED = [['value']];
const NOTHING = { highlights: [], matches: [] };

/** Gives searching by words its resolvers. */
export function attachSearch(assembly: Assembly): void {
  if (!assembly.has('Query', 'search')) return;
  const { model } = assembly;
  const byName = new Map(model.kinds.map((kind) => [entryKindName(kind), kind.name]));
  assembly.resolve<unknown, SearchArguments>('Query', 'search', async (_root, args, context, info) => {
    if (args.query.length > LONGEST_QUERY) {
      const message = `"query" has ${args.query.length} characters; give at most ${LONGEST_QUERY}.`;
      throw new AppError('BAD_USER_INPUT', message);
    }
    // What is only counted takes no entries, and so would not show that the database is away.
    await context.deadline.within(context.store.log.heard());
    const search = await requireWords(context);
    const kinds = args.kinds?.map((name) => byName.get(name)!) ?? model.kinds.map(({ name }) => name);
    const digest = shortDigest(['search', args.query, kinds, args.filter ?? null]);
    const after = args.after == null ? null : hitAt(args.after, digest);
    const first = pageSize('first', args.first ?? PAGE_USUAL);
    const keys = args.filter
      ? await context.loaders.ask(() =>
          context.store.entries.matching(kinds, args.filter!, context.viewer.locales, context.view),
        )
      : null;
    const accepts = ({ key, kind }: { key: string; kind: string }) => kinds.includes(kind) && (keys?.has(key) ?? true);
    const found = search.find({ query: args.query, accepts, first, after, withFacets: false });
    const counted = () => search.find({ query: args.query, accepts, first: 0, after: null, withFacets: true });
    const toEntry = ({ key }: Hit) => referenceTo(assembly.model, key);
    const shown = await fetchFound(found.hits, toEntry, {
      assembly,
      context,
      info,
      paths: NODES,
      isWhole: isExplained(info),
    });
    const edges = shown.map(({ result, entry }): SearchEdge => ({
      cursor: makeCursor(result, digest),
      node: entry,
      score: result.score,
      explain: once(async () => {
        const stored = await readStored(entry, context);
        return stored ? search.explain(stored, found.words, context.viewer.locales) : NOTHING;
      }),
    }));
    // Paging goes on behind what was found, whether it is shown or not.
    const cursors = found.hits.map((hit) => makeCursor(hit, digest));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: found.hasMore,
        hasPreviousPage: after !== null,
        startCursor: cursors[0] ?? null,
        endCursor: cursors.at(-1) ?? null,
      },
      totalCount: found.total,
      didYouMean: found.didYouMean,
      search,
      counted,
    };
  });
  assembly.resolve<SearchEdge, object>('SearchEdge', 'highlights', async ({ explain }) => (await explain()).highlights);
  assembly.resolve<SearchEdge, object>('SearchEdge', 'why', async ({ explain }) => (await explain()).matches);
  // Counting looks at all that was found, and is done only for those who ask.
  assembly.resolve<Countable, object>('SearchConnection', 'facets', ({ search, counted }): Facets => {
    const { kinds, links, years } = counted();
    // An entry can link to what was withdrawn a moment ago.
    const linked = byFrequency(links).filter(({ value }) => search.index.held(value) !== null);
    return {
      kinds: byFrequency(kinds).map(({ value, count }) => ({ value: entryKindName(model.kind(value)), count })),
      topics: linked.filter(({ value }) => search.lexicon.has(value)),
      countries: linked.filter(({ value }) => search.isCountry(value)),
      years: [...years].map(([value, count]) => ({ value, count })).sort((a, b) => b.value - a.value),
    };
  });
  for (const facet of ['topics', 'countries'] as const) {
    assembly.resolve<Facets, { first: number }>('SearchFacets', facet, async (facets, { first }, context, info) => {
      const most = facets[facet].slice(0, pageSize('first', first));
      const toEntry = ({ value }: Count) => referenceTo(model, value);
      const shown = await fetchFound(most, toEntry, { assembly, context, info, paths: COUNTED });
      return shown.map(({ result: { count }, entry }) => ({ value: entry, count }));
    });
  }
  assembly.resolve<Facets, { first: number }>('SearchFacets', 'years', ({ years }, { first }) =>
    years.slice(0, pageSize('first', first)),
  );
}

/** Whether a search selects why its hits were found, or where. */
function isExplained(info: SelectionInfo): boolean {
  const reader = new SelectionReader(info);
  const edges = reader.below(info.fieldNodes, () => true).filter(({ name }) => name.value === 'edges');
  return reader.below(edges, () => true).some(({ name }) => name.value === 'highlights' || name.value === 'why');
}

function readStored(node: SearchEdge['node'], { loaders }: Context): Promise<StoredEntry | null> {
  const kind = node instanceof Entry ? node.kind.name : node.kind;
  return loaders.entry(kind, node.slug, WHOLE);
}

/** Does something when it is first asked for, and not again. */
function once<T>(work: () => T): () => T {
  let done: { result: T } | null = null;
  return () => (done ??= { result: work() }).result;
}

function byFrequency(counts: ReadonlyMap<string, number>): Count[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function makeCursor({ score, key }: Hit, digest: string): string {
  return writeCursor(digest, [score, key]);
}

/** @throws AppError BAD_CURSOR */
function hitAt(cursor: string, digest: string): Hit {
  const [score, key] = readCursor(cursor, digest, 2);
  if (typeof score !== 'number' || typeof key !== 'string') throw notOurs(cursor);
  return { score, key };
}
