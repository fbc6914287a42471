import type { DatabaseUse } from '../store.js';
import { translateError, unreachable } from './translate-errors.js';

/** A timer later than this many milliseconds means that the process was suspended. */
const LATE_MS = 250;

/** Awaits a driver operation: counts it in `use` and translates its errors. */
export async function send<T>(operation: Promise<T>, use?: DatabaseUse): Promise<T> {
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

/** As `send`, but rejects with DATABASE_UNREACHABLE after a limit; without a limit it waits for the driver. */
export function limitedSend<T>(operation: Promise<T>, limitMs?: number, use?: DatabaseUse): Promise<T> {
  const sent = send(operation, use);
  return limitMs === undefined ? sent : inTime(sent, limitMs, unreachable);
}

/**
 * Rejects with `tooLate()` where an answer takes longer than a limit in milliseconds. After a suspension of the process
 * it waits once more: timers fire before answers are read.
 */
export function inTime<T>(answer: Promise<T>, limitMs: number, tooLate: () => Error): Promise<T> {
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
