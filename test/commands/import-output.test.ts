import { expect, test } from '@jest/globals';
import { olderEditionProblem } from '../../src/commands/older-edition-check.js';
import { formatExportedFiles } from '../../src/commands/format-export.js';
import { formatImport } from '../../src/commands/format-import.js';
import type { ImportResult } from '../../src/commands/import-types.js';
import type { ExportPlan } from '../../src/content/plan-export.js';
import type { VintageDate } from '../../src/store/figures.js';

type Counts = Partial<ImportResult['report']>;
type Rejection = ImportResult['report']['rejections'][number];

/** Returns the lines that an import prints for these counts. */
function importLines(counts: Counts, more: Partial<ImportResult> = {}): string[] {
  const none = { rows: 3, read: 3, kept: 3, missing: 0, suppressed: 0, notApplicable: 0, added: 0, repeated: 0 };
  const report = { ...none, rejected: 0, leftOut: 0, skipped: 0, rejections: [], areas: [], ...counts };
  const outcome = { files: [], changes: null, kept: null, claims: [], newCodes: [], closedBy: null, report, ...more };
  return formatImport({ groupSums: { count: 0, examples: [] }, ...outcome } as unknown as ImportResult).split('\n');
}

const rejection = (more: Partial<Rejection>): Rejection =>
  ({
    code: 'VALUE_INVALID',
    file: 'a.csv',
    column: 'value',
    text: 'x',
    reason: 'no number',
    count: 1,
    rows: [2],
    ...more,
  }) as Rejection;

test('an import prints the numbers of skipped, repeated and added figures if they are not 0', () => {
  const counted = '3 rows, 3 cells read: 3 kept, 0 missing, 0 suppressed, 0 rejected.';
  expect(importLines({})[0]).toBe(counted);
  expect(importLines({ leftOut: 2, skipped: 1 })[0]).toBe(
    `${counted} Skipped: 2 cells not requested, 1 rows of notes.`,
  );
  expect(importLines({ notApplicable: 1, added: 2, repeated: 3 })[0]).toBe(
    '3 rows, 3 cells read: 3 kept, 0 missing, 0 suppressed, 1 not applicable, 2 added to others, 3 repeated, 0 rejected.',
  );
});

test('an import prints each distinct rejection once with its rows, and unknown areas in one line', () => {
  const rejections = [
    rejection({ count: 3, rows: [2, 4] }),
    rejection({ text: 'y' }),
    rejection({ code: 'AREA_UNKNOWN', text: 'Atlantis', column: 'country', reason: 'no such area' }),
  ];
  const lines = importLines({ rejected: 5, rejections }).slice(1);
  expect(lines.filter((line) => line.includes('VALUE_INVALID'))).toEqual([
    '  VALUE_INVALID            3 × "x": no number (a.csv, row 2, 4, …, column "value")',
    '  VALUE_INVALID            1 × "y": no number (a.csv, row 2, column "value")',
  ]);
  expect(lines.filter((line) => line.includes('Atlantis'))).toHaveLength(1);
});

test('the date of a file and that of the newest edition are compared at their common precision', () => {
  const date = (text: string, dateOf: VintageDate['dateOf'] = 'UPDATE'): VintageDate => ({ date: text, dateOf });
  const isRefused = (files: VintageDate | null, newest?: Parameters<typeof olderEditionProblem>[1]) =>
    olderEditionProblem(files, newest) !== null;
  expect(isRefused(date('2024-05-01'), date('2024-06-18'))).toBe(true);
  expect(isRefused(date('2024-06-18'), date('2024-06-18'))).toBe(false);
  // A year and a day within it cannot be ordered.
  expect([isRefused(date('2024'), date('2024-06-18')), isRefused(date('2024-05-01'), date('2024'))]).toEqual([
    false,
    false,
  ]);
  expect([isRefused(date('2023'), date('2024-06-18')), isRefused(date('2023-05-01'), date('2024'))]).toEqual([
    true,
    true,
  ]);
  expect([isRefused(null, date('2024')), isRefused(date('2023'))]).toEqual([false, false]);
  expect(isRefused(date('2023'), { date: '2024', dateOf: 'WRITING' })).toBe(false);
  expect(olderEditionProblem(date('2023'), date('2024', 'RETRIEVAL'))).toEqual({
    reason: 'the files (updated 2023) are older than the newest edition (retrieved 2024), which they would replace',
    options: '--accept-older',
  });
});

test('the summary of an export names up to 20 new files, and counts the others by folder', () => {
  const created = (folder: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ operation: 'CREATE', path: `${folder}/${index}.yaml`, fields: [] }));
  const others = [
    { operation: 'CHANGE', path: 'topics/a.yaml', fields: ['title', 'note'] },
    { operation: 'REMOVE', path: 'topics/b.yaml', fields: [] },
  ];
  const lines = (...files: object[]) => formatExportedFiles({ files } as unknown as ExportPlan);
  const fewLines = lines(...created('topics', 20), ...others);
  expect(fewLines).toHaveLength(22);
  expect(fewLines.slice(19)).toEqual(['+ topics/19.yaml', '~ topics/a.yaml  title, note', '- topics/b.yaml']);
  expect(lines(...created('topics', 20), ...created('events', 1), ...others)).toEqual([
    '~ topics/a.yaml  title, note',
    '- topics/b.yaml',
    '+ topics: 20 new files',
    '+ events: 1 new file',
  ]);
});
