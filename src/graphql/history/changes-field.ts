import { group, max } from 'd3-array';
import { AppError } from '../../errors.js';
import { invalidCursorError, decodeCursor, encodeCursor } from '../../model/cursor.js';
import { shortDigest } from '../../model/digest.js';
import { entryKindName, type Kind } from '../../model/model.js';
import { findFigureKinds } from '../../records/kind-module.js';
import type { Action, LoggedChange } from '../../store/change-log.js';
import type { Status } from '../../store/entries.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import type { Context } from '../request/context.js';
import { EntryReference } from '../../reading/entry-reference.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import { checkPageSize } from '../selection/page-query.js';
import { hasRole } from '../../model/roles.js';

type ChangedEntry = Pick<LoggedChange['entries'][number], 'kind' | 'slug' | 'revision'> & {
  action: Action | 'IMPORT';
};
/** A change with only its visible entries. */
type VisibleChange = Pick<LoggedChange, 'sequence' | 'at' | 'author' | 'message'> & {
  entries: readonly ChangedEntry[];
  /** Number of visible entries. */
  count: number;
};

/** The visible entries of a change with the same kind and action. */
interface ChangedKind extends Pick<ChangedEntry, 'kind' | 'action'> {
  count: number;
  entries: readonly ChangedEntry[];
}

/** Maximum number of changes to scan for one page. Most changes in a range can be invisible drafts. */
const MAX_CHANGES_READ = 2000;
const MAX_ENTRIES_READ = 20_000;
const CHANGES_PER_READ = 100;
const ENTRIES_PER_READ = 1000;
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

interface ChangesArguments {
  since?: Date | null;
  until?: Date | null;
  lastDays?: number | null;
  kinds?: readonly string[] | null;
  first?: number | null;
  after?: string | null;
}

interface ChangesQuery {
  /** Upper bound (exclusive) of the sequence numbers; null to start at the end of the log. */
  before: number | null;
  since: Date | null;
  until: Date | null;
  kinds: ReadonlySet<string>;
  /** Kind of the entries with figures. */
  figuresKind: string | undefined;
  first: number;
}

/** Registers the resolvers of the query `changes`, the change history of all entries. */
export function registerChangesField(registry: ResolverRegistry): void {
  const { model } = registry;
  registry.addResolver<unknown, ChangesArguments>('Query', 'changes', async (_root, args, context) => {
    const { kinds = null, lastDays = null, until = null } = args;
    const since = max([args.since, lastDays === null ? null : daysAgo(lastDays)], (date) => date) ?? null;
    // The result depends on the current time, so it must not be cached.
    if (lastDays !== null) context.dependencies?.markUncacheable();
    const first = checkPageSize('first', args.first ?? PAGE_LIMITS.defaultSize);
    const digestBounds = [lastDays, until].filter((bound) => bound !== null);
    const digest = shortDigest(['changes', args.since ?? null, kinds, ...digestBounds]);
    const before = args.after == null ? null : parseSequenceCursor(args.after, digest);
    const isRequested = (kind: Kind) => kinds?.includes(entryKindName(kind)) ?? true;
    const visibleKinds = model.kinds.filter((kind) => isRequested(kind) && hasRole(context.viewer.role, kind.audience));
    const changesRequest = { before, since, until, kinds: new Set(visibleKinds.map(({ name }) => name)), first };
    const figuresKind = findFigureKinds(registry.modules)?.kind;
    const { changes, last, hasMore } = await readVisibleChanges(context, { ...changesRequest, figuresKind });
    const edges = changes.map((change) => ({ cursor: encodeCursor(digest, [change.sequence]), node: change }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: hasMore,
        hasPreviousPage: before !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: last === null ? null : encodeCursor(digest, [last]),
      },
    };
  });
  const takeFirst = <T>(items: readonly T[], args: { first?: number | null }) =>
    items.slice(0, checkPageSize('first', args.first ?? PAGE_LIMITS.defaultSize));
  for (const type of ['Change', 'ChangedKind']) {
    registry.addResolver<Pick<VisibleChange, 'entries'>, { first?: number | null }>(
      type,
      'entries',
      ({ entries }, args) =>
        takeFirst(entries, args).map(({ kind, slug, revision, action }) => ({
          slug,
          entryKind: entryKindName(model.kind(kind)),
          revision,
          action,
          entry: new EntryReference(kind, slug),
        })),
    );
  }
  registry.addResolver<VisibleChange, { first?: number | null }>('Change', 'kinds', ({ entries }, args) =>
    takeFirst(groupByKind(entries), args).map((changedKind) => ({
      ...changedKind,
      entryKind: entryKindName(model.kind(changedKind.kind)),
    })),
  );
}

/** Groups the entries of a change by kind and action, the largest group first. */
function groupByKind(entries: readonly ChangedEntry[]): ChangedKind[] {
  const groups = group(entries, ({ kind, action }) => `${kind} ${action}`).values();
  const changedKinds = Array.from(groups, (groupEntries) => ({
    kind: groupEntries[0]!.kind,
    action: groupEntries[0]!.action,
    count: groupEntries.length,
    entries: groupEntries,
  }));
  return changedKinds.sort((a, b) => b.count - a.count);
}

