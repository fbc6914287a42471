import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * How tests ended with a fault awake. `killed`: a test failed after the fault had been run. `no result`: the process
 * died, a test failed before the fault was run, or nothing ran at all; that is no test's doing and no kill.
 */
export type Ending = 'survived' | 'killed' | 'timed out' | 'no result';

/** What came of running tests with one fault awake, or none. */
export interface TestRun {
  ending: Ending;
  /** The test that failed and what it said, or how the process ended. */
  by: string;
  seconds: number;
  /** Numbers of the faults whose place was passed. */
  reached: ReadonlySet<number>;
}

/** What the environment tells as the process ends. */
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

/** Runs test files of the copied program in a process of their own, with the fault of that number awake; 0 is none. */
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
      NODE_OPTIONS: `--import=${pathToFileURL(join(folder, 'scripts/mutate/awake.js')).href}`,
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
  // What the tests started goes with them.
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

/** Says what a run shows of a fault; without one, `killed` says that a test fails by itself. */
function judge(ran: { isLate: boolean; code: number | null; told: Told | null; isReached: boolean }): Ending {
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

/** Ends a process and all that it started. */
function end(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
  running.delete(pid);
}

process.on('exit', () => running.forEach(end));
