import type { BaseState } from '../records/common-state.js';
import type { StoredEntry } from '../store/entries.js';
import type { Schedule } from '../store/schedules.js';
import type { FileChange } from './changed-files.js';
import type { ContentRecord } from './content-record.js';
import type { ExportConflict } from './export-conflict.js';
import { fileConflict } from './export-conflict.js';

/** The outcome of exporting an entry. */
export interface EntryExport {
  files: readonly FileChange[];
  conflicts: readonly ExportConflict[];
  /** The new common state of folder and database; null for none. */
  base: BaseState | null;
  /** Whether nothing of the entry is written, so that its remembered state stays. */
  isBlocked?: boolean;
  /** Whether the files contain unseeded changes, which they keep. */
  isRetained: boolean;
}

/** An entry and its files, whatever their name. */
export interface EntryPair {
  entry: StoredEntry;
  existing: ContentRecord | null;
  /** The slug for the file names; differs from the entry's for an unseeded rename in the folder. */
  name?: string;
  /** The slug of the last common state; default: that of the files. */
  home?: string | undefined;
  /** The last common state. */
  remembered: BaseState | undefined;
  /** The published state below a draft; null for none. */
  published?: StoredEntry | null;
  schedule?: Schedule | undefined;
}

/** The last common state of the published version. */
export function publicBase(remembered: BaseState | undefined): BaseState | undefined {
  if (!remembered?.published) return remembered;
  return { ...remembered.published, figures: remembered.figures };
}

/**
 * Combines the exports of a record and of the draft beside it.
 *
 * @param published  the base of the published version, where the database has the draft as well
 */
export function joinExports(record: EntryExport, draft: EntryExport, published: BaseState | null): EntryExport {
  const pair = published && draft.base && { ...draft.base, figures: published.figures, published };
  return {
    files: [...record.files, ...draft.files],
    conflicts: [...record.conflicts, ...draft.conflicts],
    base: pair ?? record.base,
    isBlocked: Boolean(record.isBlocked) || Boolean(draft.isBlocked),
    isRetained: record.isRetained || draft.isRetained,
  };
}

/** Leaves unreadable files alone; a conflict where the database has a new state. */
export function exportUnreadable(
  existing: ContentRecord,
  base: BaseState,
  remembered: BaseState | undefined,
): Omit<EntryExport, 'isRetained'> {
  const isUnchanged = remembered?.digest === base.digest && remembered.figures === base.figures;
  if (isUnchanged) return { files: [], conflicts: [], base: remembered };
  const reason = 'has problems, so the entry cannot be exported into it; run "npx signpost validate" to list them';
  return { files: [], conflicts: [fileConflict(existing, reason)], base: null, isBlocked: true };
}
