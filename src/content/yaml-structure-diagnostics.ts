import { quoteText } from '../records/message-text.js';
import { isBlockIndicator, type YamlLine } from './yaml-line.js';
import {
  formatCorrectedLine,
  type DiagnosticResult,
  splitFieldWithoutColon,
  type YamlSyntaxError,
} from './yaml-diagnostic.js';

/** A no-break space in the indentation, or after a hyphen or colon, where YAML requires a plain space. */
const NO_BREAK_SPACE = /^ *\u00a0|^\s*(?:- *)*[\w-]*:?\u00a0/;

/** Finds a no-break space where YAML requires a plain space. */
export function findNoBreakSpace({ lines, lineIndex }: YamlSyntaxError): DiagnosticResult {
  const isAffected = (index: number) => NO_BREAK_SPACE.test(lines[index]?.text ?? '');
  const affectedLine = [lineIndex, lineIndex + 1].find(isAffected);
  if (affectedLine === undefined) return null;
  const { text } = lines[affectedLine]!;
  return { lineIndex: affectedLine, column: text.indexOf('\u00a0'), ...explainNoBreakSpace(text) };
}

export function explainNoBreakSpace(line: string): { message: string; tip: string } {
  const plainLine = line.trimEnd().replaceAll('\u00a0', ' ');
  const indent = plainLine.length - plainLine.trimStart().length;
  const tip = `type it again: ${formatCorrectedLine(plainLine.trimStart(), indent)}`;
  return { message: 'a no-break space instead of a space', tip };
}

/** Finds a tab used for indentation. */
export function findTabIndent({ code, lines, lineIndex, column }: YamlSyntaxError): DiagnosticResult {
  const isTabbed = (index: number) => /^ *\t/.test(lines[index]?.text ?? '');
  // The parser reports missing content below a field at the end of the field's line.
  const isBelow = column >= lines[lineIndex]!.text.length && isTabbed(lineIndex + 1);
  if (!isBelow && !isTabbed(lineIndex) && code !== 'TAB_AS_INDENT') return null;
  const tabbedLine = isBelow && !isTabbed(lineIndex) ? lineIndex + 1 : lineIndex;
  const tip = `indent it with spaces: ${formatCorrectedLine(lines[tabbedLine]!.text.trimStart(), indentLike(lines, tabbedLine))}`;
  return { lineIndex: tabbedLine, column: 0, message: 'a tab at the beginning of the line', tip };
}

/** Returns the indentation for a line with tabs: that of its nearest possible sibling above. */
function indentLike(lines: readonly YamlLine[], lineIndex: number): number {
  const line = lines[lineIndex]!;
  const linesAbove = lines.slice(0, lineIndex).filter(({ text }) => text !== '');
  const lastAbove = linesAbove.at(-1);
  if (lastAbove?.name != null && (lastAbove.value === '' || isBlockIndicator(lastAbove.value)))
    return lastAbove.head.length + 2;
  // In a block text of a top-level field, only the lines of the text are indented.
  if (isBlockIndicator(linesAbove.findLast(({ indent }) => indent === 0)?.value ?? '')) return lastAbove!.indent;
  if (line.hyphen !== null) return linesAbove.findLast(({ hyphen }) => hyphen !== null)?.hyphen ?? 0;
  return linesAbove.findLast(({ name }) => name !== null)?.head.length ?? 0;
}

/** Finds a list that starts on the line of its field. */
export function findListBesideName({ lines, lineIndex }: YamlSyntaxError): DiagnosticResult {
  const { text, head, name, value } = lines[lineIndex]!;
  if (name === null || !/^- /.test(value)) return null;
  const tip = `write each item on a line of its own, below ${name}: ${formatCorrectedLine(value, head.length + 2)}`;
  const column = text.length - value.length;
  return { column, message: 'a list cannot begin on the line of its field', tip };
}

/** Finds an indented line below a field that already has a value. */
export function findStrayIndent({ lines, lineIndex }: YamlSyntaxError): DiagnosticResult {
  const nextLine = lines.findIndex(({ text }, index) => index > lineIndex && text !== '');
  const [line, below] = [lines[lineIndex]!, lines[nextLine]];
  if (!below || line.name === null || line.value === '' || below.name === null) return null;
  if (below.hyphen !== null || below.indent <= line.head.length) return null;
  const tip = `let it begin where ${line.name} begins: ${formatCorrectedLine(below.text.trimStart(), line.head.length)}`;
  return { lineIndex: nextLine, message: 'this line is indented further than the one above', tip };
}

