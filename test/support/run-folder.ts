import { transformFile } from '@swc/core';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, statfs, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Creates the folder of this Jest run, which test files share. It contains the compiled program and test scripts for
 * the threads and processes that tests start. `close-open-handles.ts` removes it.
 */
export default async function makeRunFolder(): Promise<void> {
  const base = await mkdtemp(join((await memoryFolder()) ?? tmpdir(), 'signpost-run-'));
  // Temporary files are next to the program, so that module resolution finds no packages in parent folders, and so that
  // cleanup is complete.
  const [run, temporary] = [join(base, 'program'), join(base, 'tmp')];
  for (const folder of [run, temporary]) await mkdir(folder);
  process.env.TEST_RUN_FOLDER = run;
  process.env.TMPDIR = temporary;
  process.env.TEST_RUN_PID = String(process.pid);
  const names = (await Promise.all(['src', 'test'].map(namesIn))).flat();
  const modules = names.filter((name) => !name.startsWith('src/graphiql/') && name !== THREAD);
  await Promise.all([bundle(run, names.filter(isProcess)), ...modules.map((name) => compile(run, name))]);
  await writeFile(join(run, THREAD.replace(/\.ts$/, '.js')), `import '../../bundles/worker.js';\n`);
  const data = (await readdir('src', { recursive: true })).filter((name) => name.endsWith('.json'));
  await Promise.all(data.map((name) => cp(join('src', name), join(run, 'src', name))));
  // The program expects these files in its own folder.
  const generated = names.filter((name) => name.startsWith('src/generated/'));
  for (const name of ['package.json', 'node_modules', 'schema', 'schema.graphql', 'dist', ...generated])
    await symlink(join(process.cwd(), name), join(run, name));
}

const MIN_FREE_BYTES = 4 * 2 ** 30;

/**
 * Returns a folder in memory with enough room for all test data; null if there is none. A sync is immediate there; on
 * disk it would take a third of the run.
 */
async function memoryFolder(): Promise<string | null> {
  const folder = '/dev/shm';
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > MIN_FREE_BYTES ? folder : null;
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => join(folder, name));
}

async function compile(run: string, name: string): Promise<void> {
  const { code } = await transformFile(name, {
    swcrc: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  const output = join(run, name.replace(/\.ts$/, '.js'));
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, name === MODEL_LOADER ? withMemoisedModel(code) : code);
}

/** The module of the worker thread of the embedded database. */
const THREAD = 'src/embedded/worker.ts';

/** Whether a module runs as the thread of the embedded database, or as a separate process. */
function isProcess(name: string): boolean {
  const isScript = /^test\/\w+\/(?:killed|exit|run)-[\w-]+\.ts$/.test(name) && name !== 'test/support/run-folder.ts';
  return isScript || name === THREAD || name === 'src/cli.ts';
}

/** Bundles modules as for dist/, because a process would otherwise read some 1 500 files to start. */
async function bundle(run: string, names: readonly string[]): Promise<void> {
  const args = JSON.parse(await readFile('scripts/bundle-args.json', 'utf8')) as string[];
  const entries = names.map((name) => `${basename(name, '.ts')}=${name}`);
  const tool = 'node_modules/esbuild/bin/esbuild';
  await promisify(execFile)(process.execPath, [tool, ...entries, ...args, `--outdir=${join(run, 'bundles')}`]);
}

const MODEL_LOADER = 'src/model/load-model.ts';

/**
 * Memoises the model by the text of its SDL files. A program loads one model; the tests of a worker run hundreds of
 * commands in one process. The schema of the API is memoised by model, so that it is also built once.
 */
function withMemoisedModel(code: string): string {
  const declaration = 'export function loadModel(';
  if (!code.includes(declaration)) throw new Error(`${MODEL_LOADER} does not contain "${declaration}"`);
  return `${code.replace(declaration, 'function loadModelOnce(')}
import { readdirSync as namesOf, readFileSync as textOf } from 'node:fs';
const loadedModels = new Map();
export function loadModel(folder) {
  let key;
  try {
    const names = namesOf(folder).filter((name) => name.endsWith('.graphql')).sort();
    key = JSON.stringify([basename(folder), ...names.map((name) => [name, textOf(folder + '/' + name, 'utf8')])]);
  } catch {
    return loadModelOnce(folder);
  }
  if (!loadedModels.has(key)) loadedModels.set(key, loadModelOnce(folder));
  return loadedModels.get(key);
}
`;
}
