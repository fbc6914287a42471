import type { YamlLine } from './yaml-line.js';

/** What is wrong with a file that is not well-formed, in the words of its author. */
export interface YamlSlip {
  /** Line and column, from 0. */
  at: number;
  column: number;
  message: string;
  /** The line as it should be. */
  tip: string;
  /** The line as the tip has it, and after it those below that are a part of the slip; empty where they are left out. */
  mended: readonly string[];
}

/** What a slip is told from. */
export interface Fault {
  /** The parser's code; one of the signs `& * !`; or `---` at a second record. */
  code: string;
  lines: readonly YamlLine[];
  /** The lines as they were written, before those above were mended. */
  written: readonly string[];
  /** The line at which the parser gave up, from 0. */
  at: number;
  /** The column, from 0. */
  column: number;
  /** The last text in quotes that begins before: where it begins, the line at which it ends, and whether the fault is there. */
  quote: { at: number; column: number; end: number; isCutOff: boolean } | null;
  /** The names that fields of this file can have. */
  names: ReadonlySet<string>;
}

/** A slip at the line of the fault and where its text begins, unless it says another place; null where it is another slip. */
export type Found = (Pick<YamlSlip, 'message' | 'tip' | 'mended'> & { at?: number; column?: number }) | null;

/**
 * Counts the lines below one that belong to it, up to the first that does not.
 * Lines without content belong to whatever is around them.
 */
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

/** So many lines without content. */
export function emptied(count: number): string[] {
  return Array.from({ length: count }, () => '');
}

/** A line in place of the one at a place and of all text that is set in below it. */
export function inPlaceOfText(lines: readonly YamlLine[], at: number, text: string): string[] {
  const { head } = lines[at]!;
  return [text, ...emptied(countBelow(lines, at, ({ indent, name }) => name === null && indent > head.length))];
}

/** A line in place of the one at a place and of all that is set in below it. */
export function inPlaceOfAll(lines: readonly YamlLine[], at: number, text: string): string[] {
  const { head } = lines[at]!;
  return [text, ...emptied(countBelow(lines, at, ({ indent }) => indent > head.length))];
}

/** A line as it should be; in quotes where the blanks before it matter. */
export function shown(text: string, indent: number): string {
  return indent === 0 ? text : `"${' '.repeat(indent)}${text}"`;
}

/** A field whose colon is left out or is another sign, or has no blank behind it; null for any other line. */
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
