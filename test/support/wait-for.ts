import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for a condition and returns whether it was met within the given time. The time is counted in polls of 20 ms, so
 * it stops while this process has no CPU time.
 */
export async function becomesTrueWithin(ms: number, isMet: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let readCount = 0; readCount < ms / 20; readCount += 1) {
    if (await isMet()) return true;
    await pause(20);
  }
  return isMet();
}

/** Whether a promise settles before a timer of this process fires. The timer is late whenever all timers are. */
export async function settlesWithin(ms: number, promise: Promise<unknown>): Promise<boolean> {
  const abortController = new AbortController();
  const settled = promise.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([settled, pause(ms, false, { signal: abortController.signal }).catch(() => false)]);
  abortController.abort();
  return inTime;
}

/** Returns a connection string with connect timeouts that guard against hangs on a busy machine. */
export function withConnectTimeouts(uri: string): string {
  return `${uri.replace(/&connectTimeoutMS=\d+/, '')}&serverSelectionTimeoutMS=120000&connectTimeoutMS=120000`;
}
