import { CommandError, unsupportedMessage } from '../command-error.js';

export interface UpdatePath {
  text: string;
  segments: readonly string[];
}

/** Parses an update path. @throws CommandError EmptyFieldName, BadValue */
export function parseUpdatePath(text: string): UpdatePath {
  if (text === '') throw new CommandError('EmptyFieldName', 'An empty update path is not valid.');
  const segments = text.split('.');
  if (segments.includes('')) {
    throw new CommandError(
      'EmptyFieldName',
      `The update path '${text}' contains an empty field name, which is not allowed.`,
    );
  }
  const positional = segments.find((segment) => segment === '$' || segment.startsWith('$['));
  if (positional !== undefined)
    throw new CommandError('BadValue', unsupportedMessage(`Positional operator '${positional}' in path '${text}'`));
  return { text, segments };
}
