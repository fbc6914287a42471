import type { Field } from '../model/model.js';
import { checkMarkdown } from './markdown.js';
import type { Path, Report } from './problem.js';
import { quoted } from './wording.js';

/** Maximum number of characters by field. */
function chooseLimit(field: Field): number {
  if (field.type === 'Markdown') return 100_000;
  if (field.sort) return 300;
  return field.filter ? 1_000 : 20_000;
}

const CURLY_QUOTES = /^[“”„‟‘’‚«]\s*([^“”„‟«»]*?)\s*[“”‘’»]$/;

/** Reports a value of a file in curly quotes, which would be part of the text. */
export function standsInCurlyQuotes(raw: unknown, path: Path, report: Report): boolean {
  if (typeof raw !== 'string') return false;
  const [, inside] = CURLY_QUOTES.exec(raw.trim()) ?? [];
  // Straight quotes around them, and sources other than files, show intent.
  if (inside === undefined || report.locate(path, 'value').source?.startsWith(raw.trim()[0]!) !== true) return false;
  report.add('TEXT_QUOTES', path, `the curly quotes around ${quoted(inside)} would be part of it`, `write ${inside}`);
  return true;
}

/** Control characters except tab and line feed. */

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Normalises a text: NFC, line feeds, trimmed. Returns undefined, with a problem, where it is empty, too long or has
 * control characters.
 */
export function readText(field: Field, raw: string, path: Path, report: Report): string | undefined {
  const text = raw.replace(/\r\n?/g, '\n').normalize('NFC');
  const bad = CONTROL.exec(text) ?? LONE_SURROGATE.exec(text);
  if (bad) {
    const code = bad[0].charCodeAt(0);
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const message = code >= 0xd800 ? `half a character (${name})` : `a control character (${name})`;
    report.add('TEXT_CHARACTER', path, message, 'take it out');
    return undefined;
  }
  const trimmed = field.type === 'Markdown' ? text.replace(/^(?:[ \t]*\n)+|\s+$/g, '') : text.trim();
  if (trimmed === '') {
    report.add('TEXT_EMPTY', path, 'has no words', field.required ? 'write it' : 'leave the field out');
    return undefined;
  }
  const limit = chooseLimit(field);
  if (trimmed.length > limit) {
    report.add('TEXT_TOO_LONG', path, `${trimmed.length} characters`, `at most ${limit}`);
    return undefined;
  }
  if (field.type === 'Markdown') checkMarkdown(trimmed, path, report);
  return trimmed;
}
