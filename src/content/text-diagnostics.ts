import { isBlockIndicator, withQuotes, yamlLine } from './yaml-line.js';
import type { YamlLine } from './yaml-line.js';
import type { SyntaxFault, FoundDiagnostic } from './yaml-diagnostic.js';
import {
  countBelow,
  blankLines,
  fieldWithoutColon,
  replaceBlock,
  replaceText,
  correctedLine,
} from './yaml-diagnostic.js';

/** Finds an unclosed quote. */
export function openQuote({ code, lines, quote, names }: SyntaxFault): FoundDiagnostic {
  if (quote === null) return null;
  // A quote that is closed only in a later field should have ended before it.
  const isClosedLater = quote.end > quote.at && lines[quote.end]?.name != null;
  const isOpen = isClosedLater || (code === 'MISSING_CHAR' && quote.isCutOff);
  if (!isOpen || lines[quote.at]!.value === '') return null;
  const line = lines[quote.at]!;
  const fix = `${line.text}${line.text[quote.column]!}`;
  return {
    at: quote.at,
    column: quote.column,
    message: 'the quote opened here is never closed',
    tip: `write ${fix.trimStart()}`,
    fix: [fix, ...blankLines(countBelow(lines, quote.at, (below) => goesOn(below, names)))],
  };
}

/** Finds an invalid escape sequence. */
export function badEscape(fault: SyntaxFault): FoundDiagnostic {
  if (fault.code !== 'BAD_DQ_ESCAPE') return null;
  const { value } = fault.lines[fault.at]!;
  const message = 'a backslash is an escape character inside double quotes';
  return { column: fault.column, message, ...inQuotes(fault, value.slice(1, -1), 'use single quotes:') };
}

/** Finds a text on the line of a block indicator. */
export function textBesideSign({ lines, at }: SyntaxFault): FoundDiagnostic {
  const { text, name, value } = lines[at]!;
  const [, sign, rest] = /^([|>][+-]?)\s+(\S.*)$/.exec(value) ?? [];
  if (name === null || sign === undefined || rest === undefined) return null;
  const tip = `begin it on the next line, indented by two spaces: ${correctedLine(rest, 2)}`;
  const column = text.length - rest.length;
  const message = `a long text cannot begin on the line of its ${sign}`;
  return { column, message, tip, fix: [text.slice(0, column).trimEnd()] };
}

/** Maximum length of a line that is split into items, in characters. */
const MAX_LIST_LENGTH = 1_000;

