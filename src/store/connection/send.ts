import type { DatabaseUse } from '../store.js';
import { inTime } from './in-time.js';
import { translateError, unreachable } from './translate-errors.js';

/** Awaits a driver operation: counts it in `use` and translates its errors. */
export function send<T>(operation: Promise<T>, use?: DatabaseUse): Promise<T> {
  const since = performance.now();
  if (use) use.commands += 1;
  const end = () => {
    if (use) use.milliseconds += performance.now() - since;
  };
  return operation.then(
    (result) => {
      end();
      return result;
    },
    (error: unknown) => {
      end();
      throw translateError(error);
    },
  );
}

/** As `send`, but rejects with DATABASE_UNREACHABLE after a limit; without a limit it waits for the driver. */
export function limitedSend<T>(operation: Promise<T>, limitMs?: number, use?: DatabaseUse): Promise<T> {
  const sent = send(operation, use);
  return limitMs === undefined ? sent : inTime(sent, limitMs, unreachable);
}
