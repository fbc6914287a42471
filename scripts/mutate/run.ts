import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TestRun } from './cases.js';
import { runTests } from './cases.js';
import { copyProgram, makeShared } from './copy.js';
import { describe, withMutants } from './mutants.js';
import { report } from './report.js';
import type { Numbered } from './sample.js';
import { chooseMutants, listFiles } from './sample.js';

/** Rooms without mutants: generated code, and pages that are bundled for browsers before a test opens them. */
const LEFT_OUT = ['generated', 'graphiql'];
/** Every other room of `src`, and the modules beside them. */
const ROOMS = readdirSync('src').filter((name) => !LEFT_OUT.includes(name));

/** What is asked for on the command line. */
const { values: asked } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '150' },
    /** Files of the program whose path this pattern meets. */
    only: { type: 'string', default: '' },
    /** Faults of this line, `src/store/keys.ts:12`, and none drawn. */
    at: { type: 'string', multiple: true, default: [] },
    /** Mutants that the saved output of an earlier run lists as not killed, and none drawn. */
    again: { type: 'string', multiple: true, default: [] },
    /** Tests whose path this pattern meets. */
    with: { type: 'string', default: '' },
    /** Tests that take longer than so many seconds are left out. */
    slowest: { type: 'string', default: '60' },
    /** How many test files at most a fault has to get past. */
    tests: { type: 'string', default: '12' },
    /** How many processes run tests at once. */
    workers: { type: 'string', default: '2' },
  },
});

/** A test file that passes with every fault asleep. */
interface Reach {
  test: string;
  seconds: number;
  reached: ReadonlySet<number>;
}

/** Puts faults into a copy of the program, runs tests that reach each, and prints which nobody noticed. */
async function main(): Promise<void> {
  const { seed, count, only, at } = asked;
  const again = asked.again.map((path) => readFileSync(path, 'utf8'));
  const mutants = chooseMutants(ROOMS, { seed: Number(seed), count: Number(count), only, at, again });
  const folder = copyProgram();
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const inFile = mutants.filter((mutant) => mutant.file === file);
    writeFileSync(join(folder, file), withMutants(readFileSync(file, 'utf8'), inFile));
  }
  await makeShared(folder);
  const reach = await measureReach(folder);
  const reached = mutants.filter(({ id }) => reach.some((each) => each.reached.has(id)));
  const results = new Map<Numbered, TestRun>();
  const attempt = async (mutant: Numbered) => {
    const ran = await tryMutant(folder, mutant, reach);
    results.set(mutant, ran);
    console.log(
      `${results.size}/${reached.length} ${ran.ending}: ${describe(mutant)}\n      ${ran.by} (${ran.seconds} s)`,
    );
  };
  await inParallel(reached, Number(asked.workers), attempt);
  // A machine that is busy, or a process that died, says nothing of the fault: once more, with nothing beside it.
  const unsure = [...results].filter(([, { ending }]) => ending === 'timed out' || ending === 'no result');
  if (unsure.length > 0) console.log(`${unsure.length} again, one at a time`);
  for (const [mutant] of unsure) await attempt(mutant);
  report(ROOMS, mutants, results);
}

/** Runs every test file once with all faults asleep; those that fail or take too long are left out. */
async function measureReach(folder: string): Promise<Reach[]> {
  const all = listFiles('test', '.test.ts');
  const found: Reach[] = [];
  await inParallel(
    all.filter((test) => new RegExp(asked.with).test(test)),
    Number(asked.workers),
    async (test) => {
      const { ending, by, seconds, reached } = await runTests(folder, [test], 0, Number(asked.slowest));
      if (ending === 'survived') found.push({ test, seconds, reached });
      else console.log(`left out: ${test} (${ending === 'killed' ? 'fails by itself' : ending}: ${by})`);
    },
  );
  console.log(`${found.length} test files pass by themselves`);
  return found;
}

/** Runs the tests that reach a fault: those called alike first, of these the quick ones, until one fails. */
async function tryMutant(folder: string, mutant: Numbered, reach: readonly Reach[]): Promise<TestRun> {
  const words = new Set(splitWords(mutant.file));
  const alike = ({ test }: Reach) => splitWords(test).filter((word) => words.has(word)).length;
  const able = reach
    .filter(({ reached }) => reached.has(mutant.id))
    .sort((a, b) => alike(b) - alike(a) || a.seconds - b.seconds)
    .slice(0, Number(asked.tests));
  let ran: TestRun | undefined;
  for (const tests of [able.slice(0, 2), able.slice(2)].filter(({ length }) => length > 0)) {
    const expected = tests.reduce((sum, { seconds }) => sum + seconds, 0);
    const names = tests.map(({ test }) => test);
    const limit = Math.round(60 + 5 * expected);
    ran = await runTests(folder, names, mutant.id, limit);
    if (ran.ending === 'timed out') {
      // Tests that take as long without the mutant say nothing about it.
      const control = await runTests(folder, names, 0, limit);
      if (control.ending !== 'survived') return { ...ran, ending: 'no result', by: `without it too: ${control.by}` };
    }
    if (ran.ending !== 'survived') return ran;
  }
  return { ...ran!, by: `${able.length} test files passed` };
}

async function inParallel<T>(all: readonly T[], workers: number, work: (each: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const take = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: workers }, take));
}

/** The words of a path within `src/` or `test/`; the first is the folder, or the file. */
function splitWords(path: string): string[] {
  return path.replace(/^\w+.|(\.test)?\.ts$/g, '').split(/\W/);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
await main();
process.exit();
