import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { runCli } from '../../src/commands/run-cli.js';

/** Seeds, and kills itself before the given write of the sync state in the content folder. */
let remainingCalls = Number(process.argv[2]);
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  if (String(to).endsWith('base.json')) remainingCalls -= 1;
  if (remainingCalls < 0) process.kill(process.pid, 'SIGKILL');
  renameSync(from, to);
};
syncBuiltinESMExports();
const terminal = { out: () => {}, err: () => {}, isInteractive: false };
const stopSignal = () => new AbortController().signal;
process.exitCode = await runCli(['seed'], { terminal, environment: process.env, stopSignal });
