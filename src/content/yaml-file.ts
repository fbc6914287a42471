import type { Document, Node, Pair, ParsedNode, YAMLMap } from 'yaml';
import { Composer, Lexer, LineCounter, Parser, isMap, isScalar, isSeq } from 'yaml';
import type { Path, Report, Spot } from '../records/problem.js';
import { quoted } from '../records/wording.js';

/** Deeper than any record; far less than what makes the parser run out of memory. */
const MAX_DEPTH = 40;

const OPTIONS = { version: '1.2', schema: 'core', strict: true, uniqueKeys: false, prettyErrors: false } as const;

/**
 * Reads a YAML file that holds one map of fields: YAML 1.2, no anchors, aliases or tags, keys once.
 *
 * @returns the map as plain data, or null when a problem was told that leaves nothing to read
 */
export function readYaml(text: string, report: Report): Record<string, unknown> | null {
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
  tellKeysTwice(root, [], (path, key, offset) => {
    const message = `${quoted(key)} stands here twice`;
    report.add('YAML_KEY_TWICE', [...path, key], message, 'keep one', { at: placeAt(offset) });
  });
  return document.toJS() as Record<string, unknown>;
}

type Composed = Document.Parsed<ParsedNode, true>;

/**
 * Composes while looking at the tokens as they come. The composer calls itself for each level of nesting and a few
 * hundred thousand levels end the process, so that depth is counted before it sees them.
 */
function compose(text: string, lines: LineCounter, report: Report): Composed[] | null {
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer<ParsedNode, true>(OPTIONS);
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

function tellKeysTwice(node: Node | null, path: Path, tell: (path: Path, key: string, offset: number) => void): void {
  if (isSeq(node)) node.items.forEach((item, at) => tellKeysTwice(item as Node, [...path, at], tell));
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    const name = keyOf(key);
    if (seen.has(name)) tell(path, name, (key as Node).range?.[0] ?? 0);
    seen.add(name);
    tellKeysTwice(value as Node | null, [...path, name], tell);
  }
}

/** A place in a YAML file by the path of a value: found by composing the text again, since it is seldom asked for. */
export function yamlLocator(file: string, text: string): (path: Path, part: 'key' | 'value', inside?: string) => Spot {
  let parsed: { nodes: Nodes; lines: LineCounter } | null = null;
  return (path, part, inside) => {
    parsed ??= recompose(text);
    const { nodes, lines } = parsed;
    const { offset, node } = nodes.at(path, part);
    const end = node?.range?.[1] ?? offset;
    const source = node && isScalar(node) ? text.slice(offset, end) : null;
    const found = inside === undefined ? -1 : text.slice(offset, end).indexOf(inside);
    return { file, ...placeOf(lines, offset + Math.max(found, 0)), source };
  };
}

function recompose(text: string): { nodes: Nodes; lines: LineCounter } {
  const lines = new LineCounter();
  const tokens = new Parser(lines.addNewLine).parse(text);
  const [document] = new Composer(OPTIONS).compose(tokens, true, text.length);
  return { nodes: new Nodes(document?.contents ?? null), lines };
}

/** The nodes of one file, found by path. */
class Nodes {
  private readonly pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(private readonly root: Node | null) {}

  /** The node at a path, or the last one on the way that is there; for a key, the key itself. */
  at(path: Path, part: 'key' | 'value'): { offset: number; node: Node | null } {
    let node = this.root;
    for (const [at, step] of path.entries()) {
      const pair = isMap(node) ? this.pairsOf(node).get(String(step)) : undefined;
      const isLast = at === path.length - 1;
      if (pair && part === 'key' && isLast) return startOf(pair.key as Node);
      const inner = isSeq(node) ? (node.items[Number(step)] as Node | undefined) : (pair?.value as Node | undefined);
      if (!inner) return startOf(pair ? (pair.key as Node) : node);
      node = inner;
    }
    return startOf(node);
  }

  /** A map may have very many keys; they are gone through once. */
  private pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.pairs.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair.key), pair]));
    this.pairs.set(map, known);
    return known;
  }
}

function startOf(node: Node | null): { offset: number; node: Node | null } {
  return { offset: node?.range?.[0] ?? 0, node };
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function firstSentence(message: string): string {
  const sentence = message.split('\n', 1)[0]!.replace(/\.$/, '');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
