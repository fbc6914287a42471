import type { BSONRegExp } from 'bson';
import { CommandError } from '../command-error.js';

/**
 * A JavaScript expression that matches as MongoDB's would.
 *
 * Code points are matched where the pattern allows it; a pattern that only the lenient mode takes is compiled there.
 *
 * @throws CommandError 51091  the pattern or its options are not valid
 */
export function compileRegex(pattern: string, options: string): RegExp {
  let source = pattern;
  let flags = '';
  let extended = false;
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline) source = source.slice(inline[0].length);
  for (const flag of new Set(options + (inline?.[1] ?? ''))) {
    if (flag === 'x') extended = true;
    else if (flag === 'i' || flag === 'm' || flag === 's') flags += flag;
    else if (flag !== 'u') throw new CommandError('Location51108', ` invalid flag in regex options: ${flag}`);
  }
  if (extended) source = withoutLayout(source);
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    try {
      return new RegExp(source, flags);
    } catch (error) {
      throw new CommandError('Location51091', `Regular expression is invalid: ${(error as Error).message}`);
    }
  }
}

/** Takes white space and comments out of an extended pattern, but not inside a class or after a backslash. */
function withoutLayout(source: string): string {
  let out = '';
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (c === '\\') {
      out += c + (source[++i] ?? '');
    } else if (inClass) {
      if (c === ']') inClass = false;
      out += c;
    } else if (c === '[') {
      inClass = true;
      out += c;
    } else if (c === '#') {
      while (i < source.length && source[i] !== '\n') i++;
    } else if (!/\s/.test(c)) {
      out += c;
    }
  }
  return out;
}

/** The text that every match of an anchored, case-sensitive pattern begins with; nothing when there is none. */
export function regexPrefix({ pattern, options }: BSONRegExp): { prefix: string; exact: boolean } | undefined {
  if (options !== '' || !pattern.startsWith('^') || pattern.includes('|')) return undefined;
  const plain = /^\^((?:[^\\^$.|?*+()[\]{}]|\\[^A-Za-z0-9])*)/.exec(pattern)!;
  let text = plain[1]!;
  const rest = pattern.slice(plain[0].length);
  if (/^[?*{]/.test(rest)) text = text.replace(/\\?.$/su, ''); // the last character may be absent
  const prefix = text.replace(/\\(.)/gsu, '$1');
  return prefix === '' ? undefined : { prefix, exact: rest === '' };
}
