import type { BSONRegExp } from 'bson';
import { CommandError } from '../../command-error.js';
import { translatePattern, unsupported } from './translate-pattern.js';

const MAX_PATTERN_BYTES = 32_764; // MongoDB's own

/** V8 looks for an empty match between the halves of a surrogate pair too, where `\B` and `(?!` are easily true. */
const WHOLE_CHARACTER = '(?=[^]|$)';

/**
 * A JavaScript expression that finds a match where MongoDB's would, or an error.
 *
 * @throws CommandError 2      the pattern has a NUL or is too long
 * @throws CommandError 51091  PCRE2 refuses the pattern, or it is no plain one
 * @throws CommandError 51108  an option that there is not
 */
export function compileRegex(pattern: string, options: string): RegExp {
  if (pattern.includes('\0')) throw bad('Regular expression cannot contain an embedded null byte');
  if (options.includes('\0')) throw bad('Regular expression options string cannot contain an embedded null byte');
  if (Buffer.byteLength(pattern) > MAX_PATTERN_BYTES) throw bad('Regular expression is too long');
  const { source } = translatePattern(pattern, options);
  try {
    const compiled = new RegExp(/\(\?!|\\B/.test(source) ? `${WHOLE_CHARACTER}(?:${source})` : source, 'u');
    // The engine looks at sizes when it first runs, once for Latin-1 text and once for other.
    for (const text of ['', '\u0100']) compiled.test(text);
    return compiled;
  } catch {
    throw unsupported('an expression of this size');
  }
}

const bad = (message: string) => new CommandError('BadValue', message);

/**
 * The text that every match of an anchored pattern begins with; nothing when there is none.
 *
 * @throws CommandError  as compileRegex
 */
export function regexPrefix({ pattern, options }: BSONRegExp): { prefix: string } | undefined {
  const { prefix } = translatePattern(pattern, options);
  return prefix ? { prefix } : undefined;
}
