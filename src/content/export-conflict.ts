import { escapeControlCharacters } from '../records/message-text.js';
import type { FileChange } from './file-changes.js';
import type { ContentRecord } from './content-record.js';
import { listExportPaths } from './entry-file-renderer.js';
import type { FieldConflict } from './merge-content.js';
import type { ProblemPath } from '../records/problem.js';
import { parseYamlNodes } from './yaml-nodes.js';
import { basename } from 'node:path';

/** A conflict that an editor must resolve: a contested field, or a file that the export does not write. */
export interface ExportConflict {
  file: string;
  /** Line of the field, 1-based; 1 for the whole file. */
  line: number;
  /** Path of the field; null for the whole file. */
  path: string | null;
  /** Value in the file, as text; null if there is none. */
  inFile: string | null;
  /** Value in the database, as text; null if there is none. */
  inDatabase: string | null;
  reason: string;
}

/** Builds the conflict of a field. @param changes file changes, which can move the field to another line */
export function fieldConflict(
  record: ContentRecord,
  { path, at, file, database }: FieldConflict,
  changes: readonly FileChange[],
): ExportConflict {
  return {
    ...locateAfterChanges(record, at, changes),
    path,
    inFile: valueAsText(file),
    inDatabase: valueAsText(database),
    reason: 'differs from the database, where it was changed too',
  };
}

/** Returns the location of a field after the files of its record are written. */
function locateAfterChanges({ report, slug }: ContentRecord, path: ProblemPath, changes: readonly FileChange[]) {
  const { file, line } = report.locate(path, 'value');
  const ending = basename(file!).slice(slug.length);
  const after = changes.find(({ text, path }) => text !== null && path.replace(/^.*[/\\][^./\\]*/, '') === ending);
  if (after === undefined) return { file: file!, line: line! };
  const name = escapeControlCharacters(after.path);
  return {
    file: name,
    line: ending.endsWith('.yaml') ? parseYamlNodes(after.text!).locator(name)(path, 'value').line! : 1,
  };
}

/** Builds the conflict of a whole file. */
export function fileConflict({ files }: ContentRecord, reason: string): ExportConflict {
  return { file: listExportPaths(files)[0]!, line: 1, path: null, inFile: null, inDatabase: null, reason };
}

function valueAsText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
