import { dirname } from 'node:path';
import type { ExportPlan } from '../content/export-content.js';
import type { ExportConflict } from '../content/export-conflict.js';
import { printable } from '../records/wording.js';
import { counted } from './print-problems.js';

const SIGNS = { CREATE: '+', CHANGE: '~', REMOVE: '-' } as const;
/** So many new files are named; of more, how many there are in each folder. */
const MOST_NAMED = 20;

/** The files that an export will write, a file a line, with the fields that change in it. */
export function printFiles({ files }: ExportPlan): string[] {
  const created = files.filter(({ operation }) => operation === 'CREATE');
  const isLong = created.length > MOST_NAMED;
  const folders = [...new Set(created.map(({ path }) => dirname(path)))];
  return [
    ...files
      .filter(({ operation }) => operation !== 'CREATE' || !isLong)
      .map(({ operation, path, fields }) => {
        return `${SIGNS[operation]} ${printable(path)}${fields.length === 0 ? '' : `  ${fields.join(', ')}`}`;
      }),
    ...(isLong ? folders : []).map((folder) => {
      const count = created.filter(({ path }) => dirname(path) === folder).length;
      return `+ ${printable(folder)}: ${counted(count, 'new file')}`;
    }),
  ];
}

/** What an export did, or in a trial would do, in a sentence. */
export function exportSummary({ root, files, unchanged }: ExportPlan, isTrial: boolean): string {
  const removed = files.filter(({ operation }) => operation === 'REMOVE').length;
  const written = counted(files.length - removed, 'file');
  const parts = [
    isTrial ? `${written} would be written to ${root}` : `${written} written to ${root}`,
    ...(removed > 0 ? [`${removed} taken away`] : []),
    `${counted(unchanged, 'record')} unchanged`,
  ];
  return `${parts.join(', ')}.`;
}

/** Where file and database differ, each with both texts, and what can be done. */
export function printConflicts(conflicts: readonly ExportConflict[]): string {
  const tips = new Set<string>();
  const lines = conflicts.flatMap(({ file, line, path, inFile, inDatabase, reason }) => {
    tips.add(path === null ? WHOLE_TIP : FIELD_TIP);
    if (path === null) return [`${printable(file)} ${reason}`];
    return [
      `${printable(file)}:${line}  ${path}  ${reason}`,
      `    in the file:      ${shown(inFile)}`,
      `    in the database:  ${shown(inDatabase)}`,
    ];
  });
  return [...lines, `${counted(conflicts.length, 'conflict')}; nothing was written.`, ...tips].join('\n');
}

const FIELD_TIP =
  'To keep what the database says, write it into the file and export again. To keep what the file says, or both joined ' +
  'in it, look at "npx signpost plan" and carry that plan out.';
const WHOLE_TIP =
  'A file that is no longer needed can be removed. To bring an entry back as its file says, look at "npx signpost plan" and ' +
  'carry that plan out.';

function shown(text: string | null): string {
  return text === null ? '(nothing)' : printable(text.trim().replaceAll('\n', '\n                      '));
}

/** What it means that a folder could not take a note. */
export function notRemembered(root: string): string {
  return `${printable(root)} cannot be written, so that it is not noted there what was brought in last`;
}
