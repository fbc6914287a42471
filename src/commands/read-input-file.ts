import { existsSync } from 'node:fs';
import { readTextFile } from '../content/read-file.js';
import { AppError } from '../errors.js';
import { NO_LOCATION, type Problem, Report } from '../records/problem.js';
import { escapeControlCharacters } from '../records/message-text.js';

/** Reads UTF-8 text without its byte order mark. @throws AppError USAGE if it is missing, too large, or not UTF-8 */
export function readInputFile(path: string, maxBytes: number): string {
  if (!existsSync(path)) throw new AppError('USAGE', `There is no file "${escapeControlCharacters(path)}".`);
  const problems: Problem[] = [];
  const read = readTextFile(path, maxBytes, new Report(null, NO_LOCATION, problems));
  if (read) return read.text;
  const { message, tip, line, column } = problems[0]!;
  const position = line === null ? '' : ` (line ${line}, column ${column})`;
  throw new AppError(
    'USAGE',
    `"${escapeControlCharacters(path)}" ${message}${position}${tip === null ? '' : `; ${tip}`}.`,
  );
}
