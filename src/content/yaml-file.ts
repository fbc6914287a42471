import type { Document, Node, ParsedNode, Scalar, YAMLParseError } from 'yaml';
import { Composer, Lexer, LineCounter, Parser, isMap, isScalar, isSeq } from 'yaml';
import type { ProblemCode } from '../records/problem-codes.js';
import type { Path, Report } from '../records/problem.js';
import { quoted } from '../records/wording.js';
import { withQuotes, yamlLine } from './yaml-line.js';
import { keyOf, placeOf, YAML_OPTIONS, YamlNodes } from './yaml-nodes.js';
import { explainFault, noBreakSpaceTold, signTold } from './yaml-slips.js';

/** Fields by name, without a prototype: names come from files. */
export type Fields = Record<string, unknown>;

/** Deeper than any record; far less than what makes the parser run out of memory. */
const MAX_DEPTH = 40;

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Reads a YAML file that holds one map of fields: YAML 1.2, no anchors, aliases or tags, keys once.
 *
 * @param names those that its fields can have, for what is said of a line that is not well-formed
 * @returns the map as plain data and its nodes, or null when a problem was told that leaves nothing to read
 */
export function readYaml(
  text: string,
  report: Report,
  names: ReadonlySet<string> = NO_NAMES,
): { fields: Fields; nodes: YamlNodes } | null {
  const lines = new LineCounter();
  const placeAt = (offset: number) => placeOf(lines, offset);
  const documents = compose(text, lines, report);
  if (documents === null) return null;
  const [document, second] = documents;
  const fault = documents.flatMap(({ errors }) => errors)[0];
  if (fault) {
    // What follows the first fault mostly follows from it.
    tellFault(text, fault, { quote: openQuote(document!.contents), lines, names, report });
    return null;
  }
  if (second) {
    const at = placeAt(second.range[0]);
    report.add('YAML_NO_RECORD', [], 'a second record begins here', 'take the line --- out; one record a file', { at });
    return null;
  }
  const root = document?.contents;
  if (!document || !isMap(root)) {
    const at = root?.range ? placeAt(root.range[0]) : { line: 1, column: 1 };
    report.add('YAML_NO_RECORD', [], 'holds no fields', 'write title: and the other fields', { at });
    return null;
  }
  const fields = new PlainReader(text, lines, report).read(root, []);
  return { fields: fields as Fields, nodes: new YamlNodes(root, lines, text) };
}

function tellFault(
  text: string,
  { code, pos }: YAMLParseError,
  {
    quote,
    lines,
    names,
    report,
  }: { quote: number | null; lines: LineCounter; names: ReadonlySet<string>; report: Report },
): void {
  const from0 = (offset: number) => {
    const { line, column } = placeOf(lines, offset);
    return { at: line - 1, column: column - 1 };
  };
  const fault = { code, ...from0(pos[0]), quote: quote === null ? null : from0(quote) };
  const { message, tip, ...at } = explainFault(text, fault, names);
  report.add('YAML_SYNTAX', [], message, tip, { at });
}

type Composed = Document.Parsed<ParsedNode, true>;

/**
 * Composes while looking at the tokens as they come. The composer calls itself for each level of nesting and a few
 * hundred thousand levels end the process, so that depth is counted before it sees them.
 */
