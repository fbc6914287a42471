import type { Kind } from '../../model/model.js';
import { hasRole } from '../../model/roles.js';
import type { RevisionSummary } from '../../store/log.js';
import type { StoredEntry } from '../../store/entries.js';
import type { Context } from '../request/context.js';
import { selectFields } from '../selection/entry-selection.js';

const NAMED = selectFields(['formerly', 'title']);

type Known = Pick<StoredEntry, 'kind' | 'slug' | 'status' | 'revision'>;

/**
 * Returns the latest visible revisions of an entry, newest first. Readers see only published revisions, and only of
 * entries that are published now.
 */
export async function newestVisibleStates(
  context: Context,
  entry: Known,
  first: number,
): Promise<readonly RevisionSummary[]> {
  const { view, loaders } = context;
  const isStub = !view.preview && entry.status === 'RETIRED';
  const most = isStub ? Math.min(first, 1) : first;
  const states: RevisionSummary[] = [];
  if (most === 0) return states;
  const { kind, slug, revision: from } = entry;
  await loaders.walkBack({
    kind,
    slug,
    from,
    requested: most,
    visit(state) {
      if (isStub || isKnown(context, entry, state)) states.push(state);
      return states.length < most;
    },
  });
  return states;
}

/** Returns the revisions with the given numbers, in order; null for each missing or invisible one. */
export async function statesAt(
  context: Context,
  entry: Known,
  revisions: readonly number[],
): Promise<(RevisionSummary | null)[]> {
  const { kind, slug, revision: from } = entry;
  const earliest = Math.max(1, Math.min(...revisions));
  const found = new Map<number, RevisionSummary>();
  await context.loaders.walkBack({
    kind,
    slug,
    from,
    requested: from - earliest + 1,
    visit(state) {
      if (revisions.includes(state.revision) && isKnown(context, entry, state)) found.set(state.revision, state);
      return state.revision > earliest;
    },
  });
  return revisions.map((revision) => found.get(revision) ?? null);
}

/** Returns an entry as published at a time, or in a preview as saved at that time. Null if it did not exist then. */
export async function entryAsOf(context: Context, kind: Kind, slug: string, at: Date): Promise<StoredEntry | null> {
  const { view, viewer, loaders } = context;
  if (!hasRole(viewer.role, kind.audience)) return null;
  const now = await loaders.entry(kind.name, slug, NAMED);
  if (!now || (now.status === 'RETIRED' && !view.preview)) return null;
  let last: RevisionSummary | undefined;
  await loaders.walkBack({
    kind: kind.name,
    slug: now.slug,
    from: now.revision,
    visit(state) {
      if (state.at.getTime() <= at.getTime() && (view.preview || isAboutThePublic(state))) last = state;
      return last === undefined;
    },
  });
  if (!last || (!view.preview && last.status !== 'PUBLISHED')) return null;
  const state = await loaders.revision({ kind: kind.name, slug: last.slug, revision: last.revision });
  return state && renamed(now, state);
}

/**
 * Returns an entry as of a revision; null if it is not visible to the viewer. All former slugs are read in one batch.
 */
export async function entryAtRevision(
  context: Context,
  kind: Kind,
  slug: string,
  revision: number,
): Promise<StoredEntry | null> {
  const { loaders } = context;
  const now = await loaders.entry(kind.name, slug, NAMED);
  if (!now || revision > now.revision) return null;
  const slugs = [...new Set([now.slug, ...now.formerly])];
  const found = await Promise.all(
    slugs.map((formerSlug) => loaders.revision({ kind: kind.name, slug: formerSlug, revision })),
  );
  const state = found.find((state) => state !== null && state.movedTo === null);
  return state && isKnown(context, now, state) ? renamed(now, state) : null;
}

/** Returns a past state with the current slug of its entry. */
function renamed({ slug, formerly }: StoredEntry, state: StoredEntry): StoredEntry {
  return { ...state, slug, formerly };
}

function isKnown({ view }: Context, { status }: Known, state: Pick<RevisionSummary, 'status'>): boolean {
  return view.preview || (status === 'PUBLISHED' && state.status === 'PUBLISHED');
}

/** Whether a revision changed the public state of its entry. */
function isAboutThePublic({ status, action }: RevisionSummary): boolean {
  return status !== 'DRAFT' || action === 'UNPUBLISH';
}
