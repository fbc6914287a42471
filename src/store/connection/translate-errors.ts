import { MongoError, MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import { AppError } from '../../errors.js';
import { READ_LIMIT_MS } from './database.js';
import { inTime } from './in-time.js';

/** Codes of the server that mean that no node can answer now. */
const UNREACHABLE_CODES = new Set([6, 7, 89, 91, 189, 9001, 10107, 11600, 11602, 13435, 13436]);
/** The code for a command that ran into its time limit. */
const TIME_LIMIT_CODE = 50;
/** The code for a write that finds no room on the disk. */
const OUT_OF_SPACE_CODE = 14031;
/** Names of driver errors that mean the same: the connection was lost, or none could be had. */
const UNREACHABLE_NAMES = new Set([
  'MongoTopologyClosedError',
  // The client was closed while its operation was under way: another took its place.
  'MongoClientClosedError',
  'MongoExpiredSessionError',
  'MongoNotConnectedError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
]);

/**
 * Waits for an answer of the database, and says in our own words when there is none.
 *
 * @throws AppError DATABASE_UNREACHABLE, DATABASE_FULL or DEADLINE; whatever else went wrong rises as it is
 */
export async function translateErrors<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw inOurWords(error);
  }
}

/** As `translateErrors`, for a read: it never waits longer than reads may take, even where the network swallows all. */
export function translateErrorsInTime<T>(answer: Promise<T>): Promise<T> {
  return inTime(translateErrors(answer), READ_LIMIT_MS, unreachable);
}

/** As `translateErrors`, for answers that come one by one. */
export async function* translateErrorsEach<T>(answers: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* answers;
  } catch (error) {
    throw inOurWords(error);
  }
}

function inOurWords(error: unknown): unknown {
  if (!(error instanceof MongoError)) return error;
  if (error.code === TIME_LIMIT_CODE) {
    return new AppError('DEADLINE', 'The database took longer than is allowed.', {}, { cause: error });
  }
  if (error.code === OUT_OF_SPACE_CODE) {
    return new AppError('DATABASE_FULL', 'The database has no room left; nothing was written.', {}, { cause: error });
  }
  return isOutOfReach(error) ? unreachable(error) : error;
}

/** Whether an error means that no answer came, and none will. */
export function isOutOfReach(error: unknown): boolean {
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    (error instanceof MongoError && (UNREACHABLE_NAMES.has(error.name) || UNREACHABLE_CODES.has(Number(error.code))))
  );
}

function unreachable(cause?: unknown): AppError {
  return new AppError('DATABASE_UNREACHABLE', 'The database does not answer.', {}, { cause });
}
