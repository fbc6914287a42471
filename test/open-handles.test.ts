import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { compiledPath } from './support/compiled-path.js';

/** Runs a process that is busy for `busyMs` and has to end within `ms`. */
function runUntilExit({ busyMs, ms }: { busyMs: number; ms: number }) {
  const script = `import { exitWithin } from '${compiledPath('test/support/close-open-handles.ts')}';
    setTimeout(() => {}, ${busyMs});
    exitWithin(${ms});`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', timeout: 25_000 });
}

test('a test run with an open handle ends with code 1 and names the handle', () => {
  const { status, stderr } = runUntilExit({ busyMs: 3_600_000, ms: 1 });
  expect(status).toBe(1);
  expect(stderr).toContain('a test left something open');
  expect(stderr).toContain('Timeout');
});

test('a test run without open handles ends without waiting', () => {
  expect(runUntilExit({ busyMs: 1, ms: 3_600_000 })).toMatchObject({ status: 0, stderr: '' });
});
