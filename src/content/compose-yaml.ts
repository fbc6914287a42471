import type { Document, ParsedNode } from 'yaml';
import { Composer, Lexer, LineCounter, Parser, isMap, isScalar, isSeq } from 'yaml';
import { YAML_OPTIONS } from './yaml-nodes.js';

/** Deeper than any record; far less than what makes the parser run out of memory. */
export const MAX_DEPTH = 40;

type ParsedDocument = Document.Parsed<ParsedNode, true>;

/** What a text holds, and the first place at which it is no YAML as a record has it. */
export interface Composed {
  document: ParsedDocument | undefined;
  lines: LineCounter;
  fault: FaultFound | null;
}

/** A place, counted in characters, at which the parser gave up, or met one of the signs `& * !` or a second record. */
export interface FaultFound {
  /** The parser's code, or the sign. */
  code: string;
  offset: number;
  /** The last text in quotes that begins before: one that is not closed is found out only where it ends. */
  quote: { from: number; to: number } | null;
}

/** A text that is nested too deeply, and where it is. */
export interface TooDeep {
  lines: LineCounter;
  tooDeepAt: number;
}

/**
 * Composes while looking at the tokens as they come. The composer calls itself for each level of nesting and a few
 * hundred thousand levels end the process, so that depth is counted before it sees them.
 */
export function composeYaml(text: string): Composed | TooDeep {
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer<ParsedNode, true>(YAML_OPTIONS);
  const documents: ParsedDocument[] = [];
  let sign: { code: string; offset: number } | null = null;
  lines.addNewLine(0);
  let isScalarText = false;
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    if (!isScalarText && sign === null && /^[&*!]/.test(lexeme)) sign = { code: lexeme[0]!, offset };
    // In the lexer's output, what follows this mark is the text of a scalar, whatever it starts with.
    isScalarText = lexeme === '\u001f';
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    // The document itself is one more than the levels inside it.
    if (parser.stack.length > MAX_DEPTH + 1) return faultAbove(text, offset) ?? { lines, tooDeepAt: offset };
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(false, text.length));
  const [document, second] = documents;
  const faults: { code: string; offset: number }[] = documents.flatMap(({ errors }) =>
    errors.map(({ code, pos }) => ({ code, offset: pos[0] })),
  );
  if (sign !== null) faults.unshift(sign);
  if (second) faults.push({ code: '---', offset: second.range[0] });
  const [first] = faults.sort((a, b) => a.offset - b.offset);
  const contents = documents.map((each) => each.contents);
  return { document, lines, fault: first ? { ...first, quote: quoteBefore(contents, first.offset) } : null };
}

/** What a text holds up to a place, where it has a fault there: behind one, items seem to be inside each other. */
function faultAbove(text: string, offset: number): Composed | null {
  const above = composeYaml(text.slice(0, offset));
  return 'fault' in above && above.fault !== null && above.fault.offset < offset ? above : null;
}

function quoteBefore(nodes: readonly unknown[], offset: number): FaultFound['quote'] {
  let last: FaultFound['quote'] = null;
  for (const node of nodes) {
    const parts = isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : isSeq(node) ? node.items : null;
    const isQuoted = isScalar(node) && node.type?.startsWith('QUOTE') && node.range && node.range[0] <= offset;
    const found = isQuoted ? { from: node.range![0], to: node.range![1] } : parts && quoteBefore(parts, offset);
    if (found && (last === null || found.from > last.from)) last = found;
  }
  return last;
}
