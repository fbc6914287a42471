import { MongoError } from 'mongodb';
import { AppError } from '../../errors.js';
import { READ_LIMIT_MS } from './first-batch.js';
import { isOutOfReach } from './out-of-reach.js';
import { inTime } from './in-time.js';

/** The code for a command that ran into its time limit. */
const TIME_LIMIT_CODE = 50;
/** The code for a write that finds no room on the disk. */
const OUT_OF_SPACE_CODE = 14031;

/**
 * Waits for an answer of the database, and says in our own words when there is none.
 *
 * @throws AppError DATABASE_UNREACHABLE, DATABASE_FULL or DEADLINE; whatever else went wrong rises as it is
 */
export function translateErrors<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw inOurWords(error);
  });
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

/** Whether a write found no room on the disk, in our words or not. */
export function isOutOfSpace(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'DATABASE_FULL';
  return error instanceof MongoError && error.code === OUT_OF_SPACE_CODE;
}

function inOurWords(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof MongoError && error.code === TIME_LIMIT_CODE) {
    return new AppError('DEADLINE', 'The database took longer than is allowed.', {}, { cause: error });
  }
  if (isOutOfSpace(error)) {
    return new AppError('DATABASE_FULL', 'The database has no room left; nothing was written.', {}, { cause: error });
  }
  return isOutOfReach(error) ? unreachable(error) : error;
}

function unreachable(cause?: unknown): AppError {
  return new AppError('DATABASE_UNREACHABLE', 'The database does not answer.', {}, { cause });
}
