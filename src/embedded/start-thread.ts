import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions as ThreadOptions } from 'node:worker_threads';

/** Whether this module is TypeScript source, run with tsx. After a build, modules are JavaScript. */
const isSource = import.meta.url.endsWith('.ts');

function moduleUrl(name: string): URL {
  return new URL(`./${name}.${isSource ? 'ts' : 'js'}`, import.meta.url);
}

/** Size of V8's young generation in MB. Half of V8's default; commands run at the same speed. */
const YOUNG_GENERATION_MB = 24;

function loaderCode(name: string): string {
  // The CommonJS build of tsx does not find its hooks, so the ESM build is used.
  const tsxPath = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs');
  const loaderUrl = JSON.stringify(pathToFileURL(tsxPath).href);
  return `import(${loaderUrl}).then(({ register }) => { register(); return import(${JSON.stringify(moduleUrl(name).href)}); })`;
}

/** Starts a module in a worker thread. Discards its stderr, to which LMDB prints errors that the thread handles. */
export function startThread(name: string, workerData: unknown): Worker {
  const options: ThreadOptions = {
    workerData,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    stderr: true,
  };
  const worker = isSource
    ? new Worker(loaderCode(name), { ...options, eval: true })
    : new Worker(fileURLToPath(moduleUrl(name)), options);
  worker.stderr.resume();
  return worker;
}
