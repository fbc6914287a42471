import type { YamlLine } from './yaml-line.js';

/** A syntax mistake in terms of its author. */
export interface YamlDiagnostic {
  /** From 0. */
  at: number;
  column: number;
  message: string;
  /** The corrected line. */
  tip: string;
  /** The corrected line and the lines below that belong to the slip; empty lines remove them. */
  fix: readonly string[];
}

/** Context of a syntax fault. */
export interface SyntaxFault {
  /** Error code of the parser; one of `& * !`; or `---` at a second record. */
  code: string;
  lines: readonly YamlLine[];
  /** The lines as written, before corrections above. */
  written: readonly string[];
  /** The line where the parser failed, from 0. */
  at: number;
  /** From 0. */
  column: number;
  /** The last quoted text that begins before: its start, its last line, and whether the fault is in it. */
  quote: { at: number; column: number; end: number; isCutOff: boolean } | null;
  /** Valid field names of the file. */
  names: ReadonlySet<string>;
}

/** A slip, by default at the line of the fault; null where it is another slip. */
export type FoundDiagnostic =
  | (Pick<YamlDiagnostic, 'message' | 'tip' | 'fix'> & { at?: number; column?: number })
  | null;

/** Counts the lines below one that belong to it. Blank lines belong to either side. */
export function countBelow(lines: readonly YamlLine[], at: number, isPart: (line: YamlLine) => boolean): number {
  let count = 0;
  for (let place = at + 1; place < lines.length; place += 1) {
    const line = lines[place]!;
    if (line.text === '' || line.text.trimStart().startsWith('#')) continue;
    if (!isPart(line)) break;
    count = place - at;
  }
  return count;
}

export function blankLines(count: number): string[] {
  return Array.from({ length: count }, () => '');
}

/** Replaces a line and all text indented below it. */
export function replaceText(lines: readonly YamlLine[], at: number, text: string): string[] {
  const { head } = lines[at]!;
  return [text, ...blankLines(countBelow(lines, at, ({ indent, name }) => name === null && indent > head.length))];
}

/** Replaces a line and everything indented below it. */
export function replaceBlock(lines: readonly YamlLine[], at: number, text: string): string[] {
  const { head } = lines[at]!;
  return [text, ...blankLines(countBelow(lines, at, ({ indent }) => indent > head.length))];
}

/** The corrected line; quoted where leading blanks matter. */
export function correctedLine(text: string, indent: number): string {
  return indent === 0 ? text : `"${' '.repeat(indent)}${text}"`;
}

/** A field with a missing or wrong colon, or no blank behind it; null for other lines. */
export function fieldWithoutColon(
  { name, value }: YamlLine,
  names: ReadonlySet<string>,
): { word: string; mark: string; rest: string } | null {
  if (name !== null) return null;
  const [, word, mark = '', rest = ''] = /^([A-Za-z_][\w-]*)\s*([:=\uff1a]?)\s*(.*)$/.exec(value) ?? [];
  const isNone =
    word === undefined ||
    (mark === '' && !names.has(word)) ||
    (mark === ':' && /^\/\/\S/.test(rest) && !names.has(word));
  return isNone ? null : { word, mark, rest };
}
