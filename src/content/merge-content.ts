import type { Kind } from '../model/model.js';
import { diffRecords } from '../records/diff-records.js';
import { createVintage } from '../records/submitted-figures.js';
import type { RecordServices } from '../records/read-entries-for-validation.js';
import type { ProblemPath } from '../records/problem.js';
import { withoutComputedFields } from '../records/replace-links.js';
import { setValueAt } from '../records/set-value-at.js';
import { mergeRecords } from '../records/three-way-merge.js';
import type { StoredEntry } from '../store/entries.js';
import type { ContentRecord } from './content-record.js';
import { type EntryContent, findMergeBase, type RecordedBase } from '../records/merge-base.js';

/** Maximum number of earlier revisions to search for the base of a file. */
const MAX_REVISIONS = 100;

/** A field that was changed differently in file and database. */
export interface FieldConflict {
  path: string;
  at: ProblemPath;
  /** Value in the merge base: the last common state of file and database. */
  base: unknown;
  file: unknown;
  database: unknown;
}

/** Side whose value is used if a field was changed differently in file and database. */
export type ConflictWinner = 'file' | 'database';

/** Merged content of file and database. Contested fields have the value of the file. */
export interface MergedContent extends EntryContent {
  conflicts: readonly FieldConflict[];
}

/** Side whose figures the exported file gets; SAME if both are equal, CONFLICT if both have changed. */
export type FiguresChoice = 'SAME' | 'FILE' | 'DATABASE' | 'CONFLICT';

/** Returns the state that a file is based on: the one last seeded or exported, or else the most similar revision. */
export async function findBaseContent(
  { store, model }: RecordServices,
  existing: ContentRecord,
  entry: StoredEntry,
  mergeBase: RecordedBase | undefined,
): Promise<EntryContent> {
  const { kind } = existing;
  const recordedBase = await findMergeBase(store.log, kind, entry.slug, mergeBase);
  if (recordedBase) return pickContent(kind, recordedBase.state);
  let [nearestState, fewestChanges] = [pickContent(kind, entry), Infinity];
  for (const revision of await store.log.revisions(kind.name, entry.slug, MAX_REVISIONS)) {
    const state = pickContent(kind, revision);
    const headerChanges =
      Number(state.status !== existing.status) + Number(state.originalLocale !== existing.originalLocale);
    const changeCount = headerChanges + diffRecords(model, kind, state.record, existing.record).length;
    if (changeCount < fewestChanges) [nearestState, fewestChanges] = [state, changeCount];
  }
  return nearestState;
}

/** Performs a three-way merge of file and database. @param keep side that wins; undefined to report conflicts */
export function mergeContent(
  { model }: RecordServices,
  kind: Kind,
  { base, file, database }: { base: EntryContent; file: EntryContent; database: EntryContent },
  keep: ConflictWinner | undefined,
): MergedContent {
  const conflicts: FieldConflict[] = [];
  const mergeHeader = (name: 'status' | 'originalLocale'): string => {
    const [before, fileValue, theirs] = [base[name], file[name], database[name]];
    if (fileValue === theirs || fileValue === before) return theirs;
    if (theirs === before) return fileValue;
    conflicts.push({ path: name, at: [name], base: before, file: fileValue, database: theirs });
    return keep === 'database' ? theirs : fileValue;
  };
  const [status, originalLocale] = [mergeHeader('status'), mergeHeader('originalLocale')];
  const { record, collisions } = mergeRecords(model, kind, {
    base: base.record,
    yours: pickContent(kind, file).record,
    theirs: pickContent(kind, database).record,
  });
  for (const { path, at, base: before, yours, theirs } of collisions) {
    conflicts.push({ path, at, base: before, file: yours, database: theirs });
  }
  const recordWithFile = collisions.reduce((merged, { at, yours }) => setValueAt(merged, at, yours), record);
  return {
    status,
    originalLocale,
    record: keep === 'database' ? record : recordWithFile,
    conflicts: keep === undefined ? conflicts : [],
  };
}

/** Chooses the figures for the file of an entry. `slug` is that of the entry in the database. */
export async function chooseFigures(
  { store }: RecordServices,
  { slug, figures }: Pick<ContentRecord, 'slug' | 'figures'>,
  mergeBase: RecordedBase | undefined,
  keep: ConflictWinner | undefined,
): Promise<FiguresChoice> {
  const contestedChoice = keep === undefined ? 'CONFLICT' : keep === 'file' ? 'FILE' : 'DATABASE';
  const digests = ((await store.figures.vintages([slug])).get(slug) ?? []).map(({ digest }) => digest);
  const newestDigest = digests.at(-1);
  if (newestDigest === undefined) return 'FILE';
  if (figures === null) return 'DATABASE';
  const { digest } = createVintage(slug, figures);
  if (digest === newestDigest) return 'SAME';
  const baseDigest = digests.find((digest) => digest === mergeBase?.figures);
  if (baseDigest === undefined) {
    if (digests.includes(digest)) return 'DATABASE';
    return digests.length === 1 ? 'FILE' : contestedChoice;
  }
  if (digest === baseDigest) return 'DATABASE';
  return newestDigest === baseDigest ? 'FILE' : contestedChoice;
}

/** Returns the content without computed fields and without empty lists, which are equivalent to absent ones. */
function pickContent(kind: Kind, { status, originalLocale, record }: EntryContent): EntryContent {
  const presentFields = Object.entries(withoutComputedFields(kind, record)).filter(
    ([, value]) => !(Array.isArray(value) && value.length === 0),
  );
  return { status, originalLocale, record: Object.fromEntries(presentFields) };
}
