import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Time that open handles have to close by themselves. */
const EXIT_TIMEOUT_MS = 10_000;

/** Ends a Jest run: removes the shared folder, and limits how long handles that tests left open can delay the exit. */
export default async function closeOpenHandles({
  watch,
  watchAll,
}: {
  watch: boolean;
  watchAll: boolean;
}): Promise<void> {
  await rm(dirname(process.env.TEST_RUN_FOLDER!), { recursive: true, force: true });
  if (!watch && !watchAll) exitWithin(EXIT_TIMEOUT_MS);
}

/**
 * Ends the process with code 1 if it is alive after the given time, and reports what keeps it alive. A failed test can
 * leave a database or a server open, and CI would wait for it.
 */
export function exitWithin(ms: number): void {
  const timer = setTimeout(() => {
    const openResources = process.getActiveResourcesInfo().sort().join(', ');
    console.error(
      `The tests are over, but a test left something open: a database, a server or a process (${openResources}).`,
    );
    process.exit(1);
  }, ms);
  // The timer itself does not keep the process alive.
  timer.unref();
}
