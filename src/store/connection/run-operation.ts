import type { DatabaseUsage } from '../store.js';
import { translateError, unreachableError } from './translate-errors.js';

/** Delay of a timer, in milliseconds, above which the process was probably suspended. */
const SUSPENSION_MS = 250;

/** Awaits a driver operation, counts it in `usage` and translates its errors. */
export async function runOperation<T>(operation: Promise<T>, usage?: DatabaseUsage): Promise<T> {
  const startTime = performance.now();
  if (usage) usage.commands += 1;
  try {
    return await operation;
  } catch (error) {
    throw translateError(error);
  } finally {
    if (usage) usage.milliseconds += performance.now() - startTime;
  }
}

/**
 * Awaits an operation like `runOperation`. Rejects with DATABASE_UNREACHABLE after `timeoutMs`, unless it is undefined.
 */
export function runWithTimeout<T>(operation: Promise<T>, timeoutMs?: number, usage?: DatabaseUsage): Promise<T> {
  const result = runOperation(operation, usage);
  return timeoutMs === undefined ? result : withTimeout(result, timeoutMs, unreachableError);
}

/**
 * Awaits an operation, and rejects with `makeError()` after `timeoutMs`. Restarts the timeout if the process
 * was suspended, because timers fire before responses are read.
 */
export function withTimeout<T>(operation: Promise<T>, timeoutMs: number, makeError: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const startTimer = () => {
      const dueTime = performance.now() + timeoutMs;
      timer = setTimeout(() => {
        if (performance.now() - dueTime > SUSPENSION_MS) startTimer();
        else reject(makeError());
      }, timeoutMs);
    };
    startTimer();
    void operation.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
