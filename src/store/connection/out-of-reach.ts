import { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import { systemFault } from '../../errors.js';

/** Codes of the server that mean that no node can answer now. */
const UNREACHABLE_CODES = new Set([6, 7, 89, 91, 189, 9001, 10107, 11600, 11602, 13435, 13436]);
/** Names of driver errors that mean the same: the connection was lost, or none could be had. */
const UNREACHABLE_NAMES = new Set([
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoPoolClosedError',
  'MongoExpiredSessionError',
  'MongoNotConnectedError',
  'MongoWaitQueueTimeoutError',
]);

/** What the system says of a connection that is lost; the driver hands it on where not all of a command was sent. */
const LOST_CONNECTIONS = new Set(['EPIPE', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether an error means that no answer came, and none will. */
export function isOutOfReach(error: unknown): boolean {
  return (
    // Of many writes at once, it stands inside what is told of them.
    (error instanceof MongoBulkWriteError && isOutOfReach(error.errorResponse)) ||
    LOST_CONNECTIONS.has(systemFault(error).code ?? '') ||
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    (error instanceof MongoError && (UNREACHABLE_NAMES.has(error.name) || UNREACHABLE_CODES.has(Number(error.code))))
  );
}
