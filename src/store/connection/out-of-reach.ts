import { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import { systemFault } from '../../errors.js';

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

/** Whether an error means that the database cannot be reached. */
export function isOutOfReach(error: unknown): boolean {
  return (
    // A bulk write wraps the cause.
    (error instanceof MongoBulkWriteError && isOutOfReach(error.errorResponse)) ||
    LOST_CONNECTIONS.has(systemFault(error).code ?? '') ||
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    (error instanceof MongoError && (UNREACHABLE_NAMES.has(error.name) || UNREACHABLE_CODES.has(Number(error.code))))
  );
}
