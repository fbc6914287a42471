import { CommandError } from '../command-error.js';

/** The names with a `$` in front that fields may have: those of a DBRef, and what MongoDB adds itself. */
const DOLLAR_NAMES = new Set(['$id', '$ref', '$db', '$sortKey', '$recordId', '$searchSortValues', '$searchScore']);

/** What is wrong with the dotted name of a field in a projection; nothing when it is a good one. */
export function fieldPathProblem(path: string): CommandError | undefined {
  if (path === '') return new CommandError('Location40352', 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) return new CommandError('Location40353', "FieldPath must not end with a '.'.");
  for (const name of path.split('.')) {
    if (name === '') return new CommandError('Location15998', 'FieldPath field names may not be empty strings.');
    if (name.startsWith('$') && !DOLLAR_NAMES.has(name)) {
      return new CommandError('Location16410', "FieldPath field names may not start with '$'.");
    }
  }
  return undefined;
}

/** Refuses a dotted name that MongoDB refuses. @throws CommandError 15998, 16410, 40352, 40353 */
export function checkFieldPath(path: string): void {
  const problem = fieldPathProblem(path);
  if (problem) throw problem;
}
