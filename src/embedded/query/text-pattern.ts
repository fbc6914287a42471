import type { Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';

/** A plain text to find anywhere in a string, or at its start. */
export interface TextPattern {
  text: string;
  anchored: boolean;
}

/** Parses a regular expression of literals, with an optional `^`. @throws CommandError BadValue, 51091 */
export function parseTextPattern(pattern: Value): TextPattern {
  if (typeof pattern !== 'string') throw new CommandError('BadValue', '$regex has to be a string');
  if (pattern.includes('\0'))
    throw new CommandError('BadValue', 'Regular expression cannot contain an embedded null byte');
  const anchored = pattern.startsWith('^');
  let text = '';
  for (let index = anchored ? 1 : 0; index < pattern.length; index++) {
    const c = pattern[index]!;
    if (c === '\\') {
      const escaped = pattern[++index] ?? '';
      if (!/^[^0-9A-Za-z]$/.test(escaped)) throw unsupported(`"\\${escaped}"`);
      text += escaped;
    } else if (/[$()*+.?[^{|]/.test(c)) {
      throw unsupported(`"${c}"`);
    } else {
      text += c;
    }
  }
  return { text, anchored };
}

const unsupported = (what: string) =>
  new CommandError('Location51091', unsupportedMessage(`Regular expression with ${what}`));
