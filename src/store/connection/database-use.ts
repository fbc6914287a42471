import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseUse } from '../store.js';

const uses = new AsyncLocalStorage<DatabaseUse>();

/** Does some work, and counts in `use` what it asks of the database meanwhile. */
export function measured<T>(use: DatabaseUse, work: () => T): T {
  return uses.run(use, work);
}

/** In which is counted what the present work asks of the database; undefined where nothing is. */
export function presentUse(): DatabaseUse | undefined {
  return uses.getStore();
}

/** Whether nobody waits any more for what the present work asks for. */
export function isGivenUp(): boolean {
  return uses.getStore()?.isGivenUp === true;
}

/**
 * Counts an operation for the work that asks for it. Kept where operations are watched, and not by the driver's own
 * events: for these the driver reads every answer twice.
 *
 * @returns what is to be called once the operation has ended
 */
export function startOperation(): () => void {
  const use = uses.getStore();
  if (!use) return () => {};
  const start = performance.now();
  use.commands += 1;
  return () => {
    use.milliseconds += performance.now() - start;
  };
}