function compose(text: string, lines: LineCounter, report: Report): Composed[] | null {
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer<ParsedNode, true>(YAML_OPTIONS);
  const documents: Composed[] = [];
  let isReadable = true;
  const tell = (code: 'YAML_ALIAS' | 'YAML_TAG' | 'YAML_TOO_DEEP', message: string, tip: string) => {
    report.add(code, [], message, tip, { at: placeOf(lines, offset) });
    isReadable = false;
  };
  const tellSign = (code: 'YAML_ALIAS' | 'YAML_TAG', sign: string) => {
    const told = signTold(yamlLine(lineAt(text, offset)));
    tell(
      code,
      told?.message ?? `a text that begins with ${sign} must stand in quotes`,
      told?.tip ?? 'put it in quotes',
    );
  };
  lines.addNewLine(0);
  let offset = 0;
  let isScalarText = false;
  for (const lexeme of new Lexer().lex(text)) {
    offset = parser.offset;
    if (!isScalarText) {
      if (lexeme[0] === '&' || lexeme[0] === '*') tellSign('YAML_ALIAS', lexeme[0]);
      if (lexeme[0] === '!') tellSign('YAML_TAG', '!');
    }
    // In the lexer's output, what follows this mark is the text of a scalar, whatever it starts with.
    isScalarText = lexeme === '\u001f';
    for (const token of parser.next(lexeme)) if (isReadable) documents.push(...composer.next(token));
    // The document itself is one more than the levels inside it.
    if (parser.stack.length > MAX_DEPTH + 1) {
      tell('YAML_TOO_DEEP', `nested deeper than ${MAX_DEPTH} levels`, 'no record is so deep');
      return null;
    }
  }
  for (const token of parser.end()) if (isReadable) documents.push(...composer.next(token));
  if (!isReadable) return null;
  documents.push(...composer.end(false, text.length));
  return documents;
}

/** Where the last quoted text begins: a quote that is never closed is found missing at the end, but is to be mended here. */
function openQuote(node: Node | null): number | null {
  if (isMap(node)) return openQuote((node.items.at(-1)?.value ?? node.items.at(-1)?.key ?? null) as Node | null);
  if (isSeq(node)) return openQuote((node.items.at(-1) ?? null) as Node | null);
  return isScalar(node) && node.type?.startsWith('QUOTE') ? (node.range?.[0] ?? null) : null;
}

/** The line in which a place lies. */
function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end);
}

/** Reads what nodes hold, and tells what is well-formed but cannot have been meant. */
class PlainReader {
  constructor(
    private readonly text: string,
    private readonly lines: LineCounter,
    private readonly report: Report,
  ) {}

  /** What a node holds; of keys that stand twice, the last one counts. */
  read(node: unknown, path: Path): unknown {
    if (isScalar(node)) {
      this.checkComment(node, path);
      return node.value;
    }
    if (isSeq(node)) return node.items.map((item, at) => this.read(item, [...path, at]));
    if (!isMap(node)) return null;
    const fields = Object.create(null) as Fields;
    for (const { key, value } of node.items) {
      const name = keyOf(key);
      const offset = (key as Node).range?.[0] ?? 0;
      if (name in fields)
        this.tell('YAML_KEY_TWICE', [...path, name], `${quoted(name)} stands here twice`, 'keep one', offset);
      if (name.startsWith('\u00a0')) {
        const { message, tip } = noBreakSpaceTold(lineAt(this.text, offset));
        this.tell('YAML_SYNTAX', path, message, tip, offset);
      } else {
        fields[name] = this.read(value, [...path, name]);
      }
    }
    return fields;
  }

  /** A comment that begins like a word, or stands where the value should, is mostly a part of a text. */
  private checkComment({ range, type }: Scalar, path: Path): void {
    if (!range || type !== 'PLAIN') return;
    const [start, end, after] = range;
    const comment = this.text.slice(end, after).split('\n', 1)[0]!;
    const isCutOff = start === end ? /^[ \t]*#/.test(comment) : /^[ \t]+#[^\s#]/.test(comment);
    if (!isCutOff) return;
    const line = yamlLine(lineAt(this.text, start));
    const message = 'what stands behind # is a comment and no part of the text';
    const tip = `put the text in quotes: ${withQuotes(line, line.value)}`;
    this.tell('YAML_COMMENT', path, message, tip, end + comment.indexOf('#'));
  }

  private tell(code: ProblemCode, path: Path, message: string, tip: string, offset: number): void {
    this.report.add(code, path, message, tip, { at: placeOf(this.lines, offset) });
  }
}
