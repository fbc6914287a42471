import type { YamlLine } from './yaml-line.js';

/** A syntax error, explained to the author of the file. */
export interface YamlDiagnostic {
  /** Index of the line, 0-based. */
  lineIndex: number;
  column: number;
  message: string;
  /** How to correct the line. */
  tip: string;
  /** The corrected line, and the lines below that belong to the error. Empty lines remove them. */
  fix: readonly string[];
}

/** A syntax error and its context. */
export interface SyntaxFault {
  /** Error code of the parser; one of `& * !`; or `---` for a second record. */
  code: string;
  lines: readonly YamlLine[];
  /** Lines as written, before earlier errors were corrected. */
  written: readonly string[];
  /** Index of the line at which the parser failed, 0-based. */
  lineIndex: number;
  /** Column, 0-based. */
  column: number;
  /**
   * Last quoted text that starts before the error: its start, its last line, and whether the error is inside it. Null
   * if there is none.
   */
  quote: { lineIndex: number; column: number; end: number; isCutOff: boolean } | null;
  /** Valid field names of the file. */
  names: ReadonlySet<string>;
}

/** Diagnostic for the line of the error by default; null if the error is of another kind. */
export type FoundDiagnostic =
  | (Pick<YamlDiagnostic, 'message' | 'tip' | 'fix'> & { lineIndex?: number; column?: number })
  | null;

/** Counts the lines below a line that belong to it. Trailing blank lines and comments are not counted. */
export function countBelow(lines: readonly YamlLine[], lineIndex: number, isPart: (line: YamlLine) => boolean): number {
  let count = 0;
  for (let index = lineIndex + 1; index < lines.length; index += 1) {
    const line = lines[index]!;
    if (line.text === '' || line.text.trimStart().startsWith('#')) continue;
    if (!isPart(line)) break;
    count = index - lineIndex;
  }
  return count;
}

export function blankLines(count: number): string[] {
  return Array.from({ length: count }, () => '');
}

/** Replaces a line and the text indented below it. */
export function replaceText(lines: readonly YamlLine[], lineIndex: number, text: string): string[] {
  const { head } = lines[lineIndex]!;
  return [
    text,
    ...blankLines(countBelow(lines, lineIndex, ({ indent, name }) => name === null && indent > head.length)),
  ];
}

/** Replaces a line and all lines indented below it. */
export function replaceBlock(lines: readonly YamlLine[], lineIndex: number, text: string): string[] {
  const { head } = lines[lineIndex]!;
  return [text, ...blankLines(countBelow(lines, lineIndex, ({ indent }) => indent > head.length))];
}

/** Returns the corrected line, in quotes if it is indented. */
export function correctedLine(text: string, indent: number): string {
  return indent === 0 ? text : `"${' '.repeat(indent)}${text}"`;
}

/** Splits a field with a missing or wrong colon, or no space after it. Null for other lines. */
export function fieldWithoutColon(
  { name, value }: YamlLine,
  names: ReadonlySet<string>,
): { word: string; mark: string; rest: string } | null {
  if (name !== null) return null;
  const [, word, mark = '', textAfterName = ''] = /^([A-Za-z_][\w-]*)\s*([:=\uff1a]?)\s*(.*)$/.exec(value) ?? [];
  const isNone =
    word === undefined ||
    (mark === '' && !names.has(word)) ||
    (mark === ':' && /^\/\/\S/.test(textAfterName) && !names.has(word));
  return isNone ? null : { word, mark, rest: textAfterName };
}
