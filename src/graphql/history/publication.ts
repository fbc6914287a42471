import { hasRole } from '../../model/roles.js';
import type { Context } from '../request/context.js';
import type { Entry } from '../request/entry.js';
import { NO_FIELDS } from '../selection/entry-selection.js';

/** Returns the revision that is published; null if the entry is not published. */
export async function publishedRevision(entry: Entry, context: Context): Promise<number | null> {
  const { stored, isPast } = entry;
  if (!isPast && stored.status !== 'DRAFT') return stored.status === 'PUBLISHED' ? stored.revision : null;
  const publicState = await inView(entry, context, false);
  return publicState?.status === 'PUBLISHED' ? publicState.revision : null;
}

/** Whether a draft is newer than the published state; null for viewers who are not editors. */
export async function hasDraft(entry: Entry, context: Context): Promise<boolean | null> {
  if (!hasRole(context.viewer.role, 'EDITOR')) return null;
  const { stored, isPast } = entry;
  const newest = context.view.preview && !isPast ? stored : await inView(entry, context, true);
  return newest?.status === 'DRAFT';
}

function inView({ kind, slug }: Entry, { loaders, view }: Context, preview: boolean) {
  return loaders.entry(kind.name, slug, NO_FIELDS, { ...view, preview });
}
