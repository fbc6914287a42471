import type { Field } from '../model/model.js';
import { checkMarkdown } from './markdown.js';
import type { Path, Report } from './problem.js';
import { quoted } from './wording.js';

/** The most characters a text may have, by what its field is used for. */
function chooseLimit(field: Field): number {
  if (field.type === 'Markdown') return 100_000;
  if (field.sort) return 300;
  return field.filter ? 1_000 : 20_000;
}

const CURLY_QUOTES = /^[“”„‟‘’‚«]\s*([^“”„‟«»]*?)\s*[“”‘’»]$/;

/**
 * Tells of a value that stands in curly quotes as a whole in a file, where straight ones were meant or none: they would be
 * part of it.
 */
export function standsInCurlyQuotes(raw: unknown, path: Path, report: Report): boolean {
  if (typeof raw !== 'string') return false;
  const [, inside] = CURLY_QUOTES.exec(raw.trim()) ?? [];
  // Whoever puts straight quotes around them wants them; and so does whoever writes no file.
  if (inside === undefined || report.locate(path, 'value').source?.startsWith(raw.trim()[0]!) !== true) return false;
  report.add('TEXT_QUOTES', path, `the curly quotes around ${quoted(inside)} would be part of it`, `write ${inside}`);
  return true;
}

/** Control characters other than tab and line feed. NUL is among them. */

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * A text as it is kept: composed (NFC), with line feeds, without blanks around it. Undefined, with a problem told, when
 * it is empty, too long or holds what no text holds.
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
