import { statfsSync } from 'node:fs';
import { CommandError } from '../command-error.js';

/** Free space below which a short write means that the disk is full, in bytes. */
const LOW_SPACE_BYTES = 64 * 2 ** 20;
const [EIO, ENOSPC, EDQUOT, MAP_FULL] = [5, 28, 122, -30792];

/** Converts the disk error of a rolled back commit to a command error. Returns other errors unchanged. */
export function translateDiskError(cause: unknown, folder: string): unknown {
  const { code } = (cause ?? {}) as { code?: unknown };
  if (code === ENOSPC || code === EDQUOT || code === MAP_FULL) return outOfSpaceError();
  if (code !== EIO) return cause;
  // LMDB also reports EIO for a short write.
  if (freeBytes(folder) < LOW_SPACE_BYTES) return outOfSpaceError();
  return new CommandError('FileStreamFailed', 'the disk failed (EIO): nothing was written');
}

/** Returns the error after a failed sync. Unsynced data may be lost, and no more writes are accepted. */
export function syncFailedError(): CommandError {
  return new CommandError(
    'FileStreamFailed',
    'the disk failed during a write, which may be lost; writes are rejected until the database is restarted',
  );
}

function outOfSpaceError(): CommandError {
  return new CommandError('OutOfDiskSpace', 'the disk is full: nothing was written');
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}
