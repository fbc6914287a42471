import type { RecordedBase } from '../records/merge-base.js';
import type { StoredEntry } from '../store/entries.js';
import type { Schedule } from '../store/schedules.js';
import type { FileChange } from './file-changes.js';
import type { ContentRecord } from './content-record.js';
import { type ExportConflict, fileConflict } from './export-conflict.js';

/** Result of exporting an entry. */
export interface EntryExportResult {
  files: readonly FileChange[];
  conflicts: readonly ExportConflict[];
  /** New merge base of folder and database; null if there is none. */
  base: RecordedBase | null;
  /** Whether none of the files are written, so that the stored merge base is retained. */
  isBlocked?: boolean;
  /** Whether the files contain changes that are not in the database yet, and are therefore kept. */
  isRetained: boolean;
}

/** An entry to export, and its existing files, which may be named by another slug. */
export interface ExportInput {
  entry: StoredEntry;
  existing: ContentRecord | null;
  /** Slug for the file names. Differs from the slug of the entry after an unseeded rename in the folder. */
  name?: string;
  /** Slug in the merge base. Default: the slug of the files. */
  baseSlug?: string | undefined;
  /** Last common state of file and database; undefined if it is unknown. */
  mergeBase: RecordedBase | undefined;
  /** Published version of a draft; null if there is none. */
  published?: StoredEntry | null;
  schedule?: Schedule | undefined;
}

/** Returns the merge base of the published version; that of the record if there is no separate draft. */
export function publishedMergeBase(mergeBase: RecordedBase | undefined): RecordedBase | undefined {
  if (!mergeBase?.published) return mergeBase;
  return { ...mergeBase.published, figures: mergeBase.figures };
}

/** Combines the exports of a record and its draft. @param published merge base if the database has both, else null */
export function combineRecordAndDraft(
  record: EntryExportResult,
  draft: EntryExportResult,
  published: RecordedBase | null,
): EntryExportResult {
  const combinedBase = published && draft.base && { ...draft.base, figures: published.figures, published };
  return {
    files: [...record.files, ...draft.files],
    conflicts: [...record.conflicts, ...draft.conflicts],
    base: combinedBase ?? record.base,
    isBlocked: Boolean(record.isBlocked) || Boolean(draft.isBlocked),
    isRetained: record.isRetained || draft.isRetained,
  };
}

/** Returns the result for unreadable files: no file changes, and a conflict if the database has a new state. */
export function unreadableFilesResult(
  existing: ContentRecord,
  base: RecordedBase,
  mergeBase: RecordedBase | undefined,
): Omit<EntryExportResult, 'isRetained'> {
  const isUnchanged = mergeBase?.digest === base.digest && mergeBase.figures === base.figures;
  if (isUnchanged) return { files: [], conflicts: [], base: mergeBase };
  const reason = 'has problems, so the entry cannot be exported into it; run "npx signpost validate" to list them';
  return { files: [], conflicts: [fileConflict(existing, reason)], base: null, isBlocked: true };
}
