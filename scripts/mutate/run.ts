import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { Mutant } from './mutants.js';
import { mutantsOf, withMutants } from './mutants.js';

const FOLDERS = ['store', 'records', 'graphql', 'series', 'search'];
const LINKED = ['node_modules', 'dist'];
const TESTED_BY = ['store', 'records', 'authoring', 'graphql', 'series', 'search', 'kinds', 'visibility', 'content'];

/** What is asked for on the command line. */
const { values: asked } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    /** Files of the program whose path holds this text. */
    only: { type: 'string', default: '' },
    /** Tests whose path this pattern meets. */
    with: { type: 'string', default: '' },
    /** Tests that take longer than so many seconds are left out. */
    slowest: { type: 'string', default: '15' },
    /** How many tests at most a fault has to get past. */
    tests: { type: 'string', default: '4' },
  },
});

type Numbered = Mutant & { id: number };

/** What one test reaches, and how long it takes. */
interface Reach {
  test: string;
  seconds: number;
  reached: ReadonlySet<number>;
}

const folder = mkdtempSync(join(tmpdir(), 'signpost-mutants-'));
const ALONE = 'jest.alone.config.js';
const CASES = join('test', 'mutants');

/** Puts faults into a copy of the program, runs the tests that reach each, and prints which nobody noticed. */
function main(): void {
  copyProgram();
  const mutants = sample(Number(asked.seed), Number(asked.count));
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      join(folder, file),
      withMutants(
        text,
        mutants.filter((mutant) => mutant.file === file),
      ),
    );
  }
  const reach = reachOfTests().sort((a, b) => a.seconds - b.seconds);
  const killed = new Set<number>();
  for (let round = 0; round < Number(asked.tests); round += 1) {
    const pairs = mutants.flatMap(({ id }) => {
      const { test } = reach.filter(({ reached }) => reached.has(id))[round] ?? {};
      return killed.has(id) || test === undefined ? [] : [{ id, test }];
    });
    for (const id of failing(pairs)) killed.add(id);
    console.log(`round ${round + 1}: ${pairs.length} tried, ${killed.size} noticed`);
  }
  report(mutants, killed, new Set(reach.flatMap(({ reached }) => [...reached])));
}

/** The program without what is not its own, so that tests find all the files that they read. */
function copyProgram(): void {
  const left = new Set(['.git', ...LINKED]);
  for (const name of readdirSync('.').filter((found) => !left.has(found))) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  for (const name of LINKED) symlinkSync(join(process.cwd(), name), join(folder, name));
  mkdirSync(join(folder, CASES));
  // Modules are loaded once in a process: each test has one of its own, so that a fault is there from the beginning.
  const alone = "import config from './jest.config.js';\nexport default { ...config, workerIdleMemoryLimit: '1MB' };\n";
  writeFileSync(join(folder, ALONE), alone);
}

/** Faults of the folders, drawn by a seed; of those that overlap the first that is drawn. */
function sample(seed: number, count: number): Numbered[] {
  const files = FOLDERS.flatMap((name) => filesIn(join('src', name), '.ts')).filter((file) =>
    file.includes(asked.only),
  );
  const left = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
  console.log(`${left.length} faults are possible in ${files.length} files`);
  const random = randomOf(seed);
  const drawn: Numbered[] = [];
  while (drawn.length < count && left.length > 0) {
    const [next] = left.splice(Math.floor(random() * left.length), 1);
    const overlaps = (other: Mutant) => other.file === next!.file && other.start < next!.end && next!.start < other.end;
    if (!drawn.some(overlaps)) drawn.push({ ...next!, id: drawn.length + 1 });
  }
  return drawn;
}

