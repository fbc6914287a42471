import type { Kind } from '../../model/model.js';
import { hasRole } from '../../model/roles.js';
import type { RevisionSummary } from '../../store/change-log.js';
import type { StoredEntry } from '../../store/entries.js';
import type { Context } from '../request/context.js';
import { selectFields } from '../selection/entry-selection.js';

const SLUGS_AND_TITLE = selectFields(['formerly', 'title']);

type CurrentEntryState = Pick<StoredEntry, 'kind' | 'slug' | 'status' | 'revision'>;

/**
 * Returns the latest visible revisions of an entry, newest first. Readers see the published revisions of an entry that
 * is published now, and only the latest revision of a retired one.
 */
export async function latestVisibleRevisions(
  context: Context,
  entry: CurrentEntryState,
  first: number,
): Promise<readonly RevisionSummary[]> {
  const { view, loaders } = context;
  const isRetired = !view.preview && entry.status === 'RETIRED';
  const limit = isRetired ? Math.min(first, 1) : first;
  const states: RevisionSummary[] = [];
  if (limit === 0) return states;
  const { kind, slug, revision: newest } = entry;
  await loaders.walkBack({
    kind,
    slug,
    fromRevision: newest,
    expectedCount: limit,
    visit(state) {
      if (isRetired || isVisible(context, entry, state)) states.push(state);
      return states.length < limit;
    },
  });
  return states;
}

/** Returns the visible revisions with these numbers, in the same order; null for each missing or invisible one. */
export async function findVisibleRevisions(
  context: Context,
  entry: CurrentEntryState,
  revisions: readonly number[],
): Promise<(RevisionSummary | null)[]> {
  const { kind, slug, revision: newest } = entry;
  const earliest = Math.max(1, Math.min(...revisions));
  const visibleStates = new Map<number, RevisionSummary>();
  await context.loaders.walkBack({
    kind,
    slug,
    fromRevision: newest,
    expectedCount: newest - earliest + 1,
    visit(state) {
      if (revisions.includes(state.revision) && isVisible(context, entry, state))
        visibleStates.set(state.revision, state);
      return state.revision > earliest;
    },
  });
  return revisions.map((revision) => visibleStates.get(revision) ?? null);
}

/** Returns an entry as published at a time, or in a preview as saved at that time. Null if it did not exist then. */
export async function entryAsOf(context: Context, kind: Kind, slug: string, at: Date): Promise<StoredEntry | null> {
  const { view, viewer, loaders } = context;
  if (!hasRole(viewer.role, kind.audience)) return null;
  const current = await loaders.entry(kind.name, slug, SLUGS_AND_TITLE);
  if (!current || (current.status === 'RETIRED' && !view.preview)) return null;
  let lastState: RevisionSummary | undefined;
  await loaders.walkBack({
    kind: kind.name,
    slug: current.slug,
    fromRevision: current.revision,
    visit(state) {
      if (state.at.getTime() <= at.getTime() && (view.preview || changesPublicState(state))) lastState = state;
      return lastState === undefined;
    },
  });
  if (!lastState || (!view.preview && lastState.status !== 'PUBLISHED')) return null;
  const state = await loaders.revision({ kind: kind.name, slug: lastState.slug, revision: lastState.revision });
  return state && withCurrentSlug(current, state);
}

/** Returns an entry as of a revision; null if it is not visible. All former slugs are read in one batch. */
export async function entryAtRevision(
  context: Context,
  kind: Kind,
  slug: string,
  revision: number,
): Promise<StoredEntry | null> {
  const { loaders } = context;
  const current = await loaders.entry(kind.name, slug, SLUGS_AND_TITLE);
  if (!current || revision > current.revision) return null;
  const slugs = [...new Set([current.slug, ...current.formerly])];
  const revisions = await Promise.all(
    slugs.map((formerSlug) => loaders.revision({ kind: kind.name, slug: formerSlug, revision })),
  );
  const state = revisions.find((state) => state !== null && state.movedTo === null);
  return state && isVisible(context, current, state) ? withCurrentSlug(current, state) : null;
}

/** Returns a past state with the current slug of its entry. */
function withCurrentSlug({ slug, formerly }: StoredEntry, state: StoredEntry): StoredEntry {
  return { ...state, slug, formerly };
}

function isVisible({ view }: Context, { status }: CurrentEntryState, state: Pick<RevisionSummary, 'status'>): boolean {
  return view.preview || (status === 'PUBLISHED' && state.status === 'PUBLISHED');
}

function changesPublicState({ status, action }: RevisionSummary): boolean {
  return status !== 'DRAFT' || action === 'UNPUBLISH';
}
