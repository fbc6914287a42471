import { AppError } from '../../errors.js';
import type { DatabaseUsage } from '../store.js';

/** Maximum time between two yields to the event loop, in milliseconds. */
const MAX_BLOCKING_MS = 10;

/** Yields documents one by one, and regularly lets the event loop run. @throws DEADLINE if `usage.isAborted` */
export async function* iterateCooperatively<T>(
  batches: AsyncIterable<readonly T[]> | Iterable<readonly T[]>,
  usage?: DatabaseUsage,
): AsyncGenerator<T, void, undefined> {
  let lastYieldTime = performance.now();
  for await (const batch of batches) {
    for (const document of batch) {
      if (usage?.isAborted) throw new AppError('DEADLINE', 'The request was cancelled.');
      yield document;
      if (performance.now() - lastYieldTime < MAX_BLOCKING_MS) continue;
      await new Promise(setImmediate);
      lastYieldTime = performance.now();
    }
  }
}
