import { spawnSync } from 'node:child_process';
import { processArguments } from '../module-runner.js';
import { damaged } from './seal.js';

/** Checks what was not closed, in a process of its own, which damaged pages may take down. */
export function checkContents(dataDir: string): void {
  const args = [...processArguments('storage/check-folder'), dataDir];
  const { status, signal, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 24 });
  if (status !== 0)
    throw damaged(dataDir, stdout.trim().split('\n')[0] || `checking it ended with ${signal ?? status}`);
}
