import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What closes by itself has done so by then. */
const PATIENCE_MS = 10_000;

/** Ends a run of Jest: removes the folder that its tests shared, and waits for what they left open only so long. */
export default async function endRun({ watch, watchAll }: { watch: boolean; watchAll: boolean }): Promise<void> {
  await rm(dirname(process.env.TEST_RUN_FOLDER!), { recursive: true, force: true });
  if (!watch && !watchAll) endWithin(PATIENCE_MS);
}

/**
 * Ends the process with code 1 if it is alive after the given time, and reports what keeps it alive. A failed test can
 * leave a database or a server open, and CI would wait for it.
 */
export function endWithin(ms: number): void {
  const timer = setTimeout(() => {
    const kept = process.getActiveResourcesInfo().sort().join(', ');
    console.error(`The tests are over, but a test left something open: a database, a server or a process (${kept}).`);
    process.exit(1);
  }, ms);
  // It keeps nothing alive itself.
  timer.unref();
}
