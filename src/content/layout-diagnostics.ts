import { quoted } from '../records/wording.js';
import { MERGE_MARKER_REPORT } from './read-file.js';
import type { YamlLine } from './yaml-line.js';
import { isBlockIndicator } from './yaml-line.js';
import type { SyntaxFault, FoundDiagnostic } from './yaml-diagnostic.js';
import { countBelow, blankLines, fieldWithoutColon, replaceBlock, correctedLine } from './yaml-diagnostic.js';

/** Finds merge conflict markers. The fix retains the first version. */
export function mergeMarker({ lines }: SyntaxFault): FoundDiagnostic {
  const find = (mark: RegExp, from: number) => lines.findIndex(({ text }, place) => place >= from && mark.test(text));
  const at = find(/^(?:<{7}|={7}|>{7})(?: |$)/, 0);
  if (at < 0) return null;
  const [next, end] = [find(/^={7}$/, at), find(/^>{7}(?: |$)/, at)];
  const isComplete = lines[at]!.text.startsWith('<') && next > at && end > next;
  const first = isComplete ? lines.slice(at + 1, next).map(({ text }) => text) : [];
  const fix = ['', ...first, ...blankLines(isComplete ? end - next + 1 : 0)];
  return { at, column: 0, ...MERGE_MARKER_REPORT, fix: fix };
}

/** A no-break space in the indentation, or after a hyphen or colon, where YAML requires a plain space. */
const NO_BREAK_SPACE = /^ *\u00a0|^\s*(?:- *)*[\w-]*:?\u00a0/;

/** Finds a no-break space where YAML requires a plain space. */
export function noBreakSpace({ lines, at }: SyntaxFault): FoundDiagnostic {
  const place = [at, at + 1].find((each) => NO_BREAK_SPACE.test(lines[each]?.text ?? ''));
  if (place === undefined) return null;
  const { text } = lines[place]!;
  return { at: place, column: text.indexOf('\u00a0'), ...explainNoBreakSpace(text) };
}

export function explainNoBreakSpace(line: string): { message: string; tip: string; fix: readonly string[] } {
  const plain = line.trimEnd().replaceAll('\u00a0', ' ');
  const indent = plain.length - plain.trimStart().length;
  const tip = `type it again: ${correctedLine(plain.trimStart(), indent)}`;
  return { message: 'a no-break space instead of a space', tip, fix: [plain] };
}

/** Finds a tab used for indentation. */
export function tab({ code, lines, written, at, column }: SyntaxFault): FoundDiagnostic {
  const isTabbed = (place: number) => /^ *\t/.test(lines[place]?.text ?? '');
  // The parser reports missing content below a field at the end of the field's line.
  const isBelow = column >= lines[at]!.text.length && isTabbed(at + 1);
  if (!isBelow && !isTabbed(at) && code !== 'TAB_AS_INDENT') return null;
  const place = isBelow && !isTabbed(at) ? at + 1 : at;
  const indent = indentLike(written, lines, place);
  const plain = lines[place]!.text.trimStart();
  const tip = `indent it with spaces: ${correctedLine(plain, indent)}`;
  const message = 'a tab at the beginning of the line';
  return { at: place, column: 0, message, tip, fix: [`${' '.repeat(indent)}${plain}`] };
}

/**
 * Returns the indentation for a line with tabs: that of an earlier line of the field with the same tabs, else of its
 * neighbours.
 */
function indentLike(written: readonly string[], lines: readonly YamlLine[], at: number): number {
  const line = lines[at]!;
  const field = Math.max(
    lines.findLastIndex(({ text, indent }, place) => place < at && text !== '' && indent === 0),
    0,
  );
  const inField = lines.slice(field, at).filter(({ text }) => text !== '');
  const above = inField.at(-1);
  const tabs = leadingBlanks(written[at]!);
  const isOpened = above && above.name !== null && (above.value === '' || isBlockIndicator(above.value));
  if (isOpened && leadingBlanks(written[lines.lastIndexOf(above, at)]!) !== tabs) return above.head.length + 2;
  // Below a block text at the top level, only its text is indented.
  if (isBlockIndicator(inField[0]?.value ?? '')) return above!.indent;
  const alike = lines.findLast((each, place) => {
    const isNear = place > field && place < at && each.text !== '';
    return isNear && leadingBlanks(written[place]!) === tabs && (each.hyphen !== null) === (line.hyphen !== null);
  });
  if (alike) return alike.indent;
  if (line.hyphen === null) {
    const beside = line.name === null ? above : inField.findLast(({ name }) => name !== null);
    return beside?.head.length ?? 0;
  }
  const hyphens = inField.flatMap(({ hyphen }) => hyphen ?? []);
  const below = lines.slice(at + 1).find(({ text }) => text !== '');
  return hyphens.find((hyphen) => below?.hyphen === null && hyphen + 2 === below.indent) ?? hyphens.at(-1) ?? 0;
}

