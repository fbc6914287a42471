import { statfsSync } from 'node:fs';
import { CommandError } from '../command-error.js';

/** With less room than this a write that came out short is taken for one that found the disk full, in bytes. */
const LITTLE_ROOM = 64 * 2 ** 20;
const [EIO, ENOSPC, EDQUOT, MAP_FULL] = [5, 28, 122, -30792];

/** Returns what a client is told of a commit that was undone. Errors that are not the disk's stay as they are. */
export function explainFailure(cause: unknown, folder: string): unknown {
  const { code } = (cause ?? {}) as { code?: unknown };
  if (code === ENOSPC || code === EDQUOT || code === MAP_FULL) return outOfSpace();
  if (code !== EIO) return cause;
  // LMDB says EIO of a write that came out short as well
  if (roomIn(folder) < LITTLE_ROOM) return outOfSpace();
  return new CommandError('FileStreamFailed', 'the disk failed (EIO): nothing was written');
}

/**
 * Returns what clients are told from when the disk has failed to sync a commit.
 *
 * What it had to sync may be lost though it reads well, and a second sync would say that all is well, so nothing more
 * may be built on it.
 */
export function syncFailed(): CommandError {
  return new CommandError(
    'FileStreamFailed',
    'the disk failed to keep what was written, which may be there or not; writes are refused until the database is started anew',
  );
}

function outOfSpace(): CommandError {
  return new CommandError('OutOfDiskSpace', 'the disk is full: nothing was written');
}

function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}
