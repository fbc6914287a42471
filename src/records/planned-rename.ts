import { type EntryKey, folderKey, redirectsToOtherKind } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';
import type { FieldChange } from './diff-records.js';
import { resolveEntry } from './slug-conflicts.js';
import type { Submission } from './submission.js';

/** The redirects to write for a renamed entry. */
export interface RenameRedirects {
  /** The entry under its slug before the rename; null if only former slugs are added. */
  from: StoredEntry | null;
  /** Last revision under the new slug, if the entry had that slug before; else 0. */
  earlierRevision: number;
  /** Former slugs that will redirect to the entry, with their last revision; 0 if there is none. */
  stubs: readonly { slug: string; revision: number }[];
  /** Entries that are merged into this one and will redirect to it, with their last state, if any. */
  absorbed: readonly { key: EntryKey; entry: StoredEntry | null }[];
}

/** Determines the redirects of a planned entry; null if they do not change. */
export function planRenameRedirects(
  submission: Submission,
  ownEntry: StoredEntry | null,
  snapshot: ReadonlyMap<string, ReadonlyMap<string, StoredEntry>>,
): RenameRedirects | null {
  const { kind, slug, formerly = [], absorbs = [] } = submission;
  const entriesOfKind = snapshot.get(kind.name) ?? new Map<string, StoredEntry>();
  const resolvedEntry = resolveEntry(submission, entriesOfKind);
  const from = resolvedEntry === ownEntry ? null : resolvedEntry;
  const otherSlugs = new Set(
    [...(from?.formerly ?? []), ...formerly].filter((name) => name !== slug && name !== from?.slug),
  );
  const stubs = [...otherSlugs].flatMap((formerSlug) => {
    const entry = entriesOfKind.get(formerSlug);
    const leadsHere = entry !== undefined && (from === null || entry.movedTo === slug);
    return leadsHere ? [] : { slug: formerSlug, revision: entry?.revision ?? 0 };
  });
  const absorbed = absorbs.flatMap((key) => {
    const entry = snapshot.get(key.kind)?.get(key.slug) ?? null;
    return redirectsToOtherKind(entry?.movedTo ?? null) ? [] : { key, entry };
  });
  const isEmpty = from === null && stubs.length + absorbed.length === 0;
  return isEmpty ? null : { from, earlierRevision: ownEntry?.revision ?? 0, stubs, absorbed };
}

/** Returns the redirects of an entry as changes of `slug` and `formerly`, as plans show them. */
export function toFieldChanges(model: Model, slug: string, redirects: RenameRedirects | null): FieldChange[] {
  if (!redirects) return [];
  const { from, stubs, absorbed } = redirects;
  const slugChange = from ? [{ path: 'slug', before: from.slug, after: slug }] : [];
  const addedSlugs = [
    ...stubs.filter(({ revision }) => revision === 0).map((stub) => stub.slug),
    ...absorbed.map(({ key }) => folderKey(model.kind(key.kind), key.slug)),
  ];
  const formerlyChange = addedSlugs.length > 0 ? [{ path: 'formerly', before: null, after: addedSlugs }] : [];
  return [...slugChange, ...formerlyChange].map((change) => ({ ...change, at: ['formerly'], words: null }));
}
