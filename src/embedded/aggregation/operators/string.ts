import { compareStrings } from '../../bson/compare.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { isInt32, typeName, isNullish } from '../../bson/values.js';
import type { CommandErrorName } from '../../command-error.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../operators.js';
import { over } from '../operators.js';
import { textOf } from './conversion.js';
import { compiledArguments } from './arguments.js';

/** A text. @throws CommandError  with the code that is given; the value is none */
export function textIn(value: Value | undefined, code: CommandErrorName, rule: string): string {
  if (typeof value !== 'string') throw new CommandError(code, `${rule}, found: ${typeName(value)}`);
  return value;
}

/** Numbers and dates take part as text where MongoDB lets them; null is empty. */
function textual(name: string, value: Value | undefined): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumeric(value) || value instanceof Date) return textOf(value);
  throw new CommandError('Location16007', `can't convert from BSON type ${typeName(value)} to String in ${name}`);
}

const upper = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function concatenated(values: (Value | undefined)[]): Value {
  let text = '';
  for (const value of values) {
    if (isNullish(value)) return null;
    text += textIn(value, 'Location16702', '$concat only supports strings');
  }
  return text;
}

/** A 32-bit integer; the codes are for what is no number, and for what is no such number. */
function integerIn(
  value: Value | undefined,
  notNumber: CommandErrorName,
  notInteger: CommandErrorName,
  rule: string,
): number {
  if (!isNumeric(value)) throw new CommandError(notNumber, `${rule} must be a numeric type (is ${typeName(value)})`);
  const number = toDouble(value) + 0;
  if (!isInt32(number))
    throw new CommandError(notInteger, `${rule} cannot be represented as a 32-bit integral value: ${String(value)}`);
  return number;
}

function substringOfPoints(value: Value | undefined, start: Value | undefined, count: Value | undefined): string {
  const text = textual('$substrCP', value);
  const first = integerIn(start, 'Location34450', 'Location34451', '$substrCP: starting index');
  const length = integerIn(count, 'Location34452', 'Location34453', '$substrCP: length');
  if (length < 0) throw new CommandError('Location34454', '$substrCP: length must be a nonnegative integer.');
  if (first < 0) throw new CommandError('Location34455', '$substrCP: the starting index must be nonnegative integer.');
  return [...text].slice(first, first + length).join('');
}

/** A number cut to an integer. */
function cut(value: Value | undefined, code: CommandErrorName, rule: string): number {
  if (!isNumeric(value))
    throw new CommandError(code, `${rule} must be a numeric type (is BSON type ${typeName(value)})`);
  return Math.trunc(toDouble(value)) || 0;
}

function substringOfBytes(value: Value | undefined, start: Value | undefined, count: Value | undefined): string {
  const bytes = Buffer.from(textual('$substrBytes', value));
  const first = cut(start, 'Location16034', '$substrBytes:  starting index');
  const length = cut(count, 'Location16035', '$substrBytes:  length');
  if (first < 0)
    throw new CommandError('Location50752', `$substrBytes:  starting index must be non-negative (got: ${first})`);
  const end = length < 0 ? bytes.length : Math.min(first + length, bytes.length);
  if (isContinuation(bytes[first]))
    throw new CommandError(
      'Location28656',
      '$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.',
    );
  if (isContinuation(bytes[end]))
    throw new CommandError(
      'Location28657',
      '$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.',
    );
  return bytes.subarray(Math.min(first, bytes.length), end).toString();
}

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/** @param codes for a first argument that is no text, and a second one */
function indexIn(
  name: string,
  codes: readonly [CommandErrorName, CommandErrorName],
  units: (text: string) => string[] | Buffer,
): Operator {
  return over(name, 2, 4, (value, part, ...bounds) => {
    if (isNullish(value)) return null;
    const text = units(textIn(value, codes[0], `${name} requires a string as the first argument`));
    const wanted = units(textIn(part, codes[1], `${name} requires a string as the second argument`));
    const [from = 0, end = text.length] = bounds.map((bound) => positionIn(name, bound));
    const to = Math.min(end, text.length);
    for (let at = from; at + wanted.length <= to; at++) {
      let same = 0;
      while (same < wanted.length && text[at + same] === wanted[same]) same++;
      if (same === wanted.length) return at;
    }
    return -1;
  });
}

