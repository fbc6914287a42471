import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests, type TestRun } from './run-tests.js';
import { copyProgram, createSharedResources } from './copy-program.js';
import { describeMutant, withMutants } from './mutants.js';
import { printReport } from './print-report.js';
import { chooseMutants, listFiles, type NumberedMutant } from './choose-mutants.js';

/** Folders without mutants: generated code, and pages that are bundled before a test opens them. */
const LEFT_OUT = ['generated', 'graphiql'];
/** The other folders and the modules of `src`. */
const FOLDERS = readdirSync('src').filter((name) => !LEFT_OUT.includes(name));

/** Options of the command line. */
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '150' },
    /** Pattern of the paths of source files. */
    only: { type: 'string', default: '' },
    /** Line whose faults are tried instead of random ones, such as `src/store/keys.ts:12`. */
    at: { type: 'string', multiple: true, default: [] },
    /** Saved output of an earlier run. Its survivors are tried instead of random faults. */
    again: { type: 'string', multiple: true, default: [] },
    /** Pattern of the paths of tests. */
    with: { type: 'string', default: '' },
    /** Maximum duration of a test file in seconds. Slower ones are not run. */
    slowest: { type: 'string', default: '60' },
    /** Maximum number of test files per fault. */
    tests: { type: 'string', default: '12' },
    /** Number of concurrent test processes. */
    workers: { type: 'string', default: '2' },
  },
});

/** A test file that passes without an active fault, and the numbers of the faults that it reaches. */
interface Reach {
  test: string;
  seconds: number;
  reached: ReadonlySet<number>;
}

/** Inserts faults into a copy of the program, runs the tests that reach each one, and prints the survivors. */
async function main(): Promise<void> {
  const { seed, count, only, at } = options;
  const again = options.again.map((path) => readFileSync(path, 'utf8'));
  const mutants = chooseMutants(FOLDERS, { seed: Number(seed), count: Number(count), only, at, again });
  const folder = copyProgram();
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const inFile = mutants.filter((mutant) => mutant.file === file);
    writeFileSync(join(folder, file), withMutants(readFileSync(file, 'utf8'), inFile));
  }
  await createSharedResources(folder);
  const reach = await measureReach(folder);
  const reached = mutants.filter(({ id }) => reach.some((each) => each.reached.has(id)));
  const results = new Map<NumberedMutant, TestRun>();
  const attempt = async (mutant: NumberedMutant) => {
    const ran = await tryMutant(folder, mutant, reach);
    results.set(mutant, ran);
    console.log(
      `${results.size}/${reached.length} ${ran.ending}: ${describeMutant(mutant)}\n      ${ran.by} (${ran.seconds} s)`,
    );
  };
  await inParallel(reached, Number(options.workers), attempt);
  // A timeout or an ended process may be due to a busy machine, so these faults are tried again one at a time.
  const inconclusive = [...results].filter(([, { ending }]) => ending === 'timed out' || ending === 'no result');
  if (inconclusive.length > 0) console.log(`${inconclusive.length} again, one at a time`);
  for (const [mutant] of inconclusive) await attempt(mutant);
  printReport(FOLDERS, mutants, results);
}

/** Runs every test file once without an active fault. Omits those that fail or take too long. */
async function measureReach(folder: string): Promise<Reach[]> {
  const all = listFiles('test', '.test.ts');
  const found: Reach[] = [];
  await inParallel(
    all.filter((test) => new RegExp(options.with).test(test)),
    Number(options.workers),
    async (test) => {
      const { ending, by, seconds, reached } = await runTests(folder, [test], 0, Number(options.slowest));
      if (ending === 'survived') found.push({ test, seconds, reached });
      else console.log(`left out: ${test} (${ending === 'killed' ? 'fails by itself' : ending}: ${by})`);
    },
  );
  console.log(`${found.length} test files pass by themselves`);
  return found;
}

/** Runs the tests that reach a fault until one fails: those with a similar path first, then the fast ones. */
async function tryMutant(folder: string, mutant: NumberedMutant, reach: readonly Reach[]): Promise<TestRun> {
  const words = new Set(splitWords(mutant.file));
  const alike = ({ test }: Reach) => splitWords(test).filter((word) => words.has(word)).length;
  const reaching = reach
    .filter(({ reached }) => reached.has(mutant.id))
    .sort((a, b) => alike(b) - alike(a) || a.seconds - b.seconds)
    .slice(0, Number(options.tests));
  let ran: TestRun | undefined;
  for (const tests of [reaching.slice(0, 2), reaching.slice(2)].filter(({ length }) => length > 0)) {
    const expected = tests.reduce((sum, { seconds }) => sum + seconds, 0);
    const names = tests.map(({ test }) => test);
    const limit = Math.round(60 + 5 * expected);
    ran = await runTests(folder, names, mutant.id, limit);
    if (ran.ending === 'timed out') {
      // A timeout counts only if the tests are faster without the mutant.
      const control = await runTests(folder, names, 0, limit);
      if (control.ending !== 'survived') return { ...ran, ending: 'no result', by: `without it too: ${control.by}` };
    }
    if (ran.ending !== 'survived') return ran;
  }
  return { ...ran!, by: `${reaching.length} test files passed` };
}

async function inParallel<T>(all: readonly T[], workers: number, work: (each: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const take = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: workers }, take));
}

/** Returns the words of a path within `src/` or `test/`; the first is the folder, or the file. */
function splitWords(path: string): string[] {
  return path.replace(/^\w+.|(\.test)?\.ts$/g, '').split(/\W/);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
await main();
process.exit();
