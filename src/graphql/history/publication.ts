import { mayDo } from '../../model/roles.js';
import type { Context } from '../request/context.js';
import type { Entry } from '../request/entry.js';
import { NO_FIELDS } from '../selection/entry-selection.js';

/** The revision of an entry that the public sees; null where it sees none. Asked of the store for what it does not see. */
export async function publishedRevision(entry: Entry, context: Context): Promise<number | null> {
  const { stored, isPast } = entry;
  if (!isPast && stored.status !== 'DRAFT') return stored.status === 'PUBLISHED' ? stored.revision : null;
  const shown = await inView(entry, context, false);
  return shown?.status === 'PUBLISHED' ? shown.revision : null;
}

/** Whether there is a draft that is newer than what the public sees of an entry; null for who may not know. */
export async function hasDraft(entry: Entry, context: Context): Promise<boolean | null> {
  if (!mayDo(context.viewer.role, 'EDITOR')) return null;
  const { stored, isPast } = entry;
  const newest = context.view.preview && !isPast ? stored : await inView(entry, context, true);
  return newest?.status === 'DRAFT';
}

function inView({ kind, slug }: Entry, { loaders, view }: Context, preview: boolean) {
  return loaders.entry(kind.name, slug, NO_FIELDS, { ...view, preview });
}
