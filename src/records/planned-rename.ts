import type { StoredEntry } from '../store/entries.js';
import type { FieldChange } from './diff.js';
import { entryMeant } from './slug-owners.js';
import type { Submission } from './submission.js';

/** What becomes of the former slugs of an entry. */
export interface Renamed {
  /** The entry as it is called until now, with all its history; null where only its former slugs are new. */
  from: StoredEntry | null;
  /** The revision that its slug has already, where the entry had it before; 0 else. */
  taken: number;
  /** Former slugs that are to lead here besides, with their last revision; 0 where there was none. */
  stubs: readonly { slug: string; revision: number }[];
}

/** What becomes of former slugs: the one that the entry has until now is left, and all lead here from now on. */
export function renamedBy(
  submission: Submission,
  own: StoredEntry | null,
  ofKind: ReadonlyMap<string, StoredEntry>,
): Renamed | null {
  const { slug, formerly = [] } = submission;
  const meant = entryMeant(submission, ofKind);
  const from = meant === own ? null : meant;
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

/** What a plan tells of it, as changes of fields. */
export function renameChanges(slug: string, renamed: Renamed | null): FieldChange[] {
  if (!renamed) return [];
  const { from, stubs } = renamed;
  const moved = from ? [{ path: 'slug', before: from.slug, after: slug }] : [];
  const added = stubs.filter(({ revision }) => revision === 0).map((stub) => stub.slug);
  const led = added.length > 0 ? [{ path: 'formerly', before: null, after: added }] : [];
  return [...moved, ...led].map((change) => ({ ...change, at: ['formerly'], words: null }));
}
