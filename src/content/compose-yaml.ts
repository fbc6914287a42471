import { Composer, type Document, isMap, isScalar, isSeq, Lexer, LineCounter, type ParsedNode, Parser } from 'yaml';
import { YAML_OPTIONS } from './yaml-nodes.js';

/** Maximum nesting depth. More than any record needs, and safe for the recursive parser. */
export const MAX_YAML_DEPTH = 40;

type ParsedDocument = Document.Parsed<ParsedNode, true>;

/** Parsed YAML, and its first syntax error. */
export interface ComposedYaml {
  document: ParsedDocument | undefined;
  lines: LineCounter;
  error: YamlParserError | null;
}

/** A YAML error and its offset: a syntax error, a forbidden character (`& * !`) or a second record. */
export interface YamlParserError {
  /** Error code of the parser, or the forbidden character. */
  code: string;
  offset: number;
  /** The last quoted text that starts before the error: the parser reports an unclosed quote only at its end. */
  quote: { from: number; to: number } | null;
}

export interface TooDeepYaml {
  lines: LineCounter;
  tooDeepAt: number;
}

/** Parses YAML. Stops at `MAX_YAML_DEPTH`, because the recursive composer would crash on very deep documents. */
export function composeYaml(text: string): ComposedYaml | TooDeepYaml {
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer<ParsedNode, true>(YAML_OPTIONS);
  const documents: ParsedDocument[] = [];
  let reservedCharacter: { code: string; offset: number } | null = null;
  lines.addNewLine(0);
  let isScalarText = false;
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    if (!isScalarText && reservedCharacter === null && /^[&*!]/.test(lexeme))
      reservedCharacter = { code: lexeme[0]!, offset };
    // The lexer emits U+001F before the text of a scalar.
    isScalarText = lexeme === '\u001f';
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    // The document itself counts as a level of nesting.
    if (parser.stack.length > MAX_YAML_DEPTH + 1) return { lines, tooDeepAt: offset };
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(false, text.length));
  const [document, secondDocument] = documents;
  const errors: { code: string; offset: number }[] = documents.flatMap(({ errors }) =>
    errors.map(({ code, pos }) => ({ code, offset: pos[0] })),
  );
  if (reservedCharacter !== null) errors.unshift(reservedCharacter);
  if (secondDocument) errors.push({ code: '---', offset: secondDocument.range[0] });
  const [firstError] = errors.sort((a, b) => a.offset - b.offset);
  const contents = documents.map((document) => document.contents);
  return {
    document,
    lines,
    error: firstError ? { ...firstError, quote: lastQuoteBefore(contents, firstError.offset) } : null,
  };
}

function lastQuoteBefore(nodes: readonly unknown[], offset: number): YamlParserError['quote'] {
  let lastQuote: YamlParserError['quote'] = null;
  for (const node of nodes) {
    const children = isMap(node)
      ? node.items.flatMap(({ key, value }) => [key, value])
      : isSeq(node)
        ? node.items
        : null;
    const isQuoted = isScalar(node) && node.type?.startsWith('QUOTE') && node.range && node.range[0] <= offset;
    const quote = isQuoted
      ? { from: node.range![0], to: node.range![1] }
      : children && lastQuoteBefore(children, offset);
    if (quote && (lastQuote === null || quote.from > lastQuote.from)) lastQuote = quote;
  }
  return lastQuote;
}
