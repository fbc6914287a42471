import type { EntryChange } from '../store/log.js';
import type { ReadOnce } from './read-once.js';

/**
 * Restores redirects from former slugs of entries that become visible again and were renamed while hidden. Slugs that
 * were never visible stay unknown.
 *
 * @param entries  with states that were read
 */
export async function leadAgain(known: ReadOnce, entries: readonly EntryChange[]): Promise<EntryChange[]> {
  const again = entries.flatMap((change) => {
    const there = change.status === 'PUBLISHED' && known.published(change) === null ? known.newest(change) : null;
    return there?.publishedAt ? there.formerly.map((slug) => ({ kind: change.kind, slug, change })) : [];
  });
  await known.read(again);
  return again.flatMap(({ kind, slug, change: { slug: movedTo, originalLocale, record } }): EntryChange[] => {
    const former = known.newest({ kind, slug });
    if (former?.movedTo !== movedTo) return [];
    const { revision: expectedRevision } = former;
    return [{ action: 'RENAME', kind, slug, expectedRevision, status: 'RETIRED', originalLocale, movedTo, record }];
  });
}
