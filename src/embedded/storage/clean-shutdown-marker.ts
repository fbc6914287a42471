import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { EmbeddedError } from '../embedded-error.js';

/** State of a data folder: no data yet, closed and unchanged since, or not closed, so that it must be verified. */
export type FolderState = 'new' | 'clean' | 'open';

const MARKER_FILE = 'seal';
const OPEN_MARKER = 'open';
const CHUNK_BYTES = 1 << 20;
/** Length of the marker, in bytes. Constant, so that it is written atomically. */
const MARKER_BYTES = 64;

const markerFile = (dataDir: string) => path.join(dataDir, MARKER_FILE);
const dataFile = (dataDir: string) => path.join(dataDir, 'data.mdb');

/** Reads the shutdown marker. @throws EmbeddedError FOLDER_DAMAGED the data file has changed since it was closed */
export function readShutdownMarker(dataDir: string): FolderState {
  const hasData = existsSync(dataFile(dataDir));
  if (!existsSync(markerFile(dataDir))) {
    if (!hasData || statSync(dataFile(dataDir)).size === 0) return 'new';
    throw folderDamagedError(dataDir, 'its seal is missing');
  }
  const markerText = readFileSync(markerFile(dataDir), 'utf8').trim();
  if (!hasData) throw folderDamagedError(dataDir, 'its data file is missing');
  if (markerText === OPEN_MARKER || markerText === '') return 'open';
  if (markerText !== computeDigest(dataDir))
    throw folderDamagedError(dataDir, 'its data file has changed since it was closed');
  return 'clean';
}

/** Marks the data file as open, before the first write. */
export function clearShutdownMarker(dataDir: string): void {
  writeSynced(markerFile(dataDir), OPEN_MARKER);
  const folder = openSync(dataDir, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Marks the closed data file as clean, with its size and checksum. */
export function writeShutdownMarker(dataDir: string): void {
  writeSynced(markerFile(dataDir), computeDigest(dataDir));
}

function writeSynced(file: string, text: string): void {
  const handle = openSync(file, constants.O_WRONLY | constants.O_CREAT, 0o600);
  writeSync(handle, `${text.padEnd(MARKER_BYTES - 1)}\n`);
  fsyncSync(handle);
  closeSync(handle);
}

function computeDigest(dataDir: string): string {
  const handle = openSync(dataFile(dataDir), 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let checksum = 0;
    let size = 0;
    for (let readBytes = readSync(handle, chunk); readBytes > 0; readBytes = readSync(handle, chunk)) {
      checksum = crc32(chunk.subarray(0, readBytes), checksum);
      size += readBytes;
    }
    return `${size} ${checksum.toString(16)}`;
  } finally {
    closeSync(handle);
  }
}

export function folderDamagedError(dataDir: string, reason: string): EmbeddedError {
  return new EmbeddedError(
    'FOLDER_DAMAGED',
    `the data folder "${dataDir}" is damaged: ${reason}; restore it from a backup, or use another folder`,
  );
}
