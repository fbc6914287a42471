import { Worker } from 'node:worker_threads';
import { compiled } from './compiled.js';

/**
 * Starts a thread of the embedded database from what was compiled once in this run. Jest takes this in place of
 * `src/embedded/module-runner.ts`, which would compile every module again for every database that a test starts.
 */
export function startThread(name: string, workerData: unknown): Worker {
  return new Worker(compiled(`src/embedded/${name}.ts`), { workerData, execArgv: [] });
}
