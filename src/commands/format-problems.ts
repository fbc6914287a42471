import { group } from 'd3-array';
import type { LoadedContent } from '../content/load-content.js';
import type { Problem } from '../records/problem.js';
import { escapeControlCharacters } from '../records/message-text.js';
import { EXIT_CODES, type ExitCode } from './command.js';
import { type ApplyStyle, printJson, type Terminal } from './terminal.js';

/** Maximum number of repetitions of a problem to print in full. For the others, only line numbers are printed. */
const MAX_REPETITIONS = 5;
const MAX_LINES = 20;
/** Minimum number of links to a missing entry for which a hint to restore its file is printed. */
const MIN_LINKS_TO_MISSING = 3;

/** Formats problems by file in columns, followed by a total. Problems repeated in one file are counted. */
export function formatProblems(problems: readonly Problem[], paint: ApplyStyle = plain): string {
  const byFile = group(problems, ({ file, record }) => file ?? record ?? '(no file)');
  const blocks = [...byFile].map(([file, ofFile]) =>
    [paint('bold', escapeControlCharacters(file)), ...problemLines(ofFile, paint)].join('\n'),
  );
  return [...blocks, ...missingTargetLines(problems), countLine(problems)].join('\n');
}

/** Returns one line per missing entry with many links, because its deleted file is the likely cause. */
function missingTargetLines(problems: readonly Problem[]): string[] {
  const counts = new Map<string, number>();
  for (const { code, message } of problems) {
    if (code === 'LINK_UNKNOWN') counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  return [...counts].flatMap(([message, count]) =>
    count < MIN_LINKS_TO_MISSING
      ? []
      : escapeControlCharacters(
          `${count} links: ${message}. If its file was deleted, restore it; to withdraw an entry, retire it.`,
        ),
  );
}

/** Prints the problems of content that was not written. Returns the exit code. */
export function reportProblems(terminal: Terminal, { problems, files }: LoadedContent, asJson = false): ExitCode {
  if (asJson) printJson(terminal, { problems, files, written: false });
  else terminal.out(formatProblems(problems, terminal.paint));
  return EXIT_CODES.problems;
}

/** Returns a summary such as "5 problems in 2 files. Nothing was written." */
function countLine(problems: readonly Problem[]): string {
  const broken = new Set(problems.map(({ file, record }) => file ?? record)).size;
  const count = formatCount(problems.length, 'problem');
  return `${count}${broken > 1 ? ` in ${formatCount(broken, 'file')}` : ''}. Nothing was written.`;
}

/** Formats a count, such as "1 file" or "2 files". */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Returns the lines for one file. A line at the end lists the line numbers of further repetitions of a problem. */
function problemLines(problems: readonly Problem[], paint: ApplyStyle): string[] {
  const byDescription = group(problems, repetitionKey);
  const isShown = (problem: Problem) => {
    const same = byDescription.get(repetitionKey(problem))!;
    return same.length <= MAX_REPETITIONS + 1 || same.indexOf(problem) < MAX_REPETITIONS;
  };
  const shownProblems = problems.filter(isShown);
  const countLines = [...byDescription.values()].flatMap((same) => {
    const hiddenProblems = same.filter((problem) => !isShown(problem));
    return hiddenProblems.length > 0
      ? `  and ${hiddenProblems.length} more like the one in line ${same[0]!.line}: ${linesIn(hiddenProblems)}`
      : [];
  });
  return [...alignedLines(shownProblems, paint), ...countLines];
}

/** Returns a key that is equal for repetitions of a problem. */
function repetitionKey({ code, path, message }: Problem): string {
  return [code, path?.replace(/\[\d+\]/g, ''), message.replace(/"[^"]*"/g, '')].join('\n');
}

function linesIn(problems: readonly Problem[]): string {
  const lines = [...new Set(problems.map(({ line }) => line))];
  return `lines ${lines.slice(0, MAX_LINES).join(', ')}${lines.length > MAX_LINES ? ' …' : ''}`;
}

const plain: ApplyStyle = (_style, text) => text;

function alignedLines(problems: readonly Problem[], paint: ApplyStyle): string[] {
  const rows = problems.map(({ line, column, path, message, tip }) => [
    line === null ? '' : `${line}:${column}`,
    escapeControlCharacters(path ?? ''),
    escapeControlCharacters(message),
    escapeControlCharacters(tip ?? ''),
  ]);
  const widths = [0, 1, 2].map((at) => Math.min(Math.max(...rows.map((row) => row[at]!.length)), 60));
  const styles = ['dim', 'bold', null, 'green'] as const;
  return rows.map((row) => {
    const lastColumn = row.findLastIndex((cell) => cell !== '');
    const cells = row.slice(0, lastColumn + 1).map((cell, index) => {
      const padded = index < lastColumn ? cell.padEnd(widths[index] ?? 0) : cell;
      const style = styles[index];
      return style ? paint(style, padded) : padded;
    });
    return `  ${cells.join('  ')}`;
  });
}
