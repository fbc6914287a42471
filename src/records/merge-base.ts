import { createHash } from 'node:crypto';
import type { Kind } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import type { ChangeLog, Revision } from '../store/change-log.js';
import type { ProblemPath } from './problem.js';
import { withoutComputedFields } from './replace-links.js';
import { setValueAt } from './set-value-at.js';

/** Content of an entry, in files or in the database. */
export interface EntryContent {
  status: string;
  originalLocale: string;
  record: EntryRecord;
}

/** A field that files and database changed differently, until an editor resolves the conflict. */
interface ContestedField {
  at: ProblemPath;
  /** Value in the merge base; null if it was absent. */
  base: unknown;
}

/** Merge base of an entry: the last state that a content folder and a database had in common. */
export interface RecordedBase {
  revision: number;
  digest: string;
  /** Publication status of the entry; absent if it was not recorded. */
  status?: string;
  /** Digest of the figures; null if there are none. */
  figures: string | null;
  /** Publication time in ISO 8601; null if unscheduled, absent if it was not recorded. */
  publishAt?: string | null;
  /** Merge base of the published version, if this one is a draft. */
  published?: Omit<RecordedBase, 'figures' | 'publishAt' | 'published'>;
  contested?: readonly ContestedField[];
}

/** Merge bases of all entries in a clone of a content folder, by `folder/slug`. */
export type SyncState = ReadonlyMap<string, RecordedBase>;

/** Fields outside the record that can be contested. */
const HEADER_FIELDS = ['status', 'originalLocale'] as const;

/** A recorded merge base with the revision of the database to which it corresponds. */
export interface MergeBase extends RecordedBase {
  /** Revision in the database, with contested fields reset to their earlier values. */
  state: Revision;
}

/** Returns a digest of the content of an entry, without computed fields. */
export function contentDigest(kind: Kind, { status, originalLocale, record }: EntryContent): string {
  const text = JSON.stringify([status, originalLocale, withoutComputedFields(kind, record)], sortKeys);
  return createHash('sha256').update(text).digest('base64url');
}

function sortKeys(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  // Absent lists count as empty, so that a list field that was added to the SDL does not change the digest.
  const presentEntries = Object.entries(value).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(presentEntries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the merge base of an entry with its revision; null if this database does not contain that revision. */
export async function findMergeBase(
  log: Pick<ChangeLog, 'revisionsAt'>,
  kind: Kind,
  slug: string,
  recorded: RecordedBase | undefined,
): Promise<MergeBase | null> {
  if (!recorded) return null;
  const [state] = await log.revisionsAt([{ kind: kind.name, slug, revision: recorded.revision }]);
  if (!state || contentDigest(kind, state) !== recorded.digest) return null;
  return { ...recorded, state: (recorded.contested ?? []).reduce(withBaseValue, state) };
}

function withBaseValue(state: Revision, { at, base }: ContestedField): Revision {
  const header = HEADER_FIELDS.find((name) => name === at[0]);
  return header ? { ...state, [header]: base } : { ...state, record: setValueAt(state.record, at, base) };
}
