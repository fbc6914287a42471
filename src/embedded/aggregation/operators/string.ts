import { BSONRegExp } from 'bson';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Doc, Value } from '../../bson/values.js';
import { typeName, UndefinedValue } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import { compileRegex } from '../../query/regular-expression.js';
import { compareStrings } from '../../bson/compare.js';
import { textOf } from './conversion.js';
import type { Operator } from '../operators.js';
import { named, over } from '../operators.js';

const isNullish = (value: Value | undefined): value is null | undefined =>
  value === undefined || value === null || value instanceof UndefinedValue;

function string(name: string, value: Value | undefined): string {
  if (typeof value !== 'string')
    throw new CommandError('Location16702', `${name} only supports strings, not ${typeName(value)}`);
  return value;
}

/** Numbers and dates take part as text where MongoDB lets them; null is empty. */
function textual(name: string, value: Value | undefined): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumeric(value) || value instanceof Date) return textOf(value);
  throw new CommandError('Location16007', `can't convert from BSON type ${typeName(value)} to String in ${name}`);
}

function whole(name: string, value: Value | undefined): number {
  const number = isNumeric(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(number))
    throw new CommandError('Location34450', `${name} needs a whole number, not ${typeName(value)}`);
  return number;
}

const upper = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function substringOfPoints(value: Value | undefined, start: Value | undefined, count: Value | undefined): string {
  const [first, length] = [whole('$substrCP', start), whole('$substrCP', count)];
  if (first < 0 || length < 0)
    throw new CommandError('Location34451', '$substrCP takes a start and a length of 0 and more');
  return [...textual('$substrCP', value)].slice(first, first + length).join('');
}

function substringOfBytes(value: Value | undefined, start: Value | undefined, count: Value | undefined): string {
  const bytes = Buffer.from(textual('$substrBytes', value));
  const [first, length] = [whole('$substrBytes', start), whole('$substrBytes', count)];
  if (first < 0) throw new CommandError('Location50752', '$substrBytes: the starting index must be non-negative');
  const end = length < 0 ? bytes.length : Math.min(first + length, bytes.length);
  if (isContinuation(bytes[first]))
    throw new CommandError(
      'Location28656',
      '$substrBytes: Invalid range, starting index is a UTF-8 continuation byte.',
    );
  if (isContinuation(bytes[end]))
    throw new CommandError(
      'Location28657',
      '$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.',
    );
  return bytes.subarray(Math.min(first, bytes.length), end).toString();
}

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

function indexIn(name: string, units: (text: string) => string[] | Buffer): Operator {
  return over(name, 2, 4, (value, part, start, end) => {
    if (isNullish(value)) return null;
    const [text, wanted] = [units(string(name, value)), units(string(name, part))];
    const from = isNullish(start) ? 0 : whole(name, start);
    const to = Math.min(isNullish(end) ? text.length : whole(name, end), text.length);
    if (from < 0 || (!isNullish(end) && whole(name, end) < 0))
      throw new CommandError('Location40097', `${name} takes positions of 0 and more`);
    for (let at = from; at + wanted.length <= to; at++) {
      let same = 0;
      while (same < wanted.length && text[at + same] === wanted[same]) same++;
      if (same === wanted.length) return at;
    }
    return -1;
  });
}

const WHITE_SPACE = '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

function trim(name: string, left: boolean, right: boolean): Operator {
  return (operand, compile) => {
    const parts = named(name, operand, compile, ['input', 'chars'], ['input']);
    return (scope) => {
      const input = parts.input!(scope);
      const chars = parts.chars ? parts.chars(scope) : WHITE_SPACE;
      if (isNullish(input) || isNullish(chars)) return null;
      const away = new Set(string(name, chars));
      const points = [...string(name, input)];
      let [from, to] = [0, points.length];
      while (left && from < to && away.has(points[from]!)) from++;
      while (right && to > from && away.has(points[to - 1]!)) to--;
      return points.slice(from, to).join('');
    };
  };
}

