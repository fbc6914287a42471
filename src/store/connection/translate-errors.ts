import { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import { AppError, asErrnoException } from '../../errors.js';

/** The code of a write whose key is taken. */
export const DUPLICATE_KEY = 11000;

/** Server codes that mean that no node can answer now. */
const UNREACHABLE_CODES = new Set([6, 7, 89, 91, 189, 9001, 10107, 11600, 11602, 13435, 13436]);
/** Driver errors for a connection that was lost or could not be opened. */
const UNREACHABLE_NAMES = new Set([
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoPoolClosedError',
  'MongoExpiredSessionError',
  'MongoNotConnectedError',
  'MongoWaitQueueTimeoutError',
]);

/** System errors of lost connections, which the driver passes on after a partial write. */
const LOST_CONNECTIONS = new Set(['EPIPE', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The code for a command that ran into its time limit. */
const TIME_LIMIT_CODE = 50;
/** The code for a write that finds no room on the disk. */
const OUT_OF_SPACE_CODE = 14031;

/** Returns DATABASE_UNREACHABLE, DATABASE_FULL or DEADLINE for errors of the driver that mean that; others as they are. */
export function translateError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof MongoError && error.code === TIME_LIMIT_CODE) {
    return new AppError('DEADLINE', 'The database took longer than is allowed.', {}, { cause: error });
  }
  if (error instanceof MongoError && error.code === OUT_OF_SPACE_CODE) {
    return new AppError('DATABASE_FULL', 'The database has no room left; nothing was written.', {}, { cause: error });
  }
  return isOutOfReach(error) ? unreachableError(error) : error;
}

/** Whether a translated error means that no answer came, and none will. */
export function isUnreachable(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'DATABASE_UNREACHABLE';
}

/** The error of a database that does not answer. */
export function unreachableError(cause?: unknown): AppError {
  return new AppError('DATABASE_UNREACHABLE', 'The database does not answer.', {}, { cause });
}

/** Whether an error means that the database cannot be reached. */
function isOutOfReach(error: unknown): boolean {
  return (
    // A bulk write wraps the cause.
    (error instanceof MongoBulkWriteError && isOutOfReach(error.errorResponse)) ||
    LOST_CONNECTIONS.has(asErrnoException(error).code ?? '') ||
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    (error instanceof MongoError && (UNREACHABLE_NAMES.has(error.name) || UNREACHABLE_CODES.has(Number(error.code))))
  );
}
