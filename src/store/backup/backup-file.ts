import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  createReadStream,
  createWriteStream,
  lstatSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline as joined } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BSON } from 'mongodb';
import { AppError, describeSystemError, asErrnoException } from '../../errors.js';
import { writerId } from '../../stale-temp-files.js';
import {
  BACKUP_COLLECTIONS,
  type BackupCollection,
  type BackupCounts,
  type BackupHeader,
  checkFirstLine,
  decodeFrames,
  DIGEST_BYTES,
  makeFrame,
  FIRST_LINE,
  type Frame,
  serialiseFrame,
  incompleteBackupError,
} from './backup-format.js';

/** Header, document counts and size of a backup file. */
export interface BackupSummary extends BackupHeader {
  counts: BackupCounts;
  bytes: number;
}

/** A document of a collection, as BSON. */
export interface BackupDocument {
  collection: BackupCollection;
  document: Uint8Array;
}

/**
 * Writes a backup file that only its owner can read. The file has a temporary name until it is complete and flushed.
 * @throws AppError FILE_UNWRITABLE; USAGE if the file exists and `overwrite` is false; errors of `documents`
 */
export async function writeBackupFile(
  path: string,
  header: BackupHeader,
  documents: AsyncIterable<BackupDocument>,
  { overwrite }: { overwrite: boolean },
): Promise<BackupSummary> {
  rejectExistingFile(path, overwrite);
  const counts = zeroCounts();
  const tempPath = join(dirname(path), `.${basename(path)}.${writerId()}.part`);
  let fileSize = 0;
  const frames = async function* () {
    yield* serialiseFrame(makeFrame('header', header));
    for await (const { collection, document } of documents) {
      counts[collection] += 1;
      yield* serialiseFrame({ type: collection, document });
    }
    yield* serialiseFrame(makeFrame('trailer', { counts }));
  };
  const appendDigest = async function* (compressed: AsyncIterable<Buffer>) {
    const hash = createHash('sha256');
    const countChunk = (chunk: Buffer) => {
      hash.update(chunk);
      fileSize += chunk.length;
      return chunk;
    };
    yield countChunk(Buffer.from(FIRST_LINE));
    for await (const chunk of compressed) yield countChunk(chunk);
    fileSize += DIGEST_BYTES;
    yield hash.digest();
  };
  try {
    const file = createWriteStream(tempPath, { flags: 'w', mode: 0o600, flush: true });
    await pipeline(frames, createGzip(), appendDigest, file);
    rejectExistingFile(path, overwrite);
    await rename(tempPath, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(tempPath, { force: true });
    throw toWriteError(path, error);
  }
  return { ...header, counts, bytes: fileSize };
}

/**
 * Verifies a whole backup file, then calls `onDocument` with each document, one at a time.
 * @throws AppError BACKUP_INVALID before the first call; USAGE if the file does not exist
 */
export async function readBackupFile(
  path: string,
  onDocument: (document: BackupDocument) => Promise<void> | void,
): Promise<BackupSummary> {
  try {
    const fileSize = await verifyFile(path);
    const content = createReadStream(path, { start: FIRST_LINE.length, end: fileSize - DIGEST_BYTES - 1 });
    // Frames are decoded outside the pipeline, which on Node 20 would report an abort instead of a decoding error.
    const chunks = joined(content, createGunzip(), () => {});
    return { ...(await readFrames(decodeFrames(chunks), onDocument)), bytes: fileSize };
  } catch (error) {
    throw toReadError(path, error);
  }
}

/** Returns whether a file starts with the first line of a backup. The rest may be missing. */
export function isBackupFile(path: string): boolean {
  const firstBytes = Buffer.alloc(FIRST_LINE.length);
  try {
    if (!lstatSync(path).isFile()) return false;
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      readSync(descriptor, firstBytes);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (asErrnoException(error).syscall === undefined) throw error;
  }
  return firstBytes.toString() === FIRST_LINE;
}

/** Verifies the first line of a file, and the SHA-256 digest at its end. Returns the file size in bytes. */
async function verifyFile(path: string): Promise<number> {
  // O_NONBLOCK avoids blocking on a pipe, which is then rejected.
  await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stat = await file.stat();
  if (!stat.isFile()) throw new AppError('USAGE', `"${path}" is not a file.`);
  const { size } = stat;
  const firstBytes = Buffer.alloc(FIRST_LINE.length);
  await file.read(firstBytes, 0, firstBytes.length, 0);
  checkFirstLine(firstBytes);
  if (size <= FIRST_LINE.length + DIGEST_BYTES) throw incompleteBackupError();
  const storedDigest = Buffer.alloc(DIGEST_BYTES);
  await file.read(storedDigest, 0, DIGEST_BYTES, size - DIGEST_BYTES);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { end: size - DIGEST_BYTES - 1 })) hash.update(chunk as Buffer);
  if (!hash.digest().equals(storedDigest)) throw incompleteBackupError();
  return size;
}

/** Reads the frames in order and compares the document counts with the trailer. */
async function readFrames(
  frames: AsyncIterable<Frame>,
  onDocument: (document: BackupDocument) => Promise<void> | void,
): Promise<BackupHeader & { counts: BackupCounts }> {
  const counts = zeroCounts();
  let header: BackupHeader | null = null;
  let trailer: { counts: Partial<BackupCounts> } | null = null;
  for await (const { type, document } of frames) {
    if ((header === null) !== (type === 'header') || trailer !== null) throw incompleteBackupError();
    if (type === 'header') header = BSON.deserialize(document) as BackupHeader;
    else if (type === 'trailer') trailer = BSON.deserialize(document) as { counts: Partial<BackupCounts> };
    else {
      counts[type] += 1;
      await onDocument({ collection: type, document });
    }
  }
  if (header === null || trailer === null) throw incompleteBackupError();
  // Backups of earlier versions lack some collections, which count as empty.
  if (BACKUP_COLLECTIONS.some((name) => (trailer.counts[name] ?? 0) !== counts[name])) throw incompleteBackupError();
  const { sequence, at, model } = header;
  return { sequence, at, model, counts };
}

function zeroCounts(): BackupCounts {
  return { tokens: 0, trusted: 0, schedules: 0, series: 0, changes: 0 };
}

function rejectExistingFile(path: string, overwrite: boolean): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isFile()) throw new AppError('USAGE', `"${path}" is not a file; use another name.`);
  if (overwrite) return;
  throw new AppError('USAGE', `The file "${path}" already exists; use another name, or --overwrite.`);
}

/** Flushes a folder, so that a rename in it survives a power failure. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

function toWriteError(path: string, error: unknown): unknown {
  if (error instanceof AppError || asErrnoException(error).syscall === undefined) return error;
  return new AppError(
    'FILE_UNWRITABLE',
    `"${path}" cannot be written: ${describeSystemError(error)}.`,
    {},
    { cause: error },
  );
}

function toReadError(path: string, error: unknown): unknown {
  const { code, syscall } = asErrnoException(error);
  if (code === 'ENOENT') return new AppError('USAGE', `There is no file "${path}".`);
  if (syscall === 'open' || syscall === 'read') {
    return new AppError('USAGE', `"${path}" cannot be read: ${describeSystemError(error)}.`, {}, { cause: error });
  }
  const isZlibError = /^Z_/.test(code ?? '');
  if (!isZlibError && !(error instanceof AppError && error.code === 'BACKUP_INVALID')) return error;
  const { message, cause } = isZlibError ? incompleteBackupError(error) : (error as AppError);
  return new AppError('BACKUP_INVALID', `"${path}" cannot be restored: ${message}.`, {}, { cause });
}
