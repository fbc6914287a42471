import type { Document, Node, ParsedNode } from 'yaml';
import { Composer, Lexer, LineCounter, Parser, isMap, isScalar, isSeq } from 'yaml';
import type { Path, Report } from '../records/problem.js';
import { quoted } from '../records/wording.js';
import { keyOf, placeOf, YAML_OPTIONS, YamlNodes } from './yaml-nodes.js';

/** Fields by name, without a prototype: names come from files. */
export type Fields = Record<string, unknown>;

/** Deeper than any record; far less than what makes the parser run out of memory. */
const MAX_DEPTH = 40;

/**
 * Reads a YAML file that holds one map of fields: YAML 1.2, no anchors, aliases or tags, keys once.
 *
 * @returns the map as plain data and its nodes, or null when a problem was told that leaves nothing to read
 */
export function readYaml(text: string, report: Report): { fields: Fields; nodes: YamlNodes } | null {
  const lines = new LineCounter();
  const placeAt = (offset: number) => placeOf(lines, offset);
  const documents = compose(text, lines, report);
  if (documents === null) return null;
  const [document, second] = documents;
  const fault = documents.flatMap(({ errors }) => errors)[0];
  if (fault) {
    // What follows the first fault mostly follows from it.
    const opened = fault.code === 'MISSING_CHAR' ? openQuote(document!.contents) : null;
    const at = placeAt(opened ?? fault.pos[0]);
    report.add('YAML_SYNTAX', [], firstSentence(fault.message), null, { at });
    return null;
  }
  if (second) {
    const at = placeAt(second.range[0]);
    report.add('YAML_NO_RECORD', [], 'a second document begins here', 'one record a file', { at });
    return null;
  }
  const root = document?.contents;
  if (!document || !isMap(root)) {
    const at = root?.range ? placeAt(root.range[0]) : { line: 1, column: 1 };
    report.add('YAML_NO_RECORD', [], 'holds no fields', 'write title: and the other fields', { at });
    return null;
  }
  const fields = plainData(root, [], (path, key, offset) => {
    const message = `${quoted(key)} stands here twice`;
    report.add('YAML_KEY_TWICE', [...path, key], message, 'keep one', { at: placeAt(offset) });
  });
  return { fields: fields as Fields, nodes: new YamlNodes(root, lines, text) };
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
  lines.addNewLine(0);
  let offset = 0;
  let isScalarText = false;
  for (const lexeme of new Lexer().lex(text)) {
    offset = parser.offset;
    if (!isScalarText) {
      if (lexeme[0] === '&') tell('YAML_ALIAS', `an anchor (${quoted(lexeme)})`, 'write the value where it is needed');
      if (lexeme[0] === '*') tell('YAML_ALIAS', `an alias (${quoted(lexeme)})`, 'write the value out');
      if (lexeme[0] === '!') tell('YAML_TAG', `a tag (${quoted(lexeme)})`, 'leave it out');
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

/** What a node holds; keys that stand twice are told, and the last one counts. */
function plainData(node: unknown, path: Path, tellTwice: (path: Path, key: string, offset: number) => void): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item, at) => plainData(item, [...path, at], tellTwice));
  if (!isMap(node)) return null;
  const fields = Object.create(null) as Fields;
  for (const { key, value } of node.items) {
    const name = keyOf(key);
    if (name in fields) tellTwice(path, name, (key as Node).range?.[0] ?? 0);
    fields[name] = plainData(value, [...path, name], tellTwice);
  }
  return fields;
}

function firstSentence(message: string): string {
  const sentence = message.split('\n', 1)[0]!.replace(/\.$/, '');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
