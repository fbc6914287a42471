import { AppError } from '../../errors.js';
import { notOurs, readCursor, writeCursor } from '../../model/cursor.js';
import { shortDigest } from '../../model/digest.js';
import { folderKey, readKey } from '../../model/entry-key.js';
import { screamingName } from '../../model/model.js';
import type { Hit } from '../../search/rank.js';
import type { Edge } from '../../search/link-graph.js';
import type { Found, Search } from '../../search/search.js';
import type { EntryRecord, FilterInput, StoredEntry } from '../../store/entries.js';
import type { Assembly } from '../assembly.js';
import type { Context } from '../request/context.js';
import { Reference } from '../../reading/reference.js';
import { Entry, Part } from '../request/entry.js';
import { fetchFound } from './fetch-found.js';
import { readGlobalId } from '../request/global-id.js';
import { withLocale } from '../../reading/locales.js';
import { pageSize } from '../selection/page-query.js';

interface SearchArguments {
  query: string;
  kinds?: readonly string[] | null;
  filter?: FilterInput | null;
  locale?: string | null;
  first?: number | null;
  after?: string | null;
}

/** One hit as its edge type is served; its texts are looked through only where that is asked for. */
interface SearchEdge {
  cursor: string;
  node: Entry | Reference;
  score: number;
  found: Found;
}

/** A page of what was found, as far as its facets go. */
interface Countable {
  counted: () => Found;
  locales: readonly string[];
}

/** How many of the entries that were found have a value. */
interface Count {
  value: string;
  count: number;
}

/** The facets of a search, as far as its concepts go. */
interface CountedConcepts {
  concepts: readonly Count[];
  locales: readonly string[];
}

/** One link as its type is served. */
interface LinkStatement {
  from: Reference;
  to: Reference;
  field: string;
}

const LONGEST_QUERY = 200;
const PAGE_USUAL = 20;
const RELATED_USUAL = 10;
const MOST_REASONS = 20;
const HOPS = { most: 6, usual: 4 };
/** Where the entries are, below a search, a list of topics that were found, and a list of related entries. */
const NODES = [['nodes'], ['edges', 'node']];
const TOPICS = [['value']];
const RELATED = [['entry']];
const ALL_FIELDS = { fields: null, digest: '*' };
const CITATIONS = { fields: ['citations'], digest: 'citations' };

/** Gives searching by words, paths and related entries their resolvers. */
export function attachSearch(assembly: Assembly): void {
  if (!assembly.has('Query', 'search')) return;
  attachFinding(assembly);
  attachLinks(assembly);
}

function attachFinding(assembly: Assembly): void {
  const { model } = assembly;
  const byName = new Map(model.kinds.map((kind) => [screamingName(kind.singular), kind.name]));
  assembly.resolve<unknown, SearchArguments>('Query', 'search', async (_root, args, context, info) => {
    if (args.query.length > LONGEST_QUERY) {
      const message = `"query" has ${args.query.length} characters; give at most ${LONGEST_QUERY}.`;
      throw new AppError('BAD_USER_INPUT', message);
    }
    const search = searchOf(context);
    const locales = withLocale(args.locale, context.viewer.locales);
    const kinds = args.kinds?.map((name) => byName.get(name)!) ?? model.kinds.map(({ name }) => name);
    const digest = shortDigest(['search', args.query, kinds, args.filter ?? null]);
    const after = args.after == null ? null : hitAt(args.after, digest);
    const first = pageSize('first', args.first ?? PAGE_USUAL);
    const keys = args.filter
      ? await context.loaders.ask(() => context.store.entries.matching(kinds, args.filter!, locales, context.view))
      : null;
    const accepts = ({ key, kind }: { key: string; kind: string }) => kinds.includes(kind) && (keys?.has(key) ?? true);
    const found = search.find({ query: args.query, accepts, first, after, withFacets: false });
    const counted = () => search.find({ query: args.query, accepts, first: 0, after: null, withFacets: true });
    const toEntry = ({ key }: Hit) => reference(assembly, key, locales);
    const shown = await fetchFound(found.hits, toEntry, { assembly, context, info, paths: NODES });
    const edges = shown.map(({ result, entry }): SearchEdge => ({
      cursor: cursorOf(result, digest),
      node: entry,
      score: result.score,
      found,
    }));
    // Paging goes on behind what was found, whether it is shown or not.
    const cursors = found.hits.map((hit) => cursorOf(hit, digest));
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
      counted,
      locales,
    };
  });
  assembly.resolve<SearchEdge, object>('SearchEdge', 'highlights', async (edge, _args, context) => {
    const entry = await storedOf(edge, context);
    return entry ? searchOf(context).explain(entry, edge.found.words).highlights : [];
  });
  assembly.resolve<SearchEdge, object>('SearchEdge', 'why', async (edge, _args, context) => {
    const entry = await storedOf(edge, context);
    return entry ? searchOf(context).explain(entry, edge.found.words).matches : [];
  });
  // Counting looks at all that was found, and is done only for those who ask.
  assembly.resolve<Countable, object>('SearchConnection', 'facets', ({ counted, locales }, _args, context) => {
    const { kinds, concepts } = counted();
    const { index } = searchOf(context);
    return {
      kinds: byFrequency(kinds).map(({ value, count }) => ({
        value: screamingName(model.kind(value).singular),
        count,
      })),
      // An entry can link to what was withdrawn a moment ago.
      concepts: byFrequency(concepts).filter(({ value }) => index.held(value) !== null),
      locales,
    };
  });
  assembly.resolve<CountedConcepts, { first: number }>(
    'SearchFacets',
    'topics',
    async ({ concepts, locales }, { first }, context, info) => {
      const most = concepts.slice(0, pageSize('first', first));
      const toEntry = ({ value }: Count) => reference(assembly, value, locales);
      const shown = await fetchFound(most, toEntry, { assembly, context, info, paths: TOPICS });
      return shown.map(({ result: { count }, entry }) => ({ value: entry, count }));
    },
  );
}

