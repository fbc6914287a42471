import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onShutdownSignal } from './shutdown-signals.js';

/**
 * Creates a temporary folder, removed on disposal, at exit and at a shutdown signal. @param purpose part of its name
 * @param closeFiles closes open files in the folder before removal at exit or a signal
 */
export function temporaryFolder(purpose: string, closeFiles = () => {}): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), `signpost-${purpose}-`));
  const remove = () => {
    process.off('exit', cleanUp);
    unregister();
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  const cleanUp = () => {
    closeFiles();
    remove();
  };
  process.on('exit', cleanUp);
  const unregister = onShutdownSignal(cleanUp);
  return { path, [Symbol.dispose]: remove };
}
