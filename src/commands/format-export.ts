import { dirname } from 'node:path';
import type { ExportPlan } from '../content/plan-export.js';
import type { ExportConflict } from '../content/export-conflict.js';
import { escapeControlCharacters } from '../records/message-text.js';
import { formatCount } from './format-problems.js';

const SIGNS = { CREATE: '+', CHANGE: '~', REMOVE: '-' } as const;
/** Maximum number of new files to list individually. If there are more, only a count per folder is printed. */
const MAX_LISTED_FILES = 20;

/** Returns one line per changed file, with its changed fields. Many new files are summarised as a count per folder. */
export function formatExportedFiles({ files }: ExportPlan): string[] {
  const created = files.filter(({ operation }) => operation === 'CREATE');
  const isLong = created.length > MAX_LISTED_FILES;
  const folders = [...new Set(created.map(({ path }) => dirname(path)))];
  return [
    ...files
      .filter(({ operation }) => operation !== 'CREATE' || !isLong)
      .map(({ operation, path, fields }) => {
        return `${SIGNS[operation]} ${escapeControlCharacters(path)}${fields.length === 0 ? '' : `  ${fields.join(', ')}`}`;
      }),
    ...(isLong ? folders : []).map((folder) => {
      const count = created.filter(({ path }) => dirname(path) === folder).length;
      return `+ ${escapeControlCharacters(folder)}: ${formatCount(count, 'new file')}`;
    }),
  ];
}

export function formatExportSummary({ root, files, unchanged }: ExportPlan, isDryRun: boolean): string {
  const removed = files.filter(({ operation }) => operation === 'REMOVE').length;
  const writtenText = formatCount(files.length - removed, 'file');
  const summaryParts = [
    isDryRun ? `${writtenText} would be written to ${root}` : `${writtenText} written to ${root}`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    `${formatCount(unchanged, 'record')} unchanged`,
  ];
  return `${summaryParts.join(', ')}.`;
}

/** Returns the conflicting fields with both texts, and the files that remain unchanged. */
export function formatConflicts(conflicts: readonly ExportConflict[]): string[] {
  return conflicts.flatMap(({ file, line, path, inFile, inDatabase, reason }) => {
    if (path === null) return [`${escapeControlCharacters(file)} ${reason}`];
    return [
      `${escapeControlCharacters(file)}:${line}  ${path}  ${reason}`,
      `    in the file:      ${formatText(inFile)}`,
      `    in the database:  ${formatText(inDatabase)}`,
    ];
  });
}

/** Returns lines with the number of conflicts and with advice on how to resolve each type. */
export function formatConflictAdvice(conflicts: readonly ExportConflict[]): string[] {
  const fields = conflicts.filter(({ path }) => path !== null);
  const files = conflicts.filter(({ path }) => path === null);
  const count = formatCount(conflicts.length, 'conflict');
  return [
    ...(fields.length > 0 ? [`${count}: the file keeps its text until you decide.`, fieldTip(fields)] : []),
    ...(files.length > 0 && fields.length === 0 ? [`${count}: the file is not changed until you decide.`] : []),
    ...(files.length > 0 ? [FILE_TIP] : []),
  ];
}

function fieldTip(conflicts: readonly ExportConflict[]): string {
  const files = new Set(conflicts.map(({ file }) => file));
  const [file] = files;
  const target = files.size === 1 ? ` ${shellWord(file!)}` : '';
  return (
    `To use the text of the file, run "npx signpost export${target} --keep=file"; to use that of the database, use ` +
    '--keep=database. To combine both, write the combined text into the file and use --keep=file.'
  );
}

const FILE_TIP =
  'Correct the problems of a file and export again; rename or remove a file that blocks the export or is no longer needed. To ' +
  'restore a withdrawn entry from its file, run "npx signpost plan" and the command that it prints.';

function shellWord(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function formatText(text: string | null): string {
  return text === null
    ? '(nothing)'
    : escapeControlCharacters(text.trim().replaceAll('\n', '\n                      '));
}

/** Returns the warning for a folder in which the sync state could not be written. */
export function unrecordedSyncWarning(root: string): string {
  return `${escapeControlCharacters(root)} cannot be written, so the last import is not recorded there`;
}
