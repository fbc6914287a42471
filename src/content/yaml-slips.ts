import type { YAMLError } from 'yaml';
import { quoted } from '../records/wording.js';
import type { YamlLine } from './yaml-line.js';
import { withQuotes, yamlLine } from './yaml-line.js';

/** What is wrong with a file that is not well-formed, in the words of its author. */
export interface YamlSlip {
  /** From 1. */
  line: number;
  column: number;
  message: string;
  /** The line as it should be. */
  tip: string;
}

/** What a slip is told from. */
interface Fault {
  code: YAMLError['code'];
  lines: readonly YamlLine[];
  /** The line at which the parser gave up, from 0. */
  at: number;
  /** The column, from 0. */
  column: number;
  /** Where the last text in quotes begins; null where the last value has none. */
  quote: { at: number; column: number } | null;
  /** The names that fields of this file can have. */
  names: ReadonlySet<string>;
}

type Found = { at?: number; column?: number; message: string; tip: string } | null;

/** The first that knows what happened tells it. */
const SLIPS: readonly ((fault: Fault) => Found)[] = [
  leftByMerge,
  noBreakSpace,
  tab,
  openQuote,
  badEscape,
  listBesideName,
  textBesideSign,
  openBracket,
  signAtBeginning,
  quoteInside,
  strayIndent,
  colonInText,
  noHyphen,
  otherIndent,
  noColon,
  noField,
];

/**
 * Tells what somebody did who wrote a file that the parser gave up at: one plain sentence, and the line as it should be.
 * The parser sees only where its grammar ends; the slip is read from the lines around that place.
 */
export function explainFault(
  text: string,
  { code, at, column, quote }: Pick<Fault, 'code' | 'at' | 'column' | 'quote'>,
  names: ReadonlySet<string>,
): YamlSlip {
  const lines = text.split(/\r?\n/).map(yamlLine);
  // A fault at the end of the file is one of the last line that has something in it.
  const last = lines.findLastIndex((line) => line.text !== '');
  const fault = { code, lines, at: Math.min(at, Math.max(last, 0)), column, quote, names };
  for (const slip of SLIPS) {
    const found = slip(fault);
    if (found) {
      const { at: line = fault.at, column: place = lines[line]!.indent, message, tip } = found;
      return { line: line + 1, column: place + 1, message, tip };
    }
  }
  const tip = 'write each field as name: value, and a text with unusual signs in quotes';
  return { line: fault.at + 1, column: column + 1, message: 'this line cannot be read', tip };
}

function leftByMerge({ lines }: Fault): Found {
  const at = lines.findIndex(({ text }) => /^(?:<{7}|={7}|>{7})(?: |$)/.test(text));
  if (at < 0) return null;
  const tip = 'keep one of the two versions, and take out the lines with <<<<<<<, ======= and >>>>>>>';
  return { at, column: 0, message: 'a mark that a merge of two versions left', tip };
}

function noBreakSpace({ lines, at }: Fault): Found {
  const place = [at, at + 1].find((each) => NO_BREAK_SPACE.test(lines[each]?.text ?? ''));
  if (place === undefined) return null;
  const { text } = lines[place]!;
  return { at: place, column: text.indexOf('\u00a0'), ...noBreakSpaceTold(text) };
}

/** A no-break space where the form of the file needs a plain one: at the beginning, behind a colon or a hyphen. */
const NO_BREAK_SPACE = /^ *\u00a0|^\s*(?:- *)*[\w-]*:?\u00a0/;

/** What is said of a line with a no-break space. */
export function noBreakSpaceTold(line: string): { message: string; tip: string } {
  const plain = line.trimEnd().replaceAll('\u00a0', ' ');
  const indent = plain.length - plain.trimStart().length;
  const message = 'a no-break space where an ordinary one belongs';
  return { message, tip: `type it anew: ${shown(plain.trimStart(), indent)}` };
}

function tab({ code, lines, at }: Fault): Found {
  const { text } = lines[at]!;
  if (code !== 'TAB_AS_INDENT' && !/^ *\t/.test(text)) return null;
  const above = lines.findLast((line, place) => place < at && line.text !== '');
  const indent = (above?.head.length ?? 0) + (above?.name !== null && above?.value === '' ? 2 : 0);
  const tip = `set it in with blanks: ${shown(text.trimStart(), indent)}`;
  return { column: 0, message: 'a tab at the beginning of the line', tip };
}

function openQuote({ code, lines, at, quote }: Fault): Found {
  if (quote === null) return null;
  // A quote that is closed by that of a later line was meant to be closed on its own.
  const isOpen = code === 'MISSING_CHAR' || (quote.at < at && lines[at]!.name !== null);
  if (!isOpen || lines[quote.at]!.value === '') return null;
  const line = lines[quote.at]!;
  const mark = line.text[quote.column]!;
  const message = 'the quote opened here is never closed';
  return { at: quote.at, column: quote.column, message, tip: `write ${line.text.trimStart()}${mark}` };
}

function badEscape({ code, lines, at, column }: Fault): Found {
  if (code !== 'BAD_DQ_ESCAPE') return null;
  const line = lines[at]!;
  const tip = `use single quotes: ${withQuotes(line, line.value.slice(1, -1))}`;
  return { column, message: 'a backslash means something of its own inside double quotes', tip };
}

function listBesideName({ lines, at }: Fault): Found {
  const { text, head, name, value } = lines[at]!;
  if (name === null || !/^- /.test(value)) return null;
  const tip = `write each item on a line of its own, below ${name}: ${shown(value, head.length + 2)}`;
  return { column: text.length - value.length, message: 'a list cannot begin on the line of its field', tip };
}

