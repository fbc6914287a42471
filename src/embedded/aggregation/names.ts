import { CommandError } from '../command-error.js';
import { checkFieldPath } from '../query/field-path.js';

/** Refuses what cannot be the name of one field that a pipeline makes. @throws CommandError 15998, 16410, 16412 */
export function checkFieldName(name: string): void {
  if (name === '') throw new CommandError('Location15998', 'FieldPath field names may not be empty strings.');
  checkFieldPath(name.split('.')[0]! || name);
  if (name.includes('.')) {
    throw new CommandError(
      'Location16412',
      `FieldPath field names may not contain '.'. Consider using $getField or $setField.`,
    );
  }
}

/** Refuses a name that a client cannot give to a variable. @throws CommandError FailedToParse */
export function checkVariableName(name: string): void {
  if (name !== 'CURRENT') checkCharacters(name, /[a-z\u0080-\uffff]/);
}

/** Refuses a name that no variable can have, neither a client's nor the server's. @throws CommandError FailedToParse */
export function checkVariableRead(name: string): void {
  checkCharacters(name, /[a-zA-Z\u0080-\uffff]/);
}

function checkCharacters(name: string, first: RegExp): void {
  const wrong = (message: string) => new CommandError('FailedToParse', message);
  if (name === '') throw wrong('empty variable names are not allowed');
  if (!first.test(name[0]!)) throw wrong(`'${name}' starts with an invalid character for a user variable name`);
  const bad = /[^\w\u0080-\uffff]/.exec(name);
  if (bad) throw wrong(`'${name}' contains an invalid character for a variable name: '${bad[0]}'`);
}
