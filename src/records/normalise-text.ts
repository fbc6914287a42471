import type { Field } from '../model/model.js';
import type { ProblemPath, Report } from './problem.js';
import { quoteText } from './message-text.js';
import MarkdownIt from 'markdown-it';
import type { ProblemCode } from './problem-codes.js';

/** Markdown parser. Accepts raw HTML, all links and some extensions, so that they can be reported. */
const parser = new MarkdownIt('commonmark').enable(['table', 'strikethrough']);
parser.validateLink = () => true;

type Token = ReturnType<typeof parser.parse>[number];

/** A malformed link, which the parser leaves as text. */
const BROKEN_LINK = /\[[^[\]]*\](?:\(| \((?:https?:|www\.|mailto:))/g;

/** Reference or definition of a footnote. */
const FOOTNOTE = /\[\^[^[\]\s]+\](?:: )?/g;

/** Maximum number of problems to report per text. */
const MAX_REPORTED_PROBLEMS = 1_000;

const ALLOWED_LINK = /^(?:https?:\/\/|mailto:)/i;

/** Returns the maximum length of a text of a field, in characters. */
function maxTextLength(field: Field): number {
  if (field.type === 'Markdown') return 100_000;
  if (field.sort) return 300;
  return field.filter ? 1_000 : 20_000;
}

const CURLY_QUOTES = /^[“”„‟‘’‚«]\s*([^“”„‟«»]*?)\s*[“”‘’»]$/;

/** Reports a value in curly quotes, which would become part of the text. Returns whether it reported one. */
export function reportCurlyQuotes(raw: unknown, path: ProblemPath, report: Report): boolean {
  if (typeof raw !== 'string') return false;
  const [, inside] = CURLY_QUOTES.exec(raw.trim()) ?? [];
  // Curly quotes within straight quotes are intended, and so are those in input that is not from a file.
  if (inside === undefined || report.locate(path, 'value').source?.startsWith(raw.trim()[0]!) !== true) return false;
  report.add(
    'TEXT_QUOTES',
    path,
    `the curly quotes around ${quoteText(inside)} would be part of it`,
    `write ${inside}`,
  );
  return true;
}

/** Control characters except tab and line feed. */
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b-\u001f\u007f]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Normalises a text: NFC, line feeds, trimmed. Undefined, with a problem, if it is invalid. */
export function normaliseText(field: Field, raw: string, path: ProblemPath, report: Report): string | undefined {
  const text = raw.replace(/\r\n?/g, '\n').normalize('NFC');
  const invalidCharacter = CONTROL_CHARACTER.exec(text) ?? LONE_SURROGATE.exec(text);
  if (invalidCharacter) {
    const code = invalidCharacter[0].charCodeAt(0);
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const message = code >= 0xd800 ? `half a character (${name})` : `a control character (${name})`;
    report.add('TEXT_CHARACTER', path, message, 'remove it');
    return undefined;
  }
  const trimmedText = field.type === 'Markdown' ? text.replace(/^(?:[ \t]*\n)+|\s+$/g, '') : text.trim();
  if (trimmedText === '') {
    report.add('TEXT_EMPTY', path, 'contains no text', field.required ? 'write it' : 'remove the field');
    return undefined;
  }
  const limit = maxTextLength(field);
  if (trimmedText.length > limit) {
    report.add('TEXT_TOO_LONG', path, `${trimmedText.length} characters`, `at most ${limit}`);
    return undefined;
  }
  const wordCount = field.maxWords === null ? 0 : trimmedText.split(/\s+/).length;
  if (field.maxWords !== null && wordCount > field.maxWords) {
    report.add('TEXT_TOO_LONG', path, `${wordCount} words`, `at most ${field.maxWords}`);
    return undefined;
  }
  if (field.type === 'Markdown') checkMarkdown(trimmedText, path, report);
  return trimmedText;
}

/** Reports raw HTML in Markdown, links other than web and mail addresses, and syntax outside CommonMark. */
function checkMarkdown(text: string, path: ProblemPath, report: Report): void {
  // Most texts contain none of these characters.
  if (/[<\]|]|~~/.test(text)) new MarkdownCheck(text, path, report).run();
}

