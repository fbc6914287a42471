import type { DatabaseUsage } from '../store.js';
import { translateError, unreachableError } from './translate-errors.js';

/** A timer that fires more than this many milliseconds late shows that the process was suspended. */
const SUSPENSION_MS = 250;

/** Awaits a driver operation, counts it in `usage` and translates its errors. */
export async function runOperation<T>(operation: Promise<T>, usage?: DatabaseUsage): Promise<T> {
  const since = performance.now();
  if (usage) usage.commands += 1;
  try {
    return await operation;
  } catch (error) {
    throw translateError(error);
  } finally {
    if (usage) usage.milliseconds += performance.now() - since;
  }
}

/** Awaits an operation like `runOperation`. Rejects with DATABASE_UNREACHABLE after `timeoutMs`, if it is given. */
export function runWithTimeout<T>(operation: Promise<T>, timeoutMs?: number, usage?: DatabaseUsage): Promise<T> {
  const sent = runOperation(operation, usage);
  return timeoutMs === undefined ? sent : withTimeout(sent, timeoutMs, unreachableError);
}

/**
 * Awaits an operation, and rejects with `makeError()` after `timeoutMs`. Restarts the timeout if the process
 * was suspended, because timers fire before responses are read.
 */
export function withTimeout<T>(operation: Promise<T>, timeoutMs: number, makeError: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const due = performance.now() + timeoutMs;
      timer = setTimeout(() => {
        if (performance.now() - due > SUSPENSION_MS) wait();
        else reject(makeError());
      }, timeoutMs);
    };
    wait();
    void operation.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
