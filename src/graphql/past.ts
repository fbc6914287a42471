import type { Kind } from '../model/model.js';
import type { Outline } from '../store/editorial.js';
import type { StoredEntry } from '../store/store.js';
import type { Context } from './context.js';
import { mayDo } from '../model/roles.js';

const NAME_ONLY = { fields: ['title'], digest: 'title' };

/**
 * The life of an entry as far as a viewer may know of it, newest first. Readers are told what was shown to the public,
 * and only of what is shown now: what was taken from the public is gone for them with all its past.
 */
export async function lifeOf(
  { store, view, loaders }: Context,
  { kind, slug, status }: Pick<StoredEntry, 'kind' | 'slug' | 'status'>,
): Promise<readonly Outline[]> {
  const outline = await loaders.ask(() => store.outline(kind, slug));
  if (view.preview) return outline;
  if (status === 'PUBLISHED') return outline.filter((state) => state.status === 'PUBLISHED');
  return status === 'RETIRED' ? outline.filter((state) => state.status === 'RETIRED').slice(0, 1) : [];
}

/** An entry as it was shown at a moment; editors in a preview see it as it was written then. Null where it was not. */
export async function entryAsOf(context: Context, kind: Kind, slug: string, at: Date): Promise<StoredEntry | null> {
  const { store, view, viewer, loaders } = context;
  if (!mayDo(viewer.role, kind.audience)) return null;
  const now = await loaders.entry(kind.name, slug, NAME_ONLY);
  if (!now || (now.status === 'RETIRED' && !view.preview)) return null;
  const outline = await loaders.ask(() => store.outline(kind.name, now.slug));
  const earlier = outline.filter((state) => state.at.getTime() <= at.getTime());
  const state = view.preview ? earlier[0] : shownAmong(earlier);
  if (!state) return null;
  const [entry] = await loaders.ask(() => store.revisionsAt(kind.name, state.slug, [state.revision]));
  return entry ? { ...entry, slug: now.slug } : null;
}

/** What the public was shown after these states: the last one published, unless it was taken back since. */
function shownAmong(states: readonly Outline[]): Outline | undefined {
  const last = states.find(({ status, action }) => status !== 'DRAFT' || action === 'UNPUBLISH');
  return last?.status === 'PUBLISHED' ? last : undefined;
}
