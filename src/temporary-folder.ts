import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onShutdownSignal } from './shutdown-signals.js';

/**
 * A temporary folder, removed after use, and at a shutdown signal. @param what the purpose, for its name @param letGo
 * closes files in it at a signal
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
