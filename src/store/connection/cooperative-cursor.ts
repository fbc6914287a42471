import { AppError } from '../../errors.js';
import type { DatabaseUsage } from '../store.js';

/** Maximum time between two yields to the event loop, in milliseconds. */
const MAX_BLOCKING_MS = 10;

/** Returns documents singly, and regularly yields to the event loop. @throws AppError DEADLINE if `use.isAborted` */
export async function* iterateCooperatively<T>(
  batches: AsyncIterable<readonly T[]> | Iterable<readonly T[]>,
  use?: DatabaseUsage,
): AsyncGenerator<T, void, undefined> {
  let started = performance.now();
  for await (const batch of batches) {
    for (const document of batch) {
      if (use?.isAborted) throw new AppError('DEADLINE', 'The request was cancelled.');
      yield document;
      if (performance.now() - started < MAX_BLOCKING_MS) continue;
      await new Promise(setImmediate);
      started = performance.now();
    }
  }
}
