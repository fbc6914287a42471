import { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import { AppError, asErrnoException } from '../../errors.js';

/** Server error code: duplicate key. */
export const DUPLICATE_KEY_CODE = 11000;

/** Server error codes of a database without an available node. */
const UNREACHABLE_CODES = new Set([6, 7, 89, 91, 189, 9001, 10107, 11600, 11602, 13435, 13436]);
/** Names of driver errors for a connection that was lost or could not be opened. */
const UNREACHABLE_NAMES = new Set([
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoPoolClosedError',
  'MongoExpiredSessionError',
  'MongoNotConnectedError',
  'MongoWaitQueueTimeoutError',
]);

/** System error codes of lost connections. The driver passes them on after a partial write. */
const LOST_CONNECTIONS = new Set(['EPIPE', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Server error code: time limit exceeded. */
const TIME_LIMIT_CODE = 50;
/** Server error code: disk full. */
const OUT_OF_SPACE_CODE = 14031;

/** Converts driver errors to DATABASE_UNREACHABLE, DATABASE_FULL or DEADLINE. Returns other errors unchanged. */
export function translateError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof MongoError && error.code === TIME_LIMIT_CODE) {
    return new AppError('DEADLINE', 'The database exceeded the time limit.', {}, { cause: error });
  }
  if (error instanceof MongoError && error.code === OUT_OF_SPACE_CODE) {
    return new AppError(
      'DATABASE_FULL',
      'The disk of the database is full; nothing was written.',
      {},
      { cause: error },
    );
  }
  return isConnectionError(error) ? unreachableError(error) : error;
}

/** Whether a translated error has the code DATABASE_UNREACHABLE. */
export function isUnreachable(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'DATABASE_UNREACHABLE';
}

/** Returns the error of a database that does not respond. */
export function unreachableError(cause?: unknown): AppError {
  return new AppError('DATABASE_UNREACHABLE', 'The database does not respond.', {}, { cause });
}

/** Whether a driver error means that the database cannot be reached. */
function isConnectionError(error: unknown): boolean {
  return (
    // The error of a bulk write contains the error that caused it.
    (error instanceof MongoBulkWriteError && isConnectionError(error.errorResponse)) ||
    LOST_CONNECTIONS.has(asErrnoException(error).code ?? '') ||
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    (error instanceof MongoError && (UNREACHABLE_NAMES.has(error.name) || UNREACHABLE_CODES.has(Number(error.code))))
  );
}
