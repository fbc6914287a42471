import type { Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';

/** A plain text to find anywhere in a string, or at its start. */
export interface LiteralPattern {
  text: string;
  isAnchored: boolean;
}

/** Parses a regular expression of literals, with an optional `^`. @throws CommandError BadValue, 51091 */
export function parseLiteralPattern(pattern: Value): LiteralPattern {
  if (typeof pattern !== 'string') throw new CommandError('BadValue', '$regex has to be a string');
  if (pattern.includes('\0'))
    throw new CommandError('BadValue', 'Regular expression cannot contain an embedded null byte');
  const isAnchored = pattern.startsWith('^');
  let text = '';
  for (let index = isAnchored ? 1 : 0; index < pattern.length; index++) {
    const character = pattern[index]!;
    if (character === '\\') {
      const escaped = pattern[++index] ?? '';
      if (!/^[^0-9A-Za-z]$/.test(escaped)) throw unsupportedError(`"\\${escaped}"`);
      text += escaped;
    } else if (/[$()*+.?[^{|]/.test(character)) {
      throw unsupportedError(`"${character}"`);
    } else {
      text += character;
    }
  }
  return { text, isAnchored };
}

const unsupportedError = (what: string) =>
  new CommandError('Location51091', unsupportedMessage(`Regular expression with ${what}`));
