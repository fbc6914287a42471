import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Outcome of tests with an active fault. `killed`: a test failed after the fault had run. `no result`: the process died,
 * a test failed before the fault ran, or no test ran. This does not count as killed.
 */
export type TestOutcome = 'survived' | 'killed' | 'timed out' | 'no result';

/** Result of a test run with one active fault, or with none. */
export interface TestRun {
  ending: TestOutcome;
  /** The failed test with its message, or how the process ended. */
  by: string;
  seconds: number;
  /** Numbers of the faults that the tests reached. */
  reached: ReadonlySet<number>;
}

/** Report that the test environment writes at the end of its process. */
interface Told {
  ending: 'none' | 'failed' | 'timed out';
  by: string;
}

const JEST = [
  '--experimental-vm-modules',
  'node_modules/jest/bin/jest.js',
  '--config',
  'scripts/mutate/jest.config.js',
];
const running = new Set<number>();

/** Runs test files of the copied program in a separate process with one active fault; 0 for none. */
export async function runTests(
  folder: string,
  tests: readonly string[],
  mutant: number,
  limit: number,
): Promise<TestRun> {
  const note = join(folder, `told-${mutant}-${process.hrtime.bigint()}.json`);
  const passed = `${note}.reached`;
  writeFileSync(passed, '');
  const begun = performance.now();
  const child = spawn(process.execPath, [...JEST, '--runInBand', '--ci', '--runTestsByPath', ...tests], {
    cwd: folder,
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=${pathToFileURL(join(folder, 'scripts/mutate/active-fault.js')).href}`,
      MUTANT: String(mutant),
      MUTANT_TOLD: note,
      MUTANT_REACHED: passed,
    },
  });
  running.add(child.pid!);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end(child.pid!);
  }, limit * 1000);
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  clearTimeout(timer);
  // Also ends the processes that the tests started.
  end(child.pid!);
  const told = takeNote(note);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const reached = new Set(readFileSync(passed, 'utf8').split('\n').slice(0, -1).map(Number));
  rmSync(passed);
  const how = isLate ? `after ${limit} s` : (told?.by ?? '') || `ended with ${signal ?? code}`;
  return {
    ending: judge({ isLate, code, told, isReached: mutant === 0 || reached.has(mutant) }),
    by: how,
    seconds,
    reached,
  };
}

/** Returns the outcome of a run for a fault. Without a fault, `killed` means that a test fails by itself. */
function judge(ran: { isLate: boolean; code: number | null; told: Told | null; isReached: boolean }): TestOutcome {
  const { isLate, code, told, isReached } = ran;
  if (isLate) return 'timed out';
  if (told === null || !isReached) return 'no result';
  if (code === 0) return 'survived';
  if (told.ending === 'none') return 'no result';
  return told.ending === 'failed' ? 'killed' : 'timed out';
}

function takeNote(path: string): Told | null {
  try {
    const told = JSON.parse(readFileSync(path, 'utf8')) as Told;
    rmSync(path);
    return told;
  } catch {
    return null;
  }
}

/** Ends a process and its child processes. */
function end(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The process has already ended.
  }
  running.delete(pid);
}

process.on('exit', () => running.forEach(end));
