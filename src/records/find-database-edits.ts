import { isDeepStrictEqual } from 'node:util';
import type { ChangeLog, RevisionSummary } from '../store/change-log.js';
import { SEED_AUTHOR } from '../model/seed-author.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';
import type { MergeBase } from './merge-base.js';
import type { FieldChange } from './diff-records.js';

/** Who changed a field since the merge base: the content files, the database or both. */
export type ChangedBy = 'FILES' | 'DATABASE' | 'BOTH';

/** Edits of an entry in the database since its merge base. */
export interface DatabaseEdits {
  /** Latest revision with its author, time and message. */
  revision: number;
  author: string;
  at: Date;
  message: string;
  /** Who made each planned change, by field path. Contains only fields that revisions store. */
  changedBy: ReadonlyMap<string, ChangedBy>;
}

/**
 * Determines whether an entry was edited since the merge base, or else the last seeded revision, and which planned
 * changes would undo those edits. Null if it was not edited.
 */
export async function findDatabaseEdits(
  log: Pick<ChangeLog, 'walkBack' | 'revisionsAt'>,
  theirs: StoredEntry,
  yours: RevisionContent,
  changes: readonly FieldChange[],
  common: Pick<MergeBase, 'state' | 'contested'> | null,
): Promise<DatabaseEdits | null> {
  const { kind, slug, revision: newestRevision } = theirs;
  let newest: RevisionSummary | undefined;
  let lastSeeded: RevisionSummary | undefined;
  let isCommon = false;
  const visit = (state: RevisionSummary) => {
    newest ??= state;
    if (isFromFiles(state)) lastSeeded ??= state;
    isCommon = state.slug === common?.state.slug && state.revision === common.state.revision;
    return !isCommon && (lastSeeded === undefined || common !== null);
  };
  await log.walkBack([{ kind, slug, fromRevision: newestRevision, visit }]);
  const baseState = isCommon ? common!.state : lastSeeded;
  const isContested = isCommon && (common!.contested ?? []).length > 0;
  // A retirement by files is not an edit in the database, so files can undo it.
  if (newest && isFromFiles(newest) && newest.action === 'RETIRE') return null;
  if (!newest) return null;
  if (newest.slug === baseState?.slug && newest.revision === baseState.revision && !isContested) return null;
  const [base] = isCommon ? [common!.state] : lastSeeded ? await log.revisionsAt([{ kind, ...lastSeeded }]) : [null];
  const { revision, author, at, message } = newest;
  const storedChanges = changes.filter(({ path }) => !FILE_ONLY_FIELDS.has(path));
  const changedBy = new Map(
    storedChanges.map(({ path, at: way }) => {
      const [before, yourValue, theirValue] = [base ?? null, yours, theirs].map(
        (state) => state && readChangedValue(state, path, way),
      );
      if (base && isDeepStrictEqual(yourValue, before)) return [path, 'DATABASE'] as const;
      return [path, base && isDeepStrictEqual(theirValue, before) ? 'FILES' : 'BOTH'] as const;
    }),
  );
  return { revision, author, at, message, changedBy };
}

/** Whether a revision was written from files. Retirements and unpublications from files differ only in the author. */
function isFromFiles({ action, author }: RevisionSummary): boolean {
  return action === 'SEED' || author === SEED_AUTHOR;
}

type RevisionContent = Pick<StoredEntry, 'slug' | 'status' | 'originalLocale' | 'record'>;

const HEADER_FIELDS = ['slug', 'status', 'originalLocale'] as const;

/** Fields that files store outside records. */
const FILE_ONLY_FIELDS = new Set(['publishAt', 'formerly']);

function readChangedValue(state: RevisionContent, path: string, fieldPath: FieldChange['at']): unknown {
  const header = HEADER_FIELDS.find((name) => name === path);
  return header ? state[header] : readValue(state.record, fieldPath);
}

/** Returns the value of a top-level field, or its text in one locale. Lists are returned whole, as items can move. */
function readValue(record: EntryRecord, path: FieldChange['at']): unknown {
  const [field, language] = path;
  const value = record[field!] ?? null;
  const isText = typeof language === 'string' && typeof value === 'object' && value !== null && language in value;
  return isText ? (value as EntryRecord)[language] : path.length === 2 && typeof language === 'string' ? null : value;
}
