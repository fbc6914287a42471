import { CommandError } from '../command-error.js';

/** Rejects a field path that is invalid in stages and projections. @throws CommandError 15998, 16410, 40352, 40353 */
export function checkFieldPath(path: string): void {
  if (path === '') throw new CommandError('Location40352', 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw new CommandError('Location40353', "FieldPath must not end with a '.'.");
  for (const name of path.split('.')) {
    if (name === '') throw new CommandError('Location15998', 'FieldPath field names may not be empty strings.');
    if (name.startsWith('$')) {
      throw new CommandError('Location16410', "FieldPath field names may not start with '$'.");
    }
  }
}
