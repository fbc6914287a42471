import { AppError } from '../../errors.js';
import type { RequestMetrics } from '../store.js';

/** So long documents are read without a pause. */
const SPELL_MS = 10;

/**
 * Gives documents one by one; where there are many, everybody else has a turn now and then.
 *
 * @param use  tells whether somebody waits for them
 * @throws AppError DEADLINE  nobody does any more
 */
export async function* iterateCooperatively<T>(
  batches: AsyncIterable<readonly T[]> | Iterable<readonly T[]>,
  use?: RequestMetrics,
): AsyncGenerator<T, void, undefined> {
  let started = performance.now();
  for await (const batch of batches) {
    for (const document of batch) {
      if (use?.isAborted) throw new AppError('DEADLINE', 'What was asked for is not read on; nobody waits for it.');
      yield document;
      if (performance.now() - started < SPELL_MS) continue;
      await new Promise(setImmediate);
      started = performance.now();
    }
  }
}
