// Runs the test files whose counts grow with LONG=1, with all cases. The other files do the same in "npm test".
// Passes its arguments to Jest.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Matches test files that depend on LONG: directly, or through a helper that reads it. */
const READS_LONG = /\bLONG\b|\bisLong\b|\b(?:sampleCases|casesOf)\(|small-seed\.js|npx-package\.js/;

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => `test/${path}`)
  .filter((path) => READS_LONG.test(readFileSync(path, 'utf8')))
  .sort();
console.log(`test:long: ${files.length} test files with long counts`);

const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--maxWorkers=3'];
const options = { stdio: 'inherit', env: { ...process.env, LONG: '1' } };
process.exitCode =
  spawnSync(process.execPath, [...jest, ...process.argv.slice(2), '--runTestsByPath', ...files], options).status ?? 1;
