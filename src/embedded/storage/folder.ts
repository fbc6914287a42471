import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedError } from '../embedded-error.js';

/** The layout of what is written here; another number is another layout. */
export const FORMAT = 1;

const FORMAT_FILE = 'format';
const FORMAT_TEXT = `signpost embedded database, format ${FORMAT}\n`;

/**
 * Makes a data folder, or checks that it is one of ours.
 *
 * @throws EmbeddedError FOLDER_READ_ONLY, FOLDER_VERSION, FOLDER_UNUSABLE
 */
export function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(dataDir, error as NodeJS.ErrnoException);
  }
  const file = path.join(dataDir, FORMAT_FILE);
  const data = path.join(dataDir, 'data.mdb');
  if (existsSync(file)) {
    const found = readFileSync(file, 'utf8');
    if (found !== FORMAT_TEXT) {
      throw new EmbeddedError(
        'FOLDER_VERSION',
        `the data folder "${dataDir}" was written by another version ("${found.trim().slice(0, 80)}"); this one reads format ${FORMAT}`,
      );
    }
  } else if (existsSync(data)) {
    throw new EmbeddedError(
      'FOLDER_VERSION',
      `the data folder "${dataDir}" holds a database that does not say its format; this one reads format ${FORMAT}`,
    );
  }
  try {
    writeFileSync(file, FORMAT_TEXT);
    for (const name of [data, path.join(dataDir, 'lock.mdb')])
      if (existsSync(name)) accessSync(name, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw unusable(dataDir, error as NodeJS.ErrnoException);
  }
}

function unusable(dataDir: string, error: NodeJS.ErrnoException): EmbeddedError {
  if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') {
    return new EmbeddedError('FOLDER_READ_ONLY', `the data folder "${dataDir}" cannot be written to`, { cause: error });
  }
  return new EmbeddedError('FOLDER_UNUSABLE', `the data folder "${dataDir}" cannot be used: ${error.message}`, {
    cause: error,
  });
}
