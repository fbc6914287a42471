import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkerOptions as ThreadOptions } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';

/** Whether modules are TypeScript run with a compiler. After a build, they are JavaScript. */
const isSource = import.meta.url.endsWith('.ts');

const MODULE = new URL(`./worker.${isSource ? 'ts' : 'js'}`, import.meta.url);

/** Size of V8's young generation in MB. Half of V8's default; commands run at the same speed. */
const YOUNG_GENERATION_MB = 24;

function loader(): string {
  // The CommonJS build of tsx does not find its hooks, so the ESM build is used.
  const compiler = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs');
  const load = JSON.stringify(pathToFileURL(compiler).href);
  return `import(${load}).then(({ register }) => { register(); return import(${JSON.stringify(MODULE.href)}); })`;
}

/** Starts the thread of the database. Discards its error output: LMDB prints errors there that the thread handles. */
export function startThread(workerData: unknown): Worker {
  const options: ThreadOptions = {
    workerData,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    stderr: true,
  };
  const worker = isSource
    ? new Worker(loader(), { ...options, eval: true })
    : new Worker(fileURLToPath(MODULE), options);
  worker.stderr.resume();
  return worker;
}
