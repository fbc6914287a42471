import { MongoError } from 'mongodb';
import { AppError } from '../../errors.js';
import { isOutOfReach } from './out-of-reach.js';

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
  return isOutOfReach(error) ? unreachable(error) : error;
}

/** Whether a translated error means that no answer came, and none will. */
export function isUnreachable(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'DATABASE_UNREACHABLE';
}

/** The error of a database that does not answer. */
export function unreachable(cause?: unknown): AppError {
  return new AppError('DATABASE_UNREACHABLE', 'The database does not answer.', {}, { cause });
}