function leadingBlanks(line: string): string {
  return /^\s*/.exec(line)![0];
}

/** Finds a list that starts on the line of its field. */
export function listBesideName({ lines, at }: SyntaxFault): FoundDiagnostic {
  const { text, head, name, value } = lines[at]!;
  if (name === null || !/^- /.test(value)) return null;
  const tip = `write each item on a line of its own, below ${name}: ${correctedLine(value, head.length + 2)}`;
  const column = text.length - value.length;
  const message = 'a list cannot begin on the line of its field';
  return { column, message, tip, fix: replaceBlock(lines, at, text.slice(0, column).trimEnd()) };
}

/** Finds an indented line below a field that already has a value. */
export function strayIndent({ lines, at }: SyntaxFault): FoundDiagnostic {
  const next = lines.findIndex(({ text }, place) => place > at && text !== '');
  const [line, below] = [lines[at]!, lines[next]];
  if (!below || line.name === null || line.value === '' || below.name === null) return null;
  if (below.hyphen !== null || below.indent <= line.head.length) return null;
  const tip = `let it begin where ${line.name} begins: ${correctedLine(below.text.trimStart(), line.head.length)}`;
  const message = 'this line is indented further than the one above';
  return { at: next, message, tip, fix: moved(lines, next, line.head.length) };
}

/** Finds a field indented below an item that is a text. */
export function fieldBelowItem({ lines, at }: SyntaxFault): FoundDiagnostic {
  const next = lines.findIndex(({ text }, place) => place > at && text !== '');
  const [item, below] = [lines[at]!, lines[next]];
  if (!below || item.hyphen === null || item.name !== null || item.value === '' || isBlockIndicator(item.value))
    return null;
  if (below.name === null || below.hyphen !== null || below.indent <= item.hyphen) return null;
  const line = `${item.head.trimStart()}source: ${item.value}`;
  const tip = `remove it, or give the text a field too, as in ${correctedLine(line, item.hyphen)}`;
  const more = countBelow(lines, next, ({ indent }) => indent > item.hyphen!);
  return { at: next, message: 'a field below an item that is a text already', tip, fix: blankLines(more + 1) };
}

/** Finds a list item without a hyphen. */
export function noHyphen({ lines, at }: SyntaxFault): FoundDiagnostic {
  const line = lines[at]!;
  const above = lines.findLast(({ text }, place) => place < at && text !== '');
  if (line.hyphen !== null || line.name !== null || above?.hyphen == null || line.indent < above.hyphen) return null;
  const item = `- ${line.value}`;
  const fix = [`${' '.repeat(above.hyphen)}${item}`];
  return { message: 'no hyphen before this item', tip: `write ${correctedLine(item, above.hyphen)}`, fix: fix };
}

/** Finds list items below a field that already has a value. */
export function itemOfNoField({ lines, at }: SyntaxFault): FoundDiagnostic {
  const { text, hyphen, indent } = lines[at]!;
  if (hyphen === null) return null;
  const tip = `write the name of the field above it, then ${correctedLine(text.trimStart(), indent + 2)}`;
  const more = countBelow(
    lines,
    at,
    (line) => line.indent > indent || (line.indent === indent && line.hyphen !== null),
  );
  return { message: 'an item of a list that has no field', tip, fix: blankLines(more + 1) };
}

