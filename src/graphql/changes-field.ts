import { AppError } from '../errors.js';
import { screamingName } from '../model/model.js';
import type { LoggedChange } from '../store/store.js';
import type { Assembly } from './assembly.js';
import type { Context } from './context.js';
import { Reference } from './entry.js';
import { PAGE, pageSize } from './page-query.js';
import { mayDo } from '../model/roles.js';

type ChangedEntry = LoggedChange['entries'][number];
/** A change with those of its entries that the viewer may know of. */
type KnownChange = Pick<LoggedChange, 'sequence' | 'at' | 'author' | 'message'> & { entries: readonly ChangedEntry[] };

/** Changes read at once, and how often, for one page: drafts of editors can fill many places of the log. */
const AT_ONCE = 100;
const MOST_READINGS = 20;

/** Gives the changes of the whole knowledge base their resolvers. */
export function attachChanges(assembly: Assembly): void {
  const { model } = assembly;
  assembly.resolve<unknown, { first?: number | null; after?: string | null }>(
    'Query',
    'changes',
    async (_root, args, context) => {
      const first = pageSize('first', args.first ?? PAGE.usual);
      const after = args.after == null ? null : readCursor(args.after);
      const { changes, last, hasMore } = await knownChanges(context, after, first);
      const edges = changes.map((change) => ({ cursor: writeCursor(change.sequence), node: served(change) }));
      return {
        edges,
        nodes: edges.map(({ node }) => node),
        pageInfo: {
          hasNextPage: hasMore,
          hasPreviousPage: after !== null,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: last === null ? null : writeCursor(last),
        },
      };
    },
  );
  assembly.resolve<KnownChange, { first?: number | null }>('Change', 'entries', ({ entries }, args, { viewer }) =>
    entries.slice(0, pageSize('first', args.first ?? PAGE.usual)).map(({ kind, slug, revision, action }) => ({
      slug,
      kind: screamingName(model.kind(kind).singular),
      revision,
      action,
      entry: new Reference(kind, slug, viewer.locales),
    })),
  );
}

function served(change: KnownChange): object {
  return { ...change, count: change.entries.length };
}

/** The changes before a place that the viewer may know of, and the place up to which was read. */
async function knownChanges(
  context: Context,
  before: number | null,
  first: number,
): Promise<{ changes: KnownChange[]; last: number | null; hasMore: boolean }> {
  const { store, loaders } = context;
  const changes: KnownChange[] = [];
  let last = before;
  for (let readings = 0; readings < MOST_READINGS; readings += 1) {
    const from = last;
    const read = await loaders.ask(() => store.changesBefore(from, AT_ONCE));
    for (const [at, change] of (await withKnownEntries(context, read)).entries()) {
      last = change.sequence;
      if (change.entries.length > 0) changes.push(change);
      if (changes.length < first) continue;
      const hasMore = at < read.length - 1 || read.length === AT_ONCE;
      return { changes, last, hasMore: hasMore && last > 1 };
    }
    if (read.length < AT_ONCE) return { changes, last, hasMore: false };
  }
  return { changes, last, hasMore: true };
}

/** Readers are told of what is shown to the public now, and only of those of its states that were shown. */
async function withKnownEntries(context: Context, changes: readonly LoggedChange[]): Promise<KnownChange[]> {
  const { model, store, loaders, view, viewer } = context;
  const allowed = ({ kind }: ChangedEntry) =>
    model.kinds.some((each) => each.name === kind && mayDo(viewer.role, each.audience));
  const of = (change: LoggedChange, entries: readonly ChangedEntry[]): KnownChange => ({ ...change, entries });
  if (view.preview) return changes.map((change) => of(change, change.entries.filter(allowed)));

  const slugs = new Map<string, Set<string>>();
  for (const { kind, slug } of changes.flatMap(({ entries }) => entries)) {
    slugs.set(kind, (slugs.get(kind) ?? new Set()).add(slug));
  }
  const shown = new Map<string, string>();
  await Promise.all(
    [...slugs].map(async ([kind, wanted]) => {
      if (!model.kinds.some(({ name }) => name === kind)) return;
      for (const entry of await loaders.ask(() => store.bySlug(kind, [...wanted], [], view))) {
        if (entry) shown.set(`${kind}/${entry.slug}`, entry.status);
      }
    }),
  );
  const isKnown = (entry: ChangedEntry) => allowed(entry) && shown.get(`${entry.kind}/${entry.slug}`) === entry.status;
  return changes.map((change) => of(change, change.entries.filter(isKnown)));
}

function writeCursor(sequence: number): string {
  return Buffer.from(`change ${sequence}`).toString('base64url');
}

/** @throws AppError BAD_CURSOR */
function readCursor(cursor: string): number {
  const sequence = Number(/^change (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]);
  if (sequence > 0 && writeCursor(sequence) === cursor) return sequence;
  throw new AppError('BAD_CURSOR', 'The cursor does not belong to this list; give one that "changes" has returned.');
}
