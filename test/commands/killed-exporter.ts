import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { planExport } from '../../src/content/plan-export.js';

/** Exports to a folder, and kills itself after the given number of calls that move or remove a file. */
const [root, calls] = process.argv.slice(2) as [string, string];
const database = await openDatabase(readConfig());
const plan = await planExport(root, database);
let remainingCalls = Number(calls);
const { renameSync, rmSync } = fs;
const counted = <T extends unknown[]>(work: (...args: T) => void) => {
  return (...args: T) => {
    remainingCalls -= 1;
    if (remainingCalls < 0) process.kill(process.pid, 'SIGKILL');
    work(...args);
  };
};
fs.renameSync = counted(renameSync);
fs.rmSync = counted(rmSync);
syncBuiltinESMExports();
plan.apply();
await database.close();
