import { MongoError } from 'mongodb';
import { AppError, type ErrorCode } from '../../errors.js';
import { backoffDelay } from './backoff.js';

const MAX_ATTEMPTS = 5;
const TRANSIENT_CODES: readonly ErrorCode[] = [
  'DATABASE_UNREACHABLE',
  'DATABASE_FULL',
  'NOT_YET_SERVED',
  'DEADLINE',
  'BUSY',
];

/** Retries an operation up to four times, with backoff, on transient database errors. Rethrows other errors. */
export async function retryTransient<T>(operation: () => Promise<T>): Promise<T> {
  for (let failureCount = 1; failureCount < MAX_ATTEMPTS; failureCount += 1) {
    try {
      return await operation();
    } catch (error) {
      const isTransient =
        error instanceof AppError ? TRANSIENT_CODES.includes(error.code) : error instanceof MongoError;
      if (!isTransient) throw error;
      await new Promise((resolve) => setTimeout(resolve, backoffDelay(failureCount)));
    }
  }
  return operation();
}
