import type { DatabaseUsage } from '../store.js';
import { translateError, unreachableError } from './translate-errors.js';

/** A timer that fires more than this many milliseconds late shows that the process was suspended. */
const SUSPENSION_MS = 250;

/** Awaits a driver operation, counts it in `use` and translates its errors. */
export async function runOperation<T>(operation: Promise<T>, use?: DatabaseUsage): Promise<T> {
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

/** Awaits an operation like `runOperation`. Rejects with DATABASE_UNREACHABLE after `limitMs`, if it is given. */
export function runWithTimeout<T>(operation: Promise<T>, limitMs?: number, use?: DatabaseUsage): Promise<T> {
  const sent = runOperation(operation, use);
  return limitMs === undefined ? sent : withTimeout(sent, limitMs, unreachableError);
}

/**
 * Awaits an operation, and rejects with `makeError()` after `limitMs` milliseconds. Restarts the timeout if the process
 * was suspended, because timers fire before responses are read.
 */
export function withTimeout<T>(operation: Promise<T>, limitMs: number, makeError: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const due = performance.now() + limitMs;
      timer = setTimeout(() => {
        if (performance.now() - due > SUSPENSION_MS) wait();
        else reject(makeError());
      }, limitMs);
    };
    wait();
    void operation.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
