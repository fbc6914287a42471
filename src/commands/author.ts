import { userInfo } from 'node:os';
import { AppError } from '../errors.js';
import { FILES_AUTHOR } from '../model/files-author.js';

const LONGEST_NAME = 100;

/**
 * The name of whoever calls a command: what was given by `--by`, else that under which they are logged in.
 *
 * @throws AppError USAGE  as `checkAuthor`; a user whom the system knows by a number alone has no name
 */
export function callerName(by: string | undefined): string {
  return checkAuthor(by ?? loginName(), '--by');
}

/** Empty where the system has no name, as for the users of many containers. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/**
 * The name under which somebody writes, as it stands in the history; given by `option`.
 *
 * @throws AppError USAGE  it is empty or too long, holds what no name holds, or is that of the files
 */
export function checkAuthor(name: string, option: string): string {
  const trimmed = name.trim().normalize('NFC');
  if (trimmed === '' || trimmed.length > LONGEST_NAME) {
    throw new AppError('USAGE', `Say who it is: ${option} with at most ${LONGEST_NAME} characters.`);
  }
  // Control characters, and those that turn the direction of a text or are not seen.
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u.test(trimmed)) {
    throw new AppError('USAGE', `${option} holds a character that is not seen; write the name with letters alone.`);
  }
  if (trimmed.toLowerCase() === FILES_AUTHOR) {
    throw new AppError('USAGE', `"${trimmed}" is the name under which the content files are brought in; give another.`);
  }
  return trimmed;
}