/** Returns the time `days` days ago. @throws AppError BAD_USER_INPUT if the number of days is out of range */
function daysAgo(days: number): Date {
  if (days >= 1 && days <= MAX_DAYS) return new Date(Date.now() - days * DAY_MS);
  throw new AppError('BAD_USER_INPUT', `"lastDays" is ${days}; use a number from 1 to ${MAX_DAYS}.`);
}

/** Returns the visible changes, newest first, and the sequence number of the last change that was read. */
async function readVisibleChanges(
  context: Context,
  { before, since, until, kinds, figuresKind, first }: ChangesQuery,
): Promise<{ changes: VisibleChange[]; last: number | null; hasMore: boolean }> {
  const { store, loaders } = context;
  const changes: VisibleChange[] = [];
  let lastSequence = before;
  let [changesRead, entriesRead] = [0, 0];
  while (changes.length < first && changesRead < MAX_CHANGES_READ && entriesRead < MAX_ENTRIES_READ) {
    const start = lastSequence;
    const changeBatch = await loaders.execute(() => store.log.changesBefore(start, CHANGES_PER_READ, until));
    if (changeBatch.length === 0) return { changes, last: lastSequence, hasMore: false };
    const isShown = await makeVisibilityTest(context, changeBatch, kinds);
    const imported =
      figuresKind !== undefined && kinds.has(figuresKind)
        ? await readImportedEntries(context, changeBatch, figuresKind)
        : [];
    for (const { sequence, at, author, message, entries, changedIndicators = [] } of changeBatch) {
      if (since && at < since) return { changes, last: lastSequence, hasMore: false };
      const visibleEntries: ChangedEntry[] =
        entries.length > 0 ? entries.filter(isShown) : imported.filter(({ slug }) => changedIndicators.includes(slug));
      lastSequence = sequence;
      changesRead += 1;
      entriesRead += entries.length;
      if (visibleEntries.length === 0) continue;
      changes.push({
        sequence,
        at,
        author,
        message,
        entries: visibleEntries,
        count: visibleEntries.length,
      });
      if (changes.length === first) break;
    }
  }
  return { changes, last: lastSequence, hasMore: lastSequence === null || lastSequence > 1 };
}

/** Returns the visible indicators whose figures were imported by changes that changed no entry. */
async function readImportedEntries(
  { store, loaders, view }: Context,
  changes: readonly LoggedChange[],
  kind: string,
): Promise<ChangedEntry[]> {
  const slugs = new Set(
    changes.flatMap(({ entries, changedIndicators = [] }) => (entries.length > 0 ? [] : changedIndicators)),
  );
  if (slugs.size === 0) return [];
  const indicators = await loaders.execute(() => store.entries.bySlug(kind, [...slugs], [], view));
  return indicators.flatMap((entry) =>
    entry?.status === 'PUBLISHED' || (entry && view.preview)
      ? [{ kind, slug: entry.slug, revision: entry.revision, action: 'IMPORT' as const }]
      : [],
  );
}

/**
 * Returns a predicate for visible entries of changes. Readers see only changes of the public state, and only of entries
 * that are published now. A redirect of an entry that was never public is invisible.
 */
async function makeVisibilityTest(
  context: Context,
  changes: readonly LoggedChange[],
  kinds: ReadonlySet<string>,
): Promise<(entry: LoggedChange['entries'][number]) => boolean> {
  if (context.view.preview) return ({ kind }) => kinds.has(kind);

  const slugsByKind = new Map<string, Set<string>>();
  for (const { kind, slug } of changes.flatMap(({ entries }) => entries)) {
    if (kinds.has(kind)) slugsByKind.set(kind, (slugsByKind.get(kind) ?? new Set()).add(slug));
  }
  const statusesByKind = new Map(
    await Promise.all(
      [...slugsByKind].map(
        async ([kind, slugsOfKind]) => [kind, await readStatuses(context, kind, [...slugsOfKind])] as const,
      ),
    ),
  );
  return ({ kind, slug, status, isPublic }) => isPublic && statusesByKind.get(kind)?.get(slug) === status;
}

/** Returns the public status of entries by slug. Entries that were never published are absent. */
async function readStatuses(
  { store, loaders, view }: Context,
  kind: string,
  slugs: readonly string[],
): Promise<Map<string, Status>> {
  const statuses = new Map<string, Status>();
  const slugsToRead: string[] = [];
  for (const slug of slugs) {
    // The cache contains the keys of published entries. Only other entries need a read.
    const isShown = store.entries.isVisible({ kind, slug }, view);
    if (isShown) statuses.set(slug, 'PUBLISHED');
    else if (isShown === undefined) slugsToRead.push(slug);
  }
  for (let index = 0; index < slugsToRead.length; index += ENTRIES_PER_READ) {
    const batch = slugsToRead.slice(index, index + ENTRIES_PER_READ);
    for (const entry of await loaders.execute(() => store.entries.bySlug(kind, batch, [], view))) {
      if (entry) statuses.set(entry.slug, entry.status);
    }
  }
  return statuses;
}

/** Parses a cursor of the change history. @throws AppError BAD_CURSOR */
function parseSequenceCursor(cursor: string, digest: string): number {
  const [sequence] = decodeCursor(cursor, digest, 1);
  if (typeof sequence !== 'number' || !(sequence > 0)) throw invalidCursorError(cursor);
  return sequence;
}
