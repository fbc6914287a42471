import type { RequestMetrics } from '../store.js';
import { translateError, unreachableError } from './translate-errors.js';

/** A timer later than this many milliseconds means that the process was suspended. */
const LATE_MS = 250;

/** Awaits a driver operation: counts it in `use` and translates its errors. */
export async function runOperation<T>(operation: Promise<T>, use?: RequestMetrics): Promise<T> {
  const since = performance.now();
  if (use) use.commands += 1;
  try {
    return await operation;
  } catch (error) {
    throw translateError(error);
  } finally {
    if (use) use.milliseconds += performance.now() - since;
  }
}

/** As `runOperation`, but rejects with DATABASE_UNREACHABLE after a limit; without a limit it waits for the driver. */
export function runWithTimeout<T>(operation: Promise<T>, limitMs?: number, use?: RequestMetrics): Promise<T> {
  const sent = runOperation(operation, use);
  return limitMs === undefined ? sent : withTimeout(sent, limitMs, unreachableError);
}

/**
 * Rejects with `timeoutError()` where an answer takes longer than a limit in milliseconds. After a suspension of the process
 * it waits once more: timers fire before answers are read.
 */
export function withTimeout<T>(answer: Promise<T>, limitMs: number, tooLate: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const due = performance.now() + limitMs;
      timer = setTimeout(() => {
        if (performance.now() - due > LATE_MS) wait();
        else reject(tooLate());
      }, limitMs);
    };
    wait();
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