/** Finds a comma in brackets with nothing before it. */
export function strayComma({ lines, at }: SyntaxFault): FoundDiagnostic {
  const { text, value } = lines[at]!;
  if (value.length > MAX_LIST_LENGTH) return null;
  const [before = null] = /^\[(?:[^"'\]]*,)?\s*(?=,[^"']*\]$)/.exec(value) ?? [];
  if (before === null) return null;
  const begin = text.length - value.length;
  const fix = text.slice(0, begin) + value.replace(/^\[[\s,]*/, '[').replace(/,(?:\s*,)+/g, ',');
  const message = before.includes(',') ? 'two commas with nothing between them' : 'a comma with nothing before it';
  return { column: begin + before.length, message, tip: `write ${fix.trimStart()}`, fix: [fix] };
}

/** Finds a bracket that is not closed on its line or after the items below. */
export function openBracket({ lines, at }: SyntaxFault): FoundDiagnostic {
  const above = lines.findLastIndex((line, place) => place < at && line.text !== '' && !isInside(line));
  for (const place of [at, above]) {
    const { text, value, name } = lines[place] ?? yamlLine('');
    const [open] = /^[[{]/.exec(value) ?? [];
    const last = place + countBelow(lines, place, isInside);
    const items = lines.slice(place, last + 1).map((line) => line.text);
    if (open === undefined || /[\]}]/.test(items.join('\n'))) continue;
    items.push(`${items.pop()!}${open === '[' ? ']' : '}'}`);
    const tip = items.length === 1 ? `write ${items[0]!.trimStart()}` : `close it after the last: "${items.at(-1)!}"`;
    // If the whole record is in brackets, the remaining lines are inside them.
    const rest = name === null && text === value ? blankLines(lines.length - last - 1) : [];
    const message = 'the bracket opened here is never closed';
    return { at: place, column: text.length - value.length, message, tip, fix: [...items, ...rest] };
  }
  return null;
}

/** Whether a line can only continue the line above. */
function isInside({ name, hyphen }: YamlLine): boolean {
  return name === null && hyphen === null;
}

/** Finds a reserved character at the start of a text. */
export function signAtBeginning(fault: SyntaxFault): FoundDiagnostic {
  const line = fault.lines[fault.at]!;
  if (isBlockIndicator(line.value) || !/^[@`%*&!|>]|^[[{][^\]}]*[\]}]\s*\S/.test(line.value)) return null;
  const message = `a text that begins with ${line.value[0]!} must be in quotes`;
  return { column: line.text.length - line.value.length, message, ...inQuotes(fault, line.value) };
}

/** Finds one of the characters `& * !` anywhere in a line. */
export function signAlone(fault: SyntaxFault): FoundDiagnostic {
  const { lines, at, column } = fault;
  const message = `a text that begins with ${lines[at]!.text[column] ?? 'a sign'} must be in quotes`;
  const found = signAtBeginning(fault) ?? { column, message, tip: 'put it in quotes', fix: [''] };
  // Indented lines belong to the map or list that the anchor or tag would apply to.
  return { ...found, fix: replaceBlock(lines, at, found.fix[0]!) };
}

/** Finds a quote inside quotes. */
export function quoteInside(fault: SyntaxFault): FoundDiagnostic {
  const { text, value } = fault.lines[fault.at]!;
  const [mark] = /^["']/.exec(value) ?? [];
  if (mark === undefined || fault.column < text.length - value.length) return null;
  const [, inside] = /^"([^"]*)",$|^'([^']*)',$/.exec(value)?.filter((part) => part !== undefined) ?? [];
  if (inside !== undefined)
    return { column: fault.column, message: 'a comma after the quotes', ...inQuotes(fault, inside) };
  const isAround = value.length > 1 && value.endsWith(mark);
  const whole = isAround ? value.slice(1, -1) : value;
  return { column: fault.column, message: 'the quotes end before the text does', ...inQuotes(fault, whole) };
}

/** Finds a colon in a text without quotes. */
export function colonInText(fault: SyntaxFault): FoundDiagnostic {
  const { text, name, value } = fault.lines[fault.at]!;
  const colon = value.search(/:(?: |$)/);
  if (name === null || colon < 0 || /^["']/.test(value)) return null;
  const column = text.length - value.length + colon;
  return { column, message: 'a text with a colon must be in quotes', ...inQuotes(fault, value) };
}

/** Finds a line `---` between two records. */
export function secondRecord({ code, lines, at }: SyntaxFault): FoundDiagnostic {
  if (code !== '---') return null;
  const end = lines.findLastIndex(({ text }, place) => place < at && text !== '');
  const isPoints = lines[end]?.text === '...' && !lines[at]!.text.startsWith('---');
  if (lines.slice(at + 1).find(({ text }) => text !== '')?.name === null) {
    const tip = 'remove the line ---, and write the text into a Markdown file of its own';
    return { column: 0, message: 'the fields end here, and a text begins', tip, fix: blankLines(lines.length - at) };
  }
  const tip = `remove the line ${isPoints ? '...' : '---'}; write one record per file`;
  return { at: isPoints ? end : at, column: 0, message: 'a second record begins here', tip, fix: [''] };
}

/** Reports a line that is neither a field nor an item. */
export function noField({ lines, at, names }: SyntaxFault): FoundDiagnostic {
  const { name, value } = lines[at]!;
  if (name !== null || value === '') return null;
  const tip = `if it continues the line above, indent it by two more spaces: ${correctedLine(value, 2)}`;
  return {
    message: 'this line is not a field',
    tip,
    fix: blankLines(1 + countBelow(lines, at, (below) => goesOn(below, names))),
  };
}

/** Whether a line can only continue the text above. */
function goesOn(line: YamlLine, names: ReadonlySet<string>): boolean {
  return isInside(line) && fieldWithoutColon(line, names) === null;
}

/** Returns the tip and the fix that put the text of a line in quotes. */
function inQuotes({ lines, at }: SyntaxFault, text: string, how = 'write'): { tip: string; fix: readonly string[] } {
  const line = lines[at]!;
  const quoted = withQuotes(line, text);
  return { tip: `${how} ${quoted}`, fix: replaceText(lines, at, `${' '.repeat(line.indent)}${quoted}`) };
}