function positionIn(name: string, value: Value | undefined): number {
  const number = integerIn(value, 'Location40096', 'Location40096', `${name} index`);
  if (number < 0) throw new CommandError('Location40097', `${name} requires a nonnegative index, found: ${number}`);
  return number;
}

function split(value: Value | undefined, separator: Value | undefined): Value {
  if (isNullish(value) || isNullish(separator)) return null;
  const text = textIn(value, 'Location40085', '$split requires a string as a first argument');
  const by = textIn(separator, 'Location40086', '$split requires a string as a second argument');
  if (by === '') throw new CommandError('Location40087', '$split requires a non-empty separator');
  return text.split(by);
}

const WHITE_SPACE = '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

function trim(name: string, left: boolean, right: boolean): Operator {
  return (operand, compile) => {
    const parts = compiledArguments(name, operand, compile, ['chars'], {
      object: 'Location50696',
      unknown: 'Location50694',
      missing: { input: 'Location50695' },
    });
    return (scope) => {
      const input = parts.input!(scope);
      if (isNullish(input)) return null;
      const points = [...textIn(input, 'Location50699', `${name} requires its input to be a string`)];
      const chars = parts.chars ? parts.chars(scope) : WHITE_SPACE;
      if (isNullish(chars)) return null;
      const away = new Set(textIn(chars, 'Location50700', `${name} requires 'chars' to be a string`));
      let [from, to] = [0, points.length];
      while (left && from < to && away.has(points[from]!)) from++;
      while (right && to > from && away.has(points[to - 1]!)) to--;
      return points.slice(from, to).join('');
    };
  };
}

function replace(name: string, run: (input: string, find: string, replacement: string) => string): Operator {
  return (operand, compile) => {
    const parts = compiledArguments(name, operand, compile, [], {
      object: 'Location51751',
      unknown: 'Location51750',
      missing: { input: 'Location51749', find: 'Location51748', replacement: 'Location51747' },
    });
    return (scope) => {
      const input = textOrNull(parts.input!(scope), 'Location51746', `${name} requires that 'input' be a string`);
      const find = textOrNull(parts.find!(scope), 'Location51745', `${name} requires that 'find' be a string`);
      const replacement = textOrNull(
        parts.replacement!(scope),
        'Location51744',
        `${name} requires that 'replacement' be a string`,
      );
      return input === null || find === null || replacement === null ? null : run(input, find, replacement);
    };
  };
}

const textOrNull = (value: Value | undefined, code: CommandErrorName, rule: string) =>
  isNullish(value) ? null : textIn(value, code, rule);

/** Nothing is found before each character and at the end; never between the halves of a surrogate pair. */
const replaceEach = (input: string, find: string, replacement: string) =>
  find === '' ? [...input, ''].map((point) => replacement + point).join('') : input.replaceAll(find, () => replacement);

/** Text. */
export const stringOperators: Record<string, Operator> = {
  $concat: over('$concat', 0, Infinity, (...values) => concatenated(values)),
  $toUpper: over('$toUpper', 1, 1, (value) => upper(textual('$toUpper', value))),
  $toLower: over('$toLower', 1, 1, (value) => lower(textual('$toLower', value))),
  $strcasecmp: over('$strcasecmp', 2, 2, (a, b) =>
    Math.sign(compareStrings(upper(textual('$strcasecmp', a)), upper(textual('$strcasecmp', b)))),
  ),
  $strLenCP: over(
    '$strLenCP',
    1,
    1,
    (value) => [...textIn(value, 'Location34471', '$strLenCP requires a string argument')].length,
  ),
  $strLenBytes: over('$strLenBytes', 1, 1, (value) =>
    Buffer.byteLength(textIn(value, 'Location34473', '$strLenBytes requires a string argument')),
  ),
  $substrCP: over('$substrCP', 3, 3, substringOfPoints),
  $substrBytes: over('$substrBytes', 3, 3, substringOfBytes),
  $substr: over('$substr', 3, 3, substringOfBytes),
  $indexOfCP: indexIn('$indexOfCP', ['Location40093', 'Location40094'], (text) => [...text]),
  $indexOfBytes: indexIn('$indexOfBytes', ['Location40091', 'Location40092'], (text) => Buffer.from(text)),
  $split: over('$split', 2, 2, split),
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  $replaceOne: replace('$replaceOne', (input, find, replacement) => input.replace(find, () => replacement)),
  $replaceAll: replace('$replaceAll', replaceEach),
};
