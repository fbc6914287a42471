import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for a condition and returns whether it was met within the given time. The time counts polls of 20 ms, so that it
 * stands still while this process gets no processor.
 */
export async function becomesTrueWithin(ms: number, isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let looks = 0; looks < ms / 20; looks += 1) {
    if (await isSo()) return true;
    await pause(20);
  }
  return isSo();
}

/** Whether something settles before a timer of this process rings, which is late when all of its timers are. */
export async function settlesWithin(ms: number, promise: Promise<unknown>): Promise<boolean> {
  const bell = new AbortController();
  const settled = promise.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([settled, pause(ms, false, { signal: bell.signal }).catch(() => false)]);
  bell.abort();
  return inTime;
}

/** The address of a database with limits for connecting that guard against hangs, for a machine with other work. */
export function withConnectTimeouts(uri: string): string {
  return `${uri.replace(/&connectTimeoutMS=\d+/, '')}&serverSelectionTimeoutMS=120000&connectTimeoutMS=120000`;
}
