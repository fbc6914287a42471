import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { EmbeddedError } from '../embedded-error.js';

/** The layout of what is written here; another number is another layout. */
const FORMAT = 1;

const FORMAT_FILE = 'format';
/** As in Linux's magic.h. */
const NETWORKS = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
]);
const OURS = /^(format|seal|data\.mdb|lock\.mdb)$/;
const FORMAT_TEXT = `signpost embedded database, format ${FORMAT}\n`;

/**
 * Makes a data folder, or checks that it is one of ours, and keeps other users of the machine out of it.
 *
 * @throws EmbeddedError FOLDER_READ_ONLY, FOLDER_VERSION, FOLDER_UNUSABLE
 */
export function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(dataDir, error as NodeJS.ErrnoException);
  }
  refuseNetwork(dataDir, statfsSync(dataDir).type);
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
    if (existsSync(file) || readdirSync(dataDir).length === 0) tighten(dataDir, 0o700);
    if (!existsSync(file)) writeWhole(file, FORMAT_TEXT);
    for (const name of readdirSync(dataDir).filter((each) => OURS.test(each))) {
      accessSync(path.join(dataDir, name), constants.R_OK | constants.W_OK);
      tighten(path.join(dataDir, name), 0o600);
    }
  } catch (error) {
    throw unusable(dataDir, error as NodeJS.ErrnoException);
  }
}

/**
 * Refuses a network file system, by the number that the kernel has for it: another machine could have the folder as
 * well, and does not see who listens here.
 *
 * @throws EmbeddedError FOLDER_UNUSABLE
 */
export function refuseNetwork(dataDir: string, type: number): void {
  const name = NETWORKS.get(type);
  if (name === undefined) return;
  throw new EmbeddedError(
    'FOLDER_UNUSABLE',
    `the data folder "${dataDir}" is on ${name}, where another machine could use it too; use a folder on a local disk`,
  );
}

/** Writes a file that nobody sees half-written. */
function writeWhole(file: string, text: string): void {
  const next = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(next, text, { mode: 0o600 });
  renameSync(next, file);
}

/** Takes away what others may do. On a volume whose folder belongs to somebody else, the files alone are closed. */
function tighten(name: string, mode: number): void {
  try {
    chmodSync(name, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
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