/** Finds a line whose indentation matches none of its neighbours. */
export function otherIndent({ lines, at, names }: SyntaxFault): FoundDiagnostic {
  const line = lines[at]!;
  if (line.name === null && line.hyphen === null) return null;
  const own = findColumn(line, line)!;
  const first = lines.findIndex(({ text }) => text !== '' && !text.startsWith('#'));
  if (own === 0 && lines[first]!.indent > 0) return explainIndent(lines, first, 0);
  // Items may start in the column of their field.
  const parent = lines.findLastIndex((each, place) => {
    const isField = findStart(each) === own && line.hyphen !== null && each.hyphen === null;
    return place < at && (findStart(each) < own || isField);
  });
  const columns = lines.slice(Math.max(parent, 0), at).flatMap((above) => findColumn(above, line) ?? []);
  // On a tie, a top-level field does not belong to the part above.
  const isOfRecord = line.name !== null && names.has(line.name);
  const byNearness = (isOfRecord ? columns : columns.reverse()).sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
  const [nearest = own] = byNearness;
  if (nearest === own) return null;
  // The smaller group has the wrong indentation. Top-level fields are never indented.
  const isPart = (each: YamlLine) => findStart(each) >= Math.min(own, nearest);
  const begin =
    Math.max(
      parent,
      lines.findLastIndex((each, place) => place < at && !isPart(each)),
    ) + 1;
  const above = lines.slice(begin, at).filter((each) => findColumn(each, line) === nearest);
  const below = lines
    .slice(at, at + 1 + countBelow(lines, at, isPart))
    .filter((each) => findColumn(each, line) === own);
  const isAbove = above.length > 0 && above.length < below.length && (nearest > 0 || line.hyphen !== null);
  return isAbove ? explainIndent(lines, lines.indexOf(above[0]!), own) : explainIndent(lines, at, nearest);
}

/** Returns the indentation of a line; Infinity for blank lines and comments, which belong to any part. */
function findStart({ text, indent }: YamlLine): number {
  return text === '' || text.trimStart().startsWith('#') ? Infinity : indent;
}

/**
 * Returns the column at which a line could have a sibling: an item next to items, a field next to fields. Null if there
 * is none.
 */
function findColumn({ head, hyphen, name }: YamlLine, beside: YamlLine): number | null {
  if (beside.hyphen !== null) return hyphen;
  return name === null ? null : head.length;
}

function explainIndent(lines: readonly YamlLine[], at: number, indent: number): NonNullable<FoundDiagnostic> {
  const line = lines[at]!;
  const own = line.hyphen ?? line.indent;
  const tip = `let it begin with ${blanks(indent)}: ${correctedLine(line.text.trimStart(), indent)}`;
  const message = `this line begins with ${blanks(own)}, its neighbours with ${indent || 'none'}`;
  return { at, message, tip, fix: moved(lines, at, indent) };
}

/** Finds a field without a colon, or without a space after it. */
export function noColon({ lines, at, names }: SyntaxFault): FoundDiagnostic {
  const { text, head } = lines[at]!;
  const field = fieldWithoutColon(lines[at]!, names);
  if (field === null) return null;
  const { word, mark, rest } = field;
  const explanation = { ':': 'no space after the colon', '': 'no colon after the name of the field' }[mark];
  const message = explanation ?? `${quoted(mark)} instead of a colon`;
  const column = Math.min(head.length + word.length, text.length);
  const fix = `${head}${word}: ${rest}`;
  return { column, message, tip: `write ${fix.trimStart()}`, fix: [fix] };
}

/** Returns a line and the lines that belong to it with another indentation. */
function moved(lines: readonly YamlLine[], at: number, indent: number): string[] {
  const own = lines[at]!.indent;
  const isItem = lines[at]!.hyphen !== null;
  const count = countBelow(
    lines,
    at,
    (line) => line.indent > own || (line.indent === own && isItem === (line.hyphen !== null)),
  );
  return lines.slice(at, at + count + 1).map(({ text }) => {
    const less = Math.max(own - indent, 0);
    return text === '' ? '' : own > indent ? text.slice(less) : `${' '.repeat(indent - own)}${text}`;
  });
}

function blanks(count: number): string {
  return count === 0 ? 'no blanks' : `${count} blank${count === 1 ? '' : 's'}`;
}