function attachLinks(assembly: Assembly): void {
  const { model } = assembly;
  for (const kind of model.kinds) {
    assembly.resolve<Entry, { first?: number | null }>(kind.name, 'related', async (source, args, context, info) => {
      const first = pageSize('first', args.first ?? RELATED_USUAL);
      const { locales, slug } = source.entry;
      const related = searchOf(context).graph.related(folderKey(kind, slug), first);
      const toEntry = ({ key }: { key: string }) => reference(assembly, key, locales);
      const shown = await fetchFound(related, toEntry, { assembly, context, info, paths: RELATED });
      return shown.map(({ result: { score, reasons }, entry }) => ({
        entry,
        score,
        reasons: reasons.slice(0, MOST_REASONS).map(({ shared, link, otherLink }) => ({
          shared: shared === null ? null : reference(assembly, shared, locales),
          link: statement(assembly, link, locales),
          otherLink: statement(assembly, otherLink, locales),
        })),
      }));
    });
  }
  assembly.resolve<unknown, { from: string; to: string; maxHops?: number | null }>(
    'Query',
    'path',
    (_root, args, context) => {
      const hops = args.maxHops ?? HOPS.usual;
      if (hops < 1 || hops > HOPS.most) {
        throw new AppError('BAD_USER_INPUT', `"maxHops" is ${hops}; give a number from 1 to ${HOPS.most}.`);
      }
      const [from, to] = [args.from, args.to].map((id) => {
        const { kind, slug } = readGlobalId(model, id);
        return folderKey(kind, slug);
      });
      const steps = searchOf(context).graph.path(from!, to!, hops);
      const { locales } = context.viewer;
      return (
        steps && {
          length: steps.length,
          steps: steps.map((step) => ({
            from: reference(assembly, step.from, locales),
            to: reference(assembly, step.to, locales),
            links: step.links.map((link) => statement(assembly, link, locales)),
          })),
        }
      );
    },
  );
  assembly.resolve<LinkStatement, object>('LinkStatement', 'citations', async ({ from }, _args, context) => {
    const stored = await context.loaders.entry(from.kind, from.slug, CITATIONS);
    if (!stored) return [];
    const entry = new Entry(model.kind(from.kind), stored, from.locales);
    return ((stored.record['citations'] ?? []) as EntryRecord[]).map((citation) => new Part(citation, entry));
  });
}

/** The index. @throws BUSY while it is being filled */
function searchOf({ search }: Context): Search {
  const state = search?.filled ?? { state: 'FILLING', done: 0, of: 0 };
  if (search && state.state === 'READY') return search;
  throw new AppError('BUSY', 'The index for searching is being filled; ask again in a moment.', { ...state });
}

function storedOf({ node }: SearchEdge, { loaders }: Context): Promise<StoredEntry | null> {
  const kind = node instanceof Entry ? node.kind.name : node.kind;
  return loaders.entry(kind, node.slug, ALL_FIELDS);
}

function reference({ model }: Assembly, key: string, locales: readonly string[]): Reference {
  const { kind, slug } = readKey(model, key)!;
  return new Reference(kind.name, slug, locales);
}

function statement(assembly: Assembly, { from, to, field }: Edge, locales: readonly string[]): LinkStatement {
  return { from: reference(assembly, from, locales), to: reference(assembly, to, locales), field };
}

function byFrequency(counts: ReadonlyMap<string, number>): Count[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function cursorOf({ score, key }: Hit, digest: string): string {
  return writeCursor(digest, [score, key]);
}

/** @throws AppError BAD_CURSOR */
function hitAt(cursor: string, digest: string): Hit {
  const [score, key] = readCursor(cursor, digest, 2);
  if (typeof score !== 'number' || typeof key !== 'string') throw notOurs(cursor);
  return { score, key };
}
