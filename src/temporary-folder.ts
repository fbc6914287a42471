import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEnding } from './ending-signals.js';

/**
 * A folder for one piece of work, gone when that is done, and when the process ends or is told to end before.
 *
 * @param what    the work, as it stands in the name of the folder
 * @param letGo   ends what may have files open in it, where the work is broken off
 */
export function temporaryFolder(what: string, letGo = () => {}): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), `signpost-${what}-`));
  const remove = () => {
    process.off('exit', breakOff);
    leave();
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  const breakOff = () => {
    letGo();
    remove();
  };
  process.on('exit', breakOff);
  const leave = beforeEnding(breakOff);
  return { path, [Symbol.dispose]: remove };
}
