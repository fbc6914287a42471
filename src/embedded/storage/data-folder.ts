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

/**
 * Format version of a data folder. Increment when an older version must not open or share the folder. Folders of lower
 * versions are opened, and marked with this one.
 *
 * Version 1: up to release 0.3.0. Version 2: rejected by releases that do not check the format of the change log.
 */
export const FOLDER_FORMAT = 2;

const FORMAT_FILE = 'format';
/** Names of network file systems, by magic number in Linux's magic.h. */
const NETWORK_FILE_SYSTEMS = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
]);
const DATABASE_FILES = /^(format|seal|data\.mdb|lock\.mdb)$/;
const FORMAT_LINE = /^signpost embedded database, format (\d+)(?:, (.+))?\n$/;

const RESTORE_ADVICE =
  'Copy the complete folder again from its origin, including its file "format", or restore a backup into another folder';

/**
 * Creates a data folder, recording `program`, or verifies its format. Removes the access of other users.
 * @throws EmbeddedError FOLDER_READ_ONLY, FOLDER_VERSION, FOLDER_UNUSABLE
 */
export function prepareFolder(dataDir: string, program: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusableError(dataDir, error as NodeJS.ErrnoException);
  }
  rejectNetworkFolder(dataDir, statfsSync(dataDir).type);
  const formatFile = path.join(dataDir, FORMAT_FILE);
  const dataFile = path.join(dataDir, 'data.mdb');
  if (existsSync(formatFile)) {
    rejectNewer(dataDir, readFileSync(formatFile, 'utf8'), program);
  } else if (existsSync(dataFile)) {
    throw new EmbeddedError(
      'FOLDER_VERSION',
      `the data folder "${dataDir}" contains a database without its file "format"; ${program} reads formats up to ${FOLDER_FORMAT}. ${RESTORE_ADVICE}`,
    );
  }
  try {
    if (existsSync(formatFile) || readdirSync(dataDir).length === 0) restrictPermissions(dataDir, 0o700);
    if (!existsSync(formatFile)) writeAtomically(formatFile, formatText(program));
    for (const name of readdirSync(dataDir).filter((fileName) => DATABASE_FILES.test(fileName))) {
      accessSync(path.join(dataDir, name), constants.R_OK | constants.W_OK);
      restrictPermissions(path.join(dataDir, name), 0o600);
    }
  } catch (error) {
    throw unusableError(dataDir, error as NodeJS.ErrnoException);
  }
}

/** Marks a folder with the current format. The folder must be locked, because an older version may be using it. */
export function writeFolderFormat(dataDir: string, program: string): void {
  const formatFile = path.join(dataDir, FORMAT_FILE);
  const format = FORMAT_LINE.exec(readFileSync(formatFile, 'utf8'))?.[1];
  if (Number(format) < FOLDER_FORMAT) writeAtomically(formatFile, formatText(program));
}

function formatText(program: string): string {
  return `signpost embedded database, format ${FOLDER_FORMAT}, ${program}\n`;
}

/** Rejects a folder of a newer format. @throws EmbeddedError FOLDER_VERSION */
function rejectNewer(dataDir: string, text: string, program: string): void {
  const [, format, writer = 'a newer version'] = FORMAT_LINE.exec(text) ?? [];
  if (format !== undefined && Number(format) <= FOLDER_FORMAT) return;
  const formatProblem =
    format === undefined
      ? text.trim() === ''
        ? 'has an empty file "format"'
        : `has the unknown format "${text.trim().slice(0, 80)}"`
      : `was written by ${writer} in format ${format}`;
  const advice =
    text.trim() === '' ? RESTORE_ADVICE : 'Start the newer version, or restore a backup into another folder';
  throw new EmbeddedError(
    'FOLDER_VERSION',
    `the data folder "${dataDir}" ${formatProblem}; this is ${program}, which reads formats up to ${FOLDER_FORMAT}. ${advice}`,
  );
}

/** Rejects a network file system: other machines do not see that the folder is in use. @throws FOLDER_UNUSABLE */
export function rejectNetworkFolder(dataDir: string, type: number): void {
  const name = NETWORK_FILE_SYSTEMS.get(type);
  if (name === undefined) return;
  throw new EmbeddedError(
    'FOLDER_UNUSABLE',
    `the data folder "${dataDir}" is on ${name}, which another machine could use too; use a folder on a local disk`,
  );
}

/** Writes a file atomically. */
function writeAtomically(file: string, text: string): void {
  const temporaryFile = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(temporaryFile, text, { mode: 0o600 });
  renameSync(temporaryFile, file);
}

/** Removes the permissions of other users. Does nothing if another user owns the file or folder. */
function restrictPermissions(name: string, mode: number): void {
  try {
    chmodSync(name, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

function unusableError(dataDir: string, error: NodeJS.ErrnoException): EmbeddedError {
  if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') {
    return new EmbeddedError('FOLDER_READ_ONLY', `the data folder "${dataDir}" cannot be written to`, { cause: error });
  }
  return new EmbeddedError('FOLDER_UNUSABLE', `the data folder "${dataDir}" cannot be used: ${error.message}`, {
    cause: error,
  });
}