/** Runs every test once with all faults asleep. */
function reachOfTests(): Reach[] {
  const tests = TESTED_BY.flatMap((name) => filesIn(join('test', name), '.test.ts')).filter((name) =>
    new RegExp(asked.with).test(name),
  );
  const cases = tests.map((test, at) => ({ name: `reach-${at}`, test, mutant: 0 }));
  const seconds = runCases(cases);
  return cases.flatMap(({ name, test }) => {
    const took = seconds.get(name);
    if (!took?.passed || took.seconds > Number(asked.slowest)) {
      console.log(`left out: ${test} (${took ? `${took.seconds} s${took.passed ? '' : ', failing'}` : 'did not run'})`);
      return [];
    }
    const reached = new Set(JSON.parse(readFileSync(join(folder, CASES, `${name}.json`), 'utf8')) as number[]);
    return [{ test, seconds: took.seconds, reached }];
  });
}

/** The faults of which the test that was given to each fails. */
function failing(pairs: readonly { id: number; test: string }[]): number[] {
  const cases = pairs.map(({ id, test }) => ({ name: `mutant-${id}`, test, mutant: id }));
  const ran = runCases(cases);
  return pairs.flatMap(({ id }) => (ran.get(`mutant-${id}`)?.passed === true ? [] : [id]));
}

/** Runs tests, each as a file of its own in which one fault is awake. */
function runCases(cases: readonly { name: string; test: string; mutant: number }[]) {
  const into = join(folder, CASES);
  rmSync(into, { recursive: true });
  mkdirSync(into);
  for (const { name, test, mutant } of cases) {
    const imported = relative(CASES, test).split(sep).join('/').replace(/\.ts$/, '.js');
    const note = join(into, `${name}.json`);
    writeFileSync(
      join(into, `${name}.test.ts`),
      `import { writeFileSync } from 'node:fs';
// The program runs in Node's own realm, which has a global object of its own.
const native = globalThis.nativeRequire('node:vm').runInThisContext('globalThis');
native.mutant = ${mutant};
if (${mutant} === 0) {
  native.reached = new Set();
  afterAll(() => writeFileSync(${JSON.stringify(note)}, JSON.stringify([...native.reached])));
}
await import('${imported}');
`,
    );
  }
  const output = join(folder, 'results.json');
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', ALONE, '--forceExit'];
  const args = [...jest, '--silent', '--json', '--outputFile', output, '--testTimeout', '60000', `${CASES}/`];
  if (cases.length > 0) spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  const { testResults } = (cases.length > 0 ? JSON.parse(readFileSync(output, 'utf8')) : { testResults: [] }) as {
    testResults: { name: string; status: string; startTime: number; endTime: number }[];
  };
  return new Map(
    testResults.map(({ name, status, startTime, endTime }) => [
      name.slice(name.lastIndexOf(sep) + 1).replace('.test.ts', ''),
      { passed: status === 'passed', seconds: Math.round((endTime - startTime) / 100) / 10 },
    ]),
  );
}

function report(mutants: readonly Numbered[], killed: ReadonlySet<number>, reached: ReadonlySet<number>): void {
  const told = (mutant: Numbered) =>
    `${mutant.file}:${mutant.line}  ${mutant.before.replace(/\s+/g, ' ')}  →  ${mutant.after.replace(/\s+/g, ' ')}`;
  const survivors = mutants.filter(({ id }) => !killed.has(id));
  console.log(`\nNobody noticed:`);
  for (const mutant of survivors.filter(({ id }) => reached.has(id))) console.log(`  ${told(mutant)}`);
  console.log(`\nNo test that was run reaches:`);
  for (const mutant of survivors.filter(({ id }) => !reached.has(id))) console.log(`  ${told(mutant)}`);
  for (const name of FOLDERS) {
    const ofFolder = mutants.filter(({ file }) => file.startsWith(join('src', name)));
    const noticed = ofFolder.filter(({ id }) => killed.has(id)).length;
    console.log(`${name}: ${noticed} of ${ofFolder.length}`);
  }
  console.log(`${killed.size} of ${mutants.length} noticed: ${Math.round((100 * killed.size) / mutants.length)} %`);
}

function filesIn(root: string, ending: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, name))
    .sort();
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
