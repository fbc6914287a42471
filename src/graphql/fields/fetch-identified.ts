import { mayDo } from '../../model/roles.js';
import { entryAtRevision } from '../history/past.js';
import { Entry } from '../request/entry.js';
import type { Identified } from '../request/global-id.js';
import type { Fetching } from './fetch-entry.js';

/**
 * What an identifier stands for, whatever the entry is called by now; null where it is not there, or not to be seen. What
 * comes back has that identifier: in a preview, that of an entry gives what is published of it and not the draft over it.
 */
export async function fetchIdentified(
  { kind, slug, state }: Identified,
  { assembly, context, info }: Fetching,
): Promise<Entry | null> {
  if (!mayDo(context.viewer.role, kind.audience)) return null;
  if (typeof state === 'number') {
    const past = await entryAtRevision(context, kind, slug, state);
    return past && new Entry(kind, past, true);
  }
  const isDraft = state === 'DRAFT';
  if (isDraft && !context.view.preview) return null;
  const selection = assembly.entries.ofField(info, kind);
  const stored = await context.loaders.entry(kind.name, slug, selection, { ...context.view, preview: isDraft });
  return stored && isDraft === (stored.status === 'DRAFT') ? new Entry(kind, stored) : null;
}
