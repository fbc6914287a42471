import { userInfo } from 'node:os';
import { AppError } from '../errors.js';
import { SEED_AUTHOR } from '../model/seed-author.js';

const MAX_NAME_LENGTH = 100;

/** Returns `--author`, or else the login name. @throws AppError USAGE for an invalid or missing name */
export function resolveAuthor(by: string | undefined): string {
  return parseAuthor(by ?? loginName(), '--author');
}

/** Returns the login name. Empty if the user has no name, as in many containers. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Returns the trimmed name of an author. @throws AppError USAGE, naming the option that contained it */
export function parseAuthor(name: string, option: string): string {
  const trimmed = name.trim().normalize('NFC');
  if (trimmed === '' || trimmed.length > MAX_NAME_LENGTH) {
    throw new AppError('USAGE', `Say who it is: ${option} with at most ${MAX_NAME_LENGTH} characters.`);
  }
  // Rejects control, invisible and bidirectional characters.
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u.test(trimmed)) {
    throw new AppError('USAGE', `${option} contains an invisible character. Use letters only.`);
  }
  if (trimmed.toLowerCase() === SEED_AUTHOR) {
    throw new AppError('USAGE', `"${trimmed}" is reserved for content files. Use another name.`);
  }
  return trimmed;
}
