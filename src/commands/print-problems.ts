import type { Content } from '../content/load-content.js';
import type { Problem } from '../records/problem.js';
import { printable } from '../records/wording.js';
import type { ExitCode } from './command.js';
import { EXIT } from './command.js';
import type { Terminal } from './terminal.js';
import { printJson } from './terminal.js';

/** The most problems that are printed for a person; machines get all. */
const MAX_PRINTED = 50;

/**
 * Problems as an editor reads them: the file, then a line for each with place, field, message and tip in columns, and a
 * last line that counts.
 */
export function printProblems(problems: readonly Problem[], files: number, outcome: string): string {
  const shown = problems.slice(0, MAX_PRINTED);
  const byFile = new Map<string, Problem[]>();
  for (const problem of shown) {
    const file = problem.file ?? problem.record ?? '(no file)';
    byFile.set(file, [...(byFile.get(file) ?? []), problem]);
  }
  const blocks = [...byFile].map(([file, ofFile]) => [printable(file), ...alignedLines(ofFile)].join('\n'));
  const rest = problems.length - shown.length;
  if (rest > 0) blocks.push(`… and ${rest} more; --json prints all of them.`);
  return [...blocks, countLine(problems, files, outcome)].join('\n');
}

/** Tells the problems of content that was to be written, and that it was not. */
export function reportProblems(terminal: Terminal, { problems, files }: Content, asJson = false): ExitCode {
  if (asJson) printJson(terminal, { problems, files, written: false });
  else terminal.out(printProblems(problems, files, 'nothing was written.'));
  return EXIT.problems;
}

/** "5 problems in 1 of 12 files; nothing was written." */
export function countLine(problems: readonly Problem[], files: number, outcome: string): string {
  const broken = new Set(problems.map(({ file, record }) => file ?? record)).size;
  return `${counted(problems.length, 'problem')} in ${broken} of ${counted(Math.max(files, broken), 'file')}; ${outcome}`;
}

/** "1 file", "2 files". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function alignedLines(problems: readonly Problem[]): string[] {
  const rows = problems.map(({ line, column, path, message, tip }) => [
    line === null ? '' : `${line}:${column}`,
    printable(path ?? ''),
    printable(message),
    printable(tip ?? ''),
  ]);
  const widths = [0, 1, 2].map((at) => Math.min(Math.max(...rows.map((row) => row[at]!.length)), 60));
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}
