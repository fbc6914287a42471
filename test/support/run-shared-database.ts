import { existsSync } from 'node:fs';
import { startEmbedded } from '../../src/embedded/index.js';

// Runs the shared database of a Jest run in a separate process: run-shared-database.ts <folder>
const database = await startEmbedded({ dataDir: process.argv[2]! });
process.stdout.write(`${database.uri}\n`);

// Stops when the run ends for any reason.
const run = Number(process.env.TEST_RUN_PID);
setInterval(() => {
  if (!existsSync(process.env.TEST_RUN_FOLDER!) || !isAlive(run)) process.exit();
}, 500);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