class MarkdownCheck {
  /** Current offset in the text. */
  private offset = 0;
  private reportedCount = 0;
  /** Tag names and footnotes that were reported. */
  private readonly reportedNames = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly path: ProblemPath,
    private readonly report: Report,
  ) {}

  run(): void {
    const lineOffsets = [0, ...[...this.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    for (const token of parser.parse(this.text, {})) {
      this.offset = Math.max(this.offset, lineOffsets[token.map?.[0] ?? 0] ?? 0);
      if (token.type === 'html_block') this.reportHtml(token.content.trim().split('\n', 1)[0]!);
      if (token.type === 'table_open') {
        const firstLine = this.text.slice(this.offset).split('\n', 1)[0]!.trim();
        this.reportPart('MARKDOWN_EXTENSION', 'a table, which CommonMark does not have', 'write a list', firstLine);
      }
      for (const child of token.children ?? []) this.check(child);
    }
  }

  private check(token: Token): void {
    switch (token.type) {
      case 'code_inline':
        this.skipPast(token.content);
        return;
      case 'html_inline':
        this.checkTag(token.content);
        return;
      case 'image':
        this.reportImage(token);
        return;
      case 'text':
        for (const [link] of token.content.matchAll(BROKEN_LINK)) {
          const tip = 'write [words](https://…), without spaces between them or in the address';
          this.reportPart('MARKDOWN_LINK', 'an invalid link', tip, link);
        }
        for (const [footnote] of token.content.matchAll(FOOTNOTE)) this.checkFootnote(footnote);
        return;
      case 's_open':
        this.reportPart('MARKDOWN_EXTENSION', 'struck out, which CommonMark does not have', 'remove it', token.markup);
        return;
      default: {
        const address = token.attrGet('href');
        if (address !== null && !ALLOWED_LINK.test(String(address))) this.reportLink(String(address));
      }
    }
  }

  /** Reports a tag, unless it is the end tag of a reported one. */
  private checkTag(tag: string): void {
    const [, isClosing, name = ''] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(tag) ?? [];
    if (!isClosing || !this.reportedNames.has(name)) this.reportHtml(tag);
    else this.skipPast(tag);
    if (!isClosing) this.reportedNames.add(name);
  }

  /** Reports a footnote once, at its first occurrence. */
  private checkFootnote(mark: string): void {
    const name = mark.replace(': ', '');
    if (this.reportedNames.has(name)) return;
    this.reportedNames.add(name);
    const tip = 'write it into the sentence; put sources into citations';
    this.reportPart('MARKDOWN_EXTENSION', `a footnote, ${quoteText(name)}, which CommonMark does not have`, tip, name);
  }

  private reportHtml(html: string): void {
    this.reportPart('MARKDOWN_HTML', `HTML ${quoteText(html)}`, 'write it in Markdown, or as `code`', html);
  }

  private reportImage(token: Token): void {
    const address = String(token.attrGet('src'));
    const tip = `link to it: [${token.content || 'what it shows'}](${address})`;
    this.reportPart('MARKDOWN_IMAGE', `an image, ${quoteText(address)}, which pages do not show`, tip, '![');
  }

  private reportLink(address: string): void {
    const lacksScheme = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|eu|int|net|org)(?:\/|$))/i.test(address);
    const tip = lacksScheme ? `write https://${address}` : 'link to an address that starts with https://';
    this.reportPart('MARKDOWN_LINK', `a link to ${quoteText(address)}`, tip, address || '](');
  }

  private reportPart(code: ProblemCode, message: string, tip: string, part: string): void {
    this.reportedCount += 1;
    if (this.reportedCount > MAX_REPORTED_PROBLEMS) return;
    const partOffset = this.skipPast(part);
    const earlierOccurrences = partOffset < 0 ? 0 : this.text.slice(0, partOffset).split(part).length - 1;
    this.report.add(code, this.path, message, tip, { inside: { text: part, earlierOccurrences } });
  }

  /** Moves the offset behind a part of the text. Returns the offset of the part; -1 if it is not found. */
  private skipPast(part: string): number {
    const partOffset = this.text.indexOf(part, this.offset);
    if (partOffset >= 0) this.offset = partOffset + part.length;
    return partOffset;
  }
}
