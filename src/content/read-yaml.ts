import { isMap, isScalar, isSeq, type LineCounter, type Node, type Scalar } from 'yaml';
import type { ProblemCode } from '../records/problem-codes.js';
import type { ProblemPath, Report } from '../records/problem.js';
import { quoteText } from '../records/message-text.js';
import { type ComposedYaml, composeYaml, MAX_YAML_DEPTH, type YamlParserError } from './compose-yaml.js';
import { explainNoBreakSpace } from './yaml-structure-diagnostics.js';
import { withQuotedValue, parseYamlLine } from './yaml-line.js';
import { yamlKeyText, locateOffset, YamlNodes } from './yaml-nodes.js';
import { splitFieldWithoutColon, type YamlSyntaxError } from './yaml-diagnostic.js';
import { explainYamlError } from './explain-yaml-error.js';

/** Fields by name. The object has no prototype, because names come from files. */
export type YamlFields = Record<string, unknown>;

/** Maximum number of parser runs per file. `MAX_PARSED_LENGTH` limits the total number of parsed characters. */
const MAX_PARSER_RUNS = 25;
const MAX_PARSED_LENGTH = 1 << 20;

const NO_NAMES: ReadonlySet<string> = new Set();

/** Reads YAML 1.2 with one map of unique keys, no anchors, aliases or tags. Null, with problems, if invalid. */
export function readYaml(
  text: string,
  report: Report,
  names: ReadonlySet<string> = NO_NAMES,
): { fields: YamlFields; nodes: YamlNodes } | null {
  const problemsBefore = report.count;
  const composedYaml = composeReadable(text, names, report);
  if (composedYaml === null) return null;
  const { document, lines, readable } = composedYaml;
  const hasErrors = report.count > problemsBefore;
  const root = document?.contents;
  if (isMap(root)) {
    const fields = new PlainReader(readable, lines, report).read(root, []);
    return hasErrors ? null : { fields: fields as YamlFields, nodes: new YamlNodes(root, lines, text) };
  }
  if (!hasErrors) {
    const position = root?.range ? locateOffset(lines, root.range[0]) : { line: 1, column: 1 };
    report.add('YAML_NO_RECORD', [], 'contains no fields', 'write title: and the other fields', { at: position });
  }
  return null;
}

/** Parses a file without the fields that have syntax errors, and reports these errors. Null if there are too many. */
function composeReadable(
  text: string,
  names: ReadonlySet<string>,
  report: Report,
): (ComposedYaml & { readable: string }) | null {
  const lineTexts = text.split(/\r?\n/);
  let readableText = text;
  for (let runCount = 0; runCount < MAX_PARSER_RUNS && runCount * text.length <= MAX_PARSED_LENGTH; runCount += 1) {
    const composedYaml = composeYaml(readableText);
    const { lines } = composedYaml;
    if ('tooDeepAt' in composedYaml) {
      const at = locateOffset(lines, composedYaml.tooDeepAt);
      report.add('YAML_TOO_DEEP', [], `nested deeper than ${MAX_YAML_DEPTH} levels`, 'use fewer levels', { at });
      return null;
    }
    const { error } = composedYaml;
    if (error === null) return { ...composedYaml, readable: readableText };
    const { lineIndex, column, message, tip, isLast } = explainYamlError(lineTexts, locateError(lines, error), names);
    const at = { line: lineIndex + 1, column: column + 1 };
    report.add(PROBLEM_CODES.get(error.code) ?? 'YAML_SYNTAX', [], message, tip, { at });
    const isField = (row: string) => {
      const line = parseYamlLine(row);
      return line.head === '' && (line.name !== null || splitFieldWithoutColon(line, names) !== null);
    };
    const start = isLast ? lineIndex : lineTexts.findLastIndex((row, index) => index <= lineIndex && isField(row));
    const nextField = lineTexts.findIndex((row, index) => index > lineIndex && isField(row));
    lineTexts.fill('', Math.max(start, 0), isLast || nextField < 0 ? lineTexts.length : nextField);
    readableText = lineTexts.join('\n');
  }
  return null;
}

/** Converts the offsets of an error to lines. */
function locateError(lines: LineCounter, error: YamlParserError): Omit<YamlSyntaxError, 'lines' | 'names'> {
  const { code, offset, quote } = error;
  const from0 = (position: number) => {
    const { line, column } = locateOffset(lines, position);
    return { lineIndex: line - 1, column: column - 1 };
  };
  const inQuotes = quote && { ...from0(quote.from), end: from0(quote.to).lineIndex, isCutOff: quote.to >= offset };
  return { code, ...from0(offset), quote: inQuotes };
}

/** Problem codes of YAML features that records must not use. */
const PROBLEM_CODES: ReadonlyMap<string, ProblemCode> = new Map([
  ['&', 'YAML_ALIAS'],
  ['*', 'YAML_ALIAS'],
  ['!', 'YAML_TAG'],
  ['---', 'YAML_NO_RECORD'],
]);

/** Converts YAML nodes to plain data. Reports likely mistakes, such as duplicate keys or text after `#`. */
class PlainReader {
  constructor(
    private readonly text: string,
    private readonly lines: LineCounter,
    private readonly report: Report,
  ) {}

  /** Returns the value of a node. The last of duplicate keys wins. */
  read(node: unknown, path: ProblemPath): unknown {
    if (isScalar(node)) {
      this.checkComment(node, path);
      return node.value;
    }
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index]));
    if (!isMap(node)) return null;
    const fields = Object.create(null) as YamlFields;
    for (const { key, value } of node.items) {
      const name = yamlKeyText(key);
      const offset = (key as Node).range?.[0] ?? 0;
      if (name in fields)
        this.reportAt('YAML_KEY_TWICE', [...path, name], `${quoteText(name)} appears twice`, 'keep one', offset);
      if (name.startsWith('\u00a0')) {
        const { message, tip } = explainNoBreakSpace(this.lineAt(offset));
        this.reportAt('YAML_SYNTAX', path, message, tip, offset);
      } else fields[name] = this.read(value, [...path, name]);
    }
    return fields;
  }

  /** Reports a comment that starts like a word or replaces a value. It is usually meant to be text. */
  private checkComment({ range, type }: Scalar, path: ProblemPath): void {
    if (!range || type !== 'PLAIN') return;
    const [start, end, after] = range;
    const comment = this.text.slice(end, after).split('\n', 1)[0]!;
    const isCutOff = start === end ? /^[ \t]*#/.test(comment) : /^[ \t]+#[^\s#]/.test(comment);
    if (!isCutOff) return;
    const line = parseYamlLine(this.lineAt(start));
    const message = 'text after # is a comment';
    const tip = `put the text in quotes: ${withQuotedValue(line, line.value)}`;
    this.reportAt('YAML_COMMENT', path, message, tip, end + comment.indexOf('#'));
  }

  private reportAt(code: ProblemCode, path: ProblemPath, message: string, tip: string, offset: number): void {
    this.report.add(code, path, message, tip, { at: locateOffset(this.lines, offset) });
  }

  private lineAt(offset: number): string {
    return this.text.split(/\r?\n/)[locateOffset(this.lines, offset).line - 1]!;
  }
}
