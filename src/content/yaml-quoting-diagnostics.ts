import { isBlockIndicator, parseYamlLine, withQuotedValue, type YamlLine } from './yaml-line.js';
import { formatCorrectedLine, type DiagnosticResult, type YamlSyntaxError } from './yaml-diagnostic.js';

/** Finds an unclosed quote. */
export function findUnclosedQuote({ code, lines, quote }: YamlSyntaxError): DiagnosticResult {
  if (quote === null) return null;
  // If the closing quote is in a later field, the quote of this field was probably not closed.
  const isClosedLater = quote.end > quote.lineIndex && lines[quote.end]?.name != null;
  const isOpen = isClosedLater || (code === 'MISSING_CHAR' && quote.isCutOff);
  if (!isOpen || lines[quote.lineIndex]!.value === '') return null;
  const line = lines[quote.lineIndex]!;
  return {
    lineIndex: quote.lineIndex,
    column: quote.column,
    message: 'the quote opened here is never closed',
    tip: `write ${line.text.trimStart()}${line.text[quote.column]!}`,
  };
}

/** Finds an invalid escape sequence. */
export function findInvalidEscape(error: YamlSyntaxError): DiagnosticResult {
  if (error.code !== 'BAD_DQ_ESCAPE') return null;
  const { value } = error.lines[error.lineIndex]!;
  const message = 'a backslash is an escape character inside double quotes';
  return { column: error.column, message, tip: quotingTip(error, value.slice(1, -1), 'use single quotes:') };
}

/** Finds a bracket that is not closed on its line or after the items below. */
export function findUnclosedBracket({ lines, lineIndex }: YamlSyntaxError): DiagnosticResult {
  const lineAbove = lines.findLastIndex((line, index) => index < lineIndex && line.text !== '' && !continuesLine(line));
  for (const start of [lineIndex, lineAbove]) {
    const { text, value, name } = lines[start] ?? parseYamlLine('');
    const [bracket] = /^[[{]/.exec(value) ?? [];
    const next = lines.findIndex((line, index) => index > start && line.text !== '' && !continuesLine(line));
    const blockLines = lines.slice(start, next < 0 ? undefined : next).map((line) => line.text);
    const items = blockLines.filter((row) => row !== '' && !row.trimStart().startsWith('#'));
    if (bracket === undefined || /[\]}]/.test(items.join('\n'))) continue;
    items.push(`${items.pop()!}${bracket === '[' ? ']' : '}'}`);
    const tip = items.length === 1 ? `write ${items[0]!.trimStart()}` : `close it after the last: "${items.at(-1)!}"`;
    // If the whole record is in brackets, the remaining lines are inside them.
    const isLast = name === null && text === value;
    const message = 'the bracket opened here is never closed';
    return { lineIndex: start, column: text.length - value.length, message, tip, isLast };
  }
  return null;
}

/** Whether a line is neither a field nor a list item, so that it can only continue the line above. */
function continuesLine({ name, hyphen }: YamlLine): boolean {
  return name === null && hyphen === null;
}

/** Finds a reserved character at the start of a text. */
export function findReservedAtStart(error: YamlSyntaxError): DiagnosticResult {
  const line = error.lines[error.lineIndex]!;
  if (isBlockIndicator(line.value) || !/^[@`%*&!|>]|^[[{][^\]}]*[\]}]\s*\S/.test(line.value)) return null;
  const message = `a text that begins with ${line.value[0]!} must be in quotes`;
  return { column: line.text.length - line.value.length, message, tip: quotingTip(error, line.value) };
}

/** Finds one of the characters `& * !` anywhere in a line. */
export function findReservedCharacter(error: YamlSyntaxError): DiagnosticResult {
  const { lines, lineIndex, column } = error;
  const message = `a text that begins with ${lines[lineIndex]!.text[column] ?? 'a sign'} must be in quotes`;
  return findReservedAtStart(error) ?? { column, message, tip: 'put it in quotes' };
}

/** Finds a quote inside quotes. */
export function findUnescapedQuote(error: YamlSyntaxError): DiagnosticResult {
  const { text, value } = error.lines[error.lineIndex]!;
  const [quoteMark] = /^["']/.exec(value) ?? [];
  if (quoteMark === undefined || error.column < text.length - value.length) return null;
  const [, quotedParts] = /^"([^"]*)",$|^'([^']*)',$/.exec(value)?.filter((part) => part !== undefined) ?? [];
  if (quotedParts !== undefined)
    return { column: error.column, message: 'a comma after the quotes', tip: quotingTip(error, quotedParts) };
  const isEnclosed = value.length > 1 && value.endsWith(quoteMark);
  const fullText = isEnclosed ? value.slice(1, -1) : value;
  return {
    column: error.column,
    message: 'the closing quote is before the end of the text',
    tip: quotingTip(error, fullText),
  };
}

/** Finds a colon in a text without quotes. */
export function findUnquotedColon(error: YamlSyntaxError): DiagnosticResult {
  const { text, name, value } = error.lines[error.lineIndex]!;
  const colon = value.search(/:(?: |$)/);
  if (name === null || colon < 0 || /^["']/.test(value)) return null;
  const column = text.length - value.length + colon;
  return { column, message: 'a text with a colon must be in quotes', tip: quotingTip(error, value) };
}

/** Finds a line `---` between two records. */
export function findSecondRecord({ code }: YamlSyntaxError): DiagnosticResult {
  if (code !== '---') return null;
  const tip = 'remove the line --- or ...; write one record per file';
  return { column: 0, message: 'a second record begins here', tip, isLast: true };
}

/** Finds a line that is neither a field nor an item. */
export function findMissingFieldName({ lines, lineIndex }: YamlSyntaxError): DiagnosticResult {
  const { name, value } = lines[lineIndex]!;
  if (name !== null || value === '') return null;
  const tip = `if it continues the line above, indent it by two more spaces: ${formatCorrectedLine(value, 2)}`;
  return { message: 'this line is not a field', tip };
}

/** Returns a tip with the line as it would be with its text in quotes. */
function quotingTip({ lines, lineIndex }: YamlSyntaxError, text: string, verb = 'write'): string {
  return `${verb} ${withQuotedValue(lines[lineIndex]!, text)}`;
}
