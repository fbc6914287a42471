import { watch } from 'node:fs';

/** Editors write a file in several steps; so long after the last of them it is read. */
const SETTLE_MS = 150;

/**
 * Does the work now and each time that something in a folder has changed, one after the other, until it is told to end.
 *
 * @param work is told the paths that changed since it was last done; none the first time
 */
export async function whileWatching(
  folder: string,
  signal: AbortSignal,
  work: (changed: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  let changed = new Set<string>();
  let wake = () => {};
  const watcher = watch(folder, { recursive: true, signal }, (_event, name) => {
    changed.add(name ?? '');
    wake();
  });
  // A folder that is taken away while it is watched is told when it is read.
  watcher.on('error', () => {});
  signal.addEventListener('abort', () => wake(), { once: true });
  while (!signal.aborted) {
    const now = changed;
    changed = new Set();
    await work(now);
    if (changed.size === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  }
  watcher.close();
}