/** Finds a field indented below an item that is a text. */
export function findFieldBelowItem({ lines, lineIndex }: YamlSyntaxError): DiagnosticResult {
  const nextLine = lines.findIndex(({ text }, index) => index > lineIndex && text !== '');
  const [item, below] = [lines[lineIndex]!, lines[nextLine]];
  if (!below || item.hyphen === null || item.name !== null || item.value === '' || isBlockIndicator(item.value))
    return null;
  if (below.name === null || below.hyphen !== null || below.indent <= item.hyphen) return null;
  const line = `${item.head.trimStart()}source: ${item.value}`;
  const tip = `remove it, or write a field name before the text too, as in ${formatCorrectedLine(line, item.hyphen)}`;
  return { lineIndex: nextLine, message: 'a field below an item that is a text', tip };
}

/** Finds a list item without a hyphen. */
export function findMissingHyphen({ lines, lineIndex }: YamlSyntaxError): DiagnosticResult {
  const line = lines[lineIndex]!;
  const lineAbove = lines.findLast(({ text }, index) => index < lineIndex && text !== '');
  if (line.hyphen !== null || line.name !== null || lineAbove?.hyphen == null || line.indent < lineAbove.hyphen)
    return null;
  const tip = `write ${formatCorrectedLine(`- ${line.value}`, lineAbove.hyphen)}`;
  return { message: 'no hyphen before this item', tip };
}

/** Finds a list item whose list belongs to no field. Runs after the more specific diagnostics. */
export function findItemWithoutField({ lines, lineIndex }: YamlSyntaxError): DiagnosticResult {
  const { text, hyphen, indent } = lines[lineIndex]!;
  if (hyphen === null) return null;
  const tip = `write the name of the field above it, then ${formatCorrectedLine(text.trimStart(), indent + 2)}`;
  return { message: 'an item of a list that has no field', tip };
}

/** Finds a line whose indentation matches none of its neighbours. */
export function findUnequalIndent({ lines, lineIndex, names }: YamlSyntaxError): DiagnosticResult {
  const line = lines[lineIndex]!;
  if (line.name === null && line.hyphen === null) return null;
  const ownColumn = columnOf(line, line)!;
  const firstLine = lines.findIndex(({ text }) => text !== '' && !text.startsWith('#'));
  if (ownColumn === 0 && lines[firstLine]!.indent > 0) return explainIndent(lines, firstLine, 0);
  // Items may start in the column of their field.
  const parent = lines.findLastIndex((candidate, index) => {
    const isField = indentOf(candidate) === ownColumn && line.hyphen !== null && candidate.hyphen === null;
    return index < lineIndex && (indentOf(candidate) < ownColumn || isField);
  });
  const columns = lines.slice(Math.max(parent, 0), lineIndex).flatMap((above) => columnOf(above, line) ?? []);
  // On a tie, the column of the earlier line wins for a top-level field, otherwise that of the later line.
  const isOfRecord = line.name !== null && names.has(line.name);
  const sortedColumns = (isOfRecord ? columns : columns.reverse()).sort(
    (a, b) => Math.abs(a - ownColumn) - Math.abs(b - ownColumn),
  );
  const [nearestColumn = ownColumn] = sortedColumns;
  return nearestColumn === ownColumn ? null : explainIndent(lines, lineIndex, nearestColumn);
}

/** Returns the indentation of a line; Infinity for blank lines and comments, which can be in any field. */
function indentOf({ text, indent }: YamlLine): number {
  return text === '' || text.trimStart().startsWith('#') ? Infinity : indent;
}

/** Returns the column of a line's hyphen if `sibling` is a list item, else of its field name; null if it has none. */
function columnOf({ head, hyphen, name }: YamlLine, sibling: YamlLine): number | null {
  if (sibling.hyphen !== null) return hyphen;
  return name === null ? null : head.length;
}

function explainIndent(lines: readonly YamlLine[], lineIndex: number, indent: number): NonNullable<DiagnosticResult> {
  const line = lines[lineIndex]!;
  const ownIndent = line.hyphen ?? line.indent;
  const tip = `let it begin with ${describeSpaces(indent)}: ${formatCorrectedLine(line.text.trimStart(), indent)}`;
  const message = `this line begins with ${describeSpaces(ownIndent)}, the lines around it with ${indent || 'none'}`;
  return { lineIndex, message, tip };
}

/** Finds a field without a colon, or without a space after it. */
export function findMissingColon({ lines, lineIndex, names }: YamlSyntaxError): DiagnosticResult {
  const { text, head } = lines[lineIndex]!;
  const field = splitFieldWithoutColon(lines[lineIndex]!, names);
  if (field === null) return null;
  const { word, mark, rest } = field;
  const explanation = { ':': 'no space after the colon', '': 'no colon after the name of the field' }[mark];
  const message = explanation ?? `${quoteText(mark)} instead of a colon`;
  const column = Math.min(head.length + word.length, text.length);
  return { column, message, tip: `write ${`${head}${word}: ${rest}`.trimStart()}` };
}

function describeSpaces(count: number): string {
  return count === 0 ? 'no spaces' : `${count} space${count === 1 ? '' : 's'}`;
}
