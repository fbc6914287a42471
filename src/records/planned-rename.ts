import type { StoredEntry } from '../store/entries.js';
import type { FieldChange } from './diff.js';
import { resolveEntry } from './slug-owners.js';
import type { Submission } from './submission.js';

export interface RenameRedirects {
  /** The entry under its current slug; null if only former slugs are added. */
  from: StoredEntry | null;
  /** Last revision under the new slug, if the entry had that slug before; else 0. */
  taken: number;
  /** Added former slugs with their last revision; 0 if there is none. */
  stubs: readonly { slug: string; revision: number }[];
}

/** Determines the redirects of a planned entry; null if they do not change. */
export function findRenameRedirects(
  submission: Submission,
  own: StoredEntry | null,
  ofKind: ReadonlyMap<string, StoredEntry>,
): RenameRedirects | null {
  const { slug, formerly = [] } = submission;
  const suggested = resolveEntry(submission, ofKind);
  const from = suggested === own ? null : suggested;
  const former = new Set(
    [...(from?.formerly ?? []), ...formerly].filter((each) => each !== slug && each !== from?.slug),
  );
  const stubs = [...former].flatMap((each) => {
    const entry = ofKind.get(each);
    const leadsHere = entry !== undefined && (from === null || entry.movedTo === slug);
    return leadsHere ? [] : { slug: each, revision: entry?.revision ?? 0 };
  });
  return from || stubs.length > 0 ? { from, taken: own?.revision ?? 0, stubs } : null;
}

/** Converts redirects to field changes. */
export function renameChanges(slug: string, renamed: RenameRedirects | null): FieldChange[] {
  if (!renamed) return [];
  const { from, stubs } = renamed;
  const moved = from ? [{ path: 'slug', before: from.slug, after: slug }] : [];
  const added = stubs.filter(({ revision }) => revision === 0).map((stub) => stub.slug);
  const led = added.length > 0 ? [{ path: 'formerly', before: null, after: added }] : [];
  return [...moved, ...led].map((change) => ({ ...change, at: ['formerly'], words: null }));
}
