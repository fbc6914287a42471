import type { ContentRecord } from './content-record.js';
import { listPaths } from './entry-files.js';
import type { FieldConflict } from './merge-entry.js';

/** Why a file is not written: what it says and what the database says cannot both stand in it. */
export interface ExportConflict {
  file: string;
  /** 1 where the whole file is meant. */
  line: number;
  /** The field; null where the whole file is meant. */
  path: string | null;
  /** What each says, as text; null for nothing. */
  inFile: string | null;
  inDatabase: string | null;
  reason: string;
}

/** A field of which file and database say different things. */
export function fieldConflict({ report }: ContentRecord, { path, at, file, database }: FieldConflict): ExportConflict {
  const place = report.locate(at, 'value');
  return {
    file: place.file!,
    line: place.line!,
    path,
    inFile: readText(file),
    inDatabase: readText(database),
    reason: 'says one thing, the database by now another',
  };
}

/** A file that stands in the way as a whole. */
export function wholeFile({ files }: ContentRecord, reason: string): ExportConflict {
  return { file: listPaths(files)[0]!, line: 1, path: null, inFile: null, inDatabase: null, reason };
}

function readText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
