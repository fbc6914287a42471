import type { FieldNode } from 'graphql';
import { AppError } from '../../errors.js';
import { invalidCursorError, decodeCursor, encodeCursor } from '../../model/cursor.js';
import { shortDigest } from '../../model/digest.js';
import { folderKey } from '../../model/entry-key.js';
import { entryKindName } from '../../model/model.js';
import { suggestionTip } from '../../model/closest-match.js';
import type { SearchHit, SelectedFacets } from '../../search/rank.js';
import type { Search } from '../../search/search.js';
import type { FilterInput, StoredEntry } from '../../store/entries.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import type { Context } from '../request/context.js';
import type { EntryReference } from '../../reading/entry-reference.js';
import { Entry } from '../request/entry.js';
import { resolveAreaArguments } from './area-arguments.js';
import { loadSearchHits } from './load-search-hits.js';
import { registerSearchFacets } from './search-facets.js';
import { ALL_FIELDS } from '../selection/entry-selection.js';
import { type SelectionInfo, SelectionReader } from '../selection/selection-reader.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import { checkPageSize } from '../selection/page-query.js';
import { referenceTo, requireWordIndex } from './require-search-index.js';

interface SearchArguments {
  query: string;
  kinds?: readonly string[] | null;
  topics?: readonly string[] | null;
  countries?: readonly string[] | null;
  years?: readonly number[] | null;
  filter?: FilterInput | null;
  first?: number | null;
  after?: string | null;
}

interface SearchEdge {
  cursor: string;
  node: Entry | EntryReference;
  score: number;
  explain: () => Promise<ReturnType<Search['explain']>>;
}

const MAX_QUERY_LENGTH = 200;
/** Selection paths from a search connection to its entries. */
const NODE_PATHS = [['nodes'], ['edges', 'node']];
const NO_EXPLANATION = { highlights: [], matches: [] };

/** Registers the resolvers of the query `search`, a full-text search. */
export function registerSearchField(registry: ResolverRegistry): void {
  if (!registry.hasField('Query', 'search')) return;
  const { model } = registry;
  const kindByTypeName = new Map(model.kinds.map((kind) => [entryKindName(kind), kind.name]));
  const definitions = registry.field('Query', 'search').args;
  registry.addResolver<unknown, SearchArguments>('Query', 'search', async (_root, rawArguments, context, info) => {
    const args = resolveAreaArguments(rawArguments, definitions, context.areas);
    // Country codes are resolved before the first await, since an area can be withdrawn during the request.
    const countryKeys = args.countries?.map((code) => findAreaKey(registry, context, code));
    if (args.query.length > MAX_QUERY_LENGTH) {
      const message = `"query" has ${args.query.length} characters; use at most ${MAX_QUERY_LENGTH}.`;
      throw new AppError('BAD_USER_INPUT', message);
    }
    const search = await requireWordIndex(context);
    // Syncs with the change log even if only counts are selected, so that a database outage is reported.
    await context.deadline.within(context.store.log.catchUp());
    const { filter = null, kinds, topics, countries, years } = args;
    for (const slug of topics ?? []) if (!search.hasTopic(slug)) throw unknownTopic(slug, search);
    const kindNames = kinds?.map((name) => kindByTypeName.get(name)!);
    const selected: SelectedFacets = {
      ...(kindNames && { kinds: new Set(kindNames) }),
      ...(topics && { topics: new Set(search.kinds.topicKeys(topics)) }),
      ...(countryKeys && { countries: new Set(countryKeys) }),
      ...(years && { years: new Set(years) }),
    };
    const digest = shortDigest(['search', args.query, filter, kinds, topics, countries, years]);
    const after = args.after == null ? null : parseHitCursor(args.after, digest);
    const first = checkPageSize('first', args.first ?? PAGE_LIMITS.defaultSize);
    // Counting visits all hits, so it runs only if facets are selected.
    const withFacets = selects(info, 'facets');
    const searchedKinds = (!withFacets && kindNames) || model.kinds.map(({ name }) => name);
    const matchingKeys = filter
      ? await context.loaders.execute(() =>
          context.store.entries.matchingKeys(searchedKinds, filter, context.viewer.locales, context.view),
        )
      : null;
    const acceptsOption = matchingKeys && { accepts: ({ key }: { key: string }) => matchingKeys.has(key) };
    const found = search.find({
      query: args.query,
      ...acceptsOption,
      selectedFacets: selected,
      first,
      after,
      withFacets,
    });
    const toReference = ({ key }: SearchHit) => referenceTo(registry.model, key);
    const shownHits = await loadSearchHits(found.hits, toReference, {
      registry,
      context,
      info,
      paths: NODE_PATHS,
      isComplete: selects(info, 'edges', 'highlights') || selects(info, 'edges', 'why'),
    });
    const edges = shownHits.map(({ result, entry }): SearchEdge => ({
      cursor: makeHitCursor(result, digest),
      node: entry,
      score: result.score,
      explain: memoiseOnce(async () => {
        const stored = await loadStoredEntry(entry, context);
        return stored ? search.explain(stored, found.words, context.viewer.locales) : NO_EXPLANATION;
      }),
    }));
    // `pageInfo` has the cursors of all hits, including those whose entry has been withdrawn.
    const cursors = found.hits.map((hit) => makeHitCursor(hit, digest));
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
      scope: found.scope && { ...found.scope, kind: found.scope.kind && entryKindName(model.kind(found.scope.kind)) },
      didYouMean: found.didYouMean,
      search,
      found,
      selected,
    };
  });
  registry.addResolver<SearchEdge, object>(
    'SearchEdge',
    'highlights',
    async ({ explain }) => (await explain()).highlights,
  );
  registry.addResolver<SearchEdge, object>('SearchEdge', 'why', async ({ explain }) => (await explain()).matches);
  registerSearchFacets(registry);
}

function selects(info: SelectionInfo, ...path: readonly string[]): boolean {
  const reader = new SelectionReader(info);
  const subfieldsNamed = (nodes: readonly FieldNode[], field: string) =>
    reader.subfields(nodes, () => true).filter(({ name }) => name.value === field);
  return path.reduce(subfieldsNamed, info.fieldNodes).length > 0;
}

/** Returns the entry key of the area with an exact code. */
function findAreaKey({ model }: ResolverRegistry, { areas }: Context, code: string): string {
  const { kind, slug } = areas.current.byCode(code)!;
  return folderKey(model.kind(kind), slug);
}

function unknownTopic(slug: string, search: Search): AppError {
  const tip = suggestionTip(slug, search.topicSlugs(), 'use the slug of a topic.');
  return new AppError('BAD_USER_INPUT', `There is no topic "${slug}"; ${tip}`);
}

function loadStoredEntry(node: SearchEdge['node'], { loaders }: Context): Promise<StoredEntry | null> {
  const kind = node instanceof Entry ? node.kind.name : node.kind;
  return loaders.entry(kind, node.slug, ALL_FIELDS);
}

function memoiseOnce<T>(work: () => T): () => T {
  let cached: { result: T } | null = null;
  return () => (cached ??= { result: work() }).result;
}

function makeHitCursor({ score, key }: SearchHit, digest: string): string {
  return encodeCursor(digest, [score, key]);
}

/** Parses a search cursor. @throws AppError BAD_CURSOR */
function parseHitCursor(cursor: string, digest: string): SearchHit {
  const [score, key] = decodeCursor(cursor, digest, 2);
  if (typeof score !== 'number' || typeof key !== 'string') throw invalidCursorError(cursor);
  return { score, key };
}
