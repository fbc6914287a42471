import type { YamlLine } from './yaml-line.js';

/** A syntax error, explained to the author of the file. */
export interface YamlDiagnostic {
  /** Index of the line, 0-based. */
  lineIndex: number;
  column: number;
  message: string;
  /** How to correct the line. */
  tip: string;
  /** Whether the record ends at this line, so that the lines below are not checked. */
  isLast?: boolean;
}

/** A YAML syntax error, with its position and the lines of the file. */
export interface YamlSyntaxError {
  /** Error code of the parser; one of `& * !`; or `---` for a second record. */
  code: string;
  lines: readonly YamlLine[];
  /** Index of the line at which the parser failed, 0-based. */
  lineIndex: number;
  /** Column, 0-based. */
  column: number;
  /** The last quoted text that starts before the error; null if there is none. */
  quote: { lineIndex: number; column: number; end: number; isCutOff: boolean } | null;
  /** Valid field names of the file. */
  names: ReadonlySet<string>;
}

/** Result of a check for one type of error; null if there is none. Default line: that of the syntax error. */
export type DiagnosticResult =
  | (Pick<YamlDiagnostic, 'message' | 'tip' | 'isLast'> & { lineIndex?: number; column?: number })
  | null;

/** Formats a corrected line for a tip: with its indentation, and in quotes if it is indented. */
export function formatCorrectedLine(text: string, indent: number): string {
  return indent === 0 ? text : `"${' '.repeat(indent)}${text}"`;
}

/** Splits a line whose colon is missing, wrong or without a space into field name and text. Null for other lines. */
export function splitFieldWithoutColon(
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