function replace(name: string, all: boolean): Operator {
  return (operand, compile) => {
    const parts = named(name, operand, compile, ['input', 'find', 'replacement'], ['input', 'find', 'replacement']);
    return (scope) => {
      const values = [parts.input!(scope), parts.find!(scope), parts.replacement!(scope)];
      if (values.some(isNullish)) return null;
      const [input, find, replacement] = values.map((value) => string(name, value)) as [string, string, string];
      return all ? input.replaceAll(find, () => replacement) : input.replace(find, () => replacement);
    };
  };
}

function regex<T extends Value>(name: string, none: T, run: (input: string, pattern: RegExp) => Value): Operator {
  return (operand, compile) => {
    const parts = named(name, operand, compile, ['input', 'regex', 'options'], ['input', 'regex']);
    const compiled = new Map<string, RegExp>();
    return (scope) => {
      const input = parts.input!(scope);
      const pattern = parts.regex!(scope);
      const options = parts.options?.(scope);
      if (isNullish(input) || isNullish(pattern)) return none;
      const [source, own] =
        pattern instanceof BSONRegExp ? [pattern.pattern, pattern.options] : [string(name, pattern), ''];
      const flags = isNullish(options) ? own : string(name, options);
      const key = `${flags}/${source}`;
      let made = compiled.get(key);
      if (!made) {
        made = compileRegex(source, flags);
        made = new RegExp(made.source, `${made.flags}g`);
        compiled.set(key, made);
      }
      made.lastIndex = 0;
      return run(string(name, input), made);
    };
  };
}

function found(match: RegExpMatchArray): Doc {
  const idx = [...(match.input ?? '').slice(0, match.index)].length;
  return { match: match[0], idx, captures: match.slice(1).map((capture) => capture ?? null) };
}

/** Text. */
export const stringOperators: Record<string, Operator> = {
  $concat: over('$concat', 0, Infinity, (...values) =>
    values.some(isNullish) ? null : values.map((value) => string('$concat', value)).join(''),
  ),
  $toUpper: over('$toUpper', 1, 1, (value) => upper(textual('$toUpper', value))),
  $toLower: over('$toLower', 1, 1, (value) => lower(textual('$toLower', value))),
  $strcasecmp: over('$strcasecmp', 2, 2, (a, b) =>
    Math.sign(compareStrings(upper(textual('$strcasecmp', a)), upper(textual('$strcasecmp', b)))),
  ),
  $strLenCP: over('$strLenCP', 1, 1, (value) => [...string('$strLenCP', value)].length),
  $strLenBytes: over('$strLenBytes', 1, 1, (value) => Buffer.byteLength(string('$strLenBytes', value))),
  $substrCP: over('$substrCP', 3, 3, substringOfPoints),
  $substrBytes: over('$substrBytes', 3, 3, substringOfBytes),
  $substr: over('$substr', 3, 3, substringOfBytes),
  $indexOfCP: indexIn('$indexOfCP', (text) => [...text]),
  $indexOfBytes: indexIn('$indexOfBytes', (text) => Buffer.from(text)),
  $split: over('$split', 2, 2, (value, separator) => {
    if (isNullish(value)) return null;
    const by = string('$split', separator);
    if (by === '') throw new CommandError('Location40087', '$split requires a non-empty separator');
    return string('$split', value).split(by);
  }),
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  $replaceOne: replace('$replaceOne', false),
  $replaceAll: replace('$replaceAll', true),
  $regexMatch: regex('$regexMatch', false, (input, pattern) => pattern.test(input)),
  $regexFind: regex('$regexFind', null, (input, pattern) => {
    const match = pattern.exec(input);
    return match ? found(match) : null;
  }),
  $regexFindAll: regex<Value[]>('$regexFindAll', [], (input, pattern) => [...input.matchAll(pattern)].map(found)),
};
