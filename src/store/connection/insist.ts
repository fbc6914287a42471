import { MongoError } from 'mongodb';
import type { ErrorCode } from '../../errors.js';
import { AppError } from '../../errors.js';
import { pauseAfter } from './back-off.js';

/** Attempts in all. */
const MOST = 5;
/** What can be otherwise a moment later. */
const PASSING: readonly ErrorCode[] = ['DATABASE_UNREACHABLE', 'DATABASE_FULL', 'NOT_YET_SERVED', 'DEADLINE', 'BUSY'];

/**
 * Repeats what the database made fail, up to four times, so that one lost answer does not end a start. What failed for
 * another reason rises at once.
 */
export async function insist<T>(attempt: () => Promise<T>): Promise<T> {
  for (let failures = 1; failures < MOST; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      const isPassing = error instanceof AppError ? PASSING.includes(error.code) : error instanceof MongoError;
      if (!isPassing) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseAfter(failures)));
    }
  }
  return attempt();
}
