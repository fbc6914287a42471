import { hasRole } from '../../model/roles.js';
import { entryAtRevision } from '../history/past-revisions.js';
import { Entry } from '../request/entry.js';
import type { ParsedGlobalId } from '../request/global-id.js';
import type { Awaitable, FetchContext } from './fetch-entry.js';
import { fetchEntry } from './fetch-entry.js';

/** Returns the entry with a global ID; null if there is no entry that is visible to the viewer. */
export function fetchIdentified(
  { kind, slug, revision }: ParsedGlobalId,
  fetching: FetchContext,
): Awaitable<Entry | null> {
  if (revision === null) return fetchEntry(kind, slug, fetching);
  const { context } = fetching;
  if (!hasRole(context.viewer.role, kind.audience)) return null;
  return entryAtRevision(context, kind, slug, revision).then((past) => past && new Entry(kind, past, true));
}
