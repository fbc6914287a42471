import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onShutdownSignal } from './shutdown-signals.js';

/**
 * Creates a temporary folder. It is removed on disposal, and at a shutdown signal. @param what purpose, for the folder
 * name @param letGo closes open files in the folder at a signal
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
  const leave = onShutdownSignal(breakOff);
  return { path, [Symbol.dispose]: remove };
}