function textBesideSign({ lines, at }: Fault): Found {
  const { text, name, value } = lines[at]!;
  const [, sign, rest] = /^([|>][+-]?)\s+(\S.*)$/.exec(value) ?? [];
  if (name === null || sign === undefined || rest === undefined) return null;
  const tip = `begin it on the next line, set in by two blanks: ${shown(rest, 2)}`;
  return { column: text.length - rest.length, message: `a long text cannot begin on the line of its ${sign}`, tip };
}

function openBracket({ lines, at }: Fault): Found {
  for (const place of [at, at - 1]) {
    const { text, value } = lines[place] ?? yamlLine('');
    const [open] = /^[[{]/.exec(value) ?? [];
    if (open === undefined || /[\]}]/.test(value)) continue;
    const tip = `write ${text.trimStart()}${open === '[' ? ']' : '}'}`;
    return { at: place, column: text.length - value.length, message: 'the bracket opened here is never closed', tip };
  }
  return null;
}

function signAtBeginning({ lines, at }: Fault): Found {
  return signTold(lines[at]!);
}

/** What is said of a text that begins with a sign that YAML keeps for itself; null for any other. */
export function signTold(line: YamlLine): { column: number; message: string; tip: string } | null {
  const { text, value } = line;
  if (!/^[@`%*&!|>]|^[[{][^\]}]*[\]}]\s*\S/.test(value)) return null;
  const message = `a text that begins with ${value[0]!} must stand in quotes`;
  return { column: text.length - value.length, message, tip: `write ${withQuotes(line, value)}` };
}

function quoteInside({ lines, at, column }: Fault): Found {
  const line = lines[at]!;
  const [mark] = /^["']/.exec(line.value) ?? [];
  if (mark === undefined) return null;
  const isAround = line.value.length > 1 && line.value.endsWith(mark);
  const tip = `write ${withQuotes(line, isAround ? line.value.slice(1, -1) : line.value)}`;
  return { column, message: 'the quotes end before the text does', tip };
}

/** A line that is set in below one that has its value already. */
function strayIndent({ lines, at }: Fault): Found {
  const next = lines.findIndex(({ text }, place) => place > at && text !== '');
  const [line, below] = [lines[at]!, lines[next]];
  if (!below || line.name === null || line.value === '' || below.name === null) return null;
  if (below.hyphen !== null || below.indent <= line.head.length) return null;
  const tip = `let it begin where ${line.name} begins: ${shown(below.text.trimStart(), line.head.length)}`;
  return { at: next, message: 'this line is set in further than the one above', tip };
}

function colonInText({ lines, at }: Fault): Found {
  const line = lines[at]!;
  const colon = line.value.search(/:(?: |$)/);
  if (line.name === null || colon < 0) return null;
  const column = line.text.length - line.value.length + colon;
  return { column, message: 'a text with a colon must stand in quotes', tip: `write ${withQuotes(line, line.value)}` };
}

function noHyphen({ lines, at }: Fault): Found {
  const line = lines[at]!;
  const above = lines.findLast(({ text }, place) => place < at && text !== '');
  if (line.hyphen !== null || line.name !== null || above?.hyphen == null || line.indent < above.hyphen) return null;
  return { message: 'no hyphen before this item', tip: `write ${shown(`- ${line.value}`, above.hyphen)}` };
}

/** A line that begins neither where its neighbours do nor where theirs do. */
function otherIndent({ lines, at }: Fault): Found {
  const line = lines[at]!;
  if (line.name === null && line.hyphen === null) return null;
  const own = line.hyphen ?? line.indent;
  const columns = lines.slice(0, at).flatMap(({ text, hyphen, name, head }) => {
    if (text === '' || text.startsWith('#')) return [];
    if (line.hyphen !== null) return hyphen ?? [];
    return name === null ? [] : head.length;
  });
  const nearest = columns.reduceRight<number | null>(
    (best, column) => (best === null || Math.abs(column - own) < Math.abs(best - own) ? column : best),
    null,
  );
  if (nearest === null || nearest === own) return null;
  const tip = `let it begin with ${blanks(nearest)}: ${shown(line.text.trimStart(), nearest)}`;
  return { message: `this line begins with ${blanks(own)}, its neighbours with ${nearest || 'none'}`, tip };
}

function noColon({ lines, at, names }: Fault): Found {
  const { text, head, name, value } = lines[at]!;
  if (name !== null) return null;
  const [, word, mark = '', rest = ''] = /^([A-Za-z_][\w-]*)\s*([:=\uff1a]?)\s*(.*)$/.exec(value) ?? [];
  if (word === undefined || (mark === '' && !names.has(word))) return null;
  const told = { ':': 'no blank behind the colon', '': 'no colon behind the name of the field' }[mark];
  const message = told ?? `${quoted(mark)} where a colon belongs`;
  const column = head.length + word.length;
  return { column: Math.min(column, text.length), message, tip: `write ${head.trimStart()}${word}: ${rest}` };
}

function noField({ lines, at }: Fault): Found {
  const { name, value } = lines[at]!;
  if (name !== null || value === '') return null;
  const tip = `if it goes on with the line above, set it in by two blanks more: ${shown(value, 2)}`;
  return { message: 'this line is no field', tip };
}

/** A line as it should be; in quotes where the blanks before it matter. */
function shown(text: string, indent: number): string {
  return indent === 0 ? text : `"${' '.repeat(indent)}${text}"`;
}

function blanks(count: number): string {
  return count === 0 ? 'no blanks' : `${count} blank${count === 1 ? '' : 's'}`;
}
