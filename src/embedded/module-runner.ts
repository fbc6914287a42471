import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkerOptions as ThreadOptions } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';

/** Modules are TypeScript under a compiler, and JavaScript after a build. */
const isSource = import.meta.url.endsWith('.ts');

function moduleUrl(name: string): URL {
  return new URL(`./${name}.${isSource ? 'ts' : 'js'}`, import.meta.url);
}

/** Half of V8's default young generation, with the same speed. */
const YOUNG_MB = 24;

function loader(name: string): string {
  // The CommonJS half of tsx does not find its hooks, so its ESM half is used.
  const compiler = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs');
  const load = JSON.stringify(pathToFileURL(compiler).href);
  return `import(${load}).then(({ register }) => { register(); return import(${JSON.stringify(moduleUrl(name).href)}); })`;
}

/** Starts a module in a thread. Drops its error output, where LMDB's binding prints errors that the thread handles. */
export function startThread(name: string, workerData: unknown): Worker {
  const options: ThreadOptions = {
    workerData,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    stderr: true,
  };
  const worker = isSource
    ? new Worker(loader(name), { ...options, eval: true })
    : new Worker(fileURLToPath(moduleUrl(name)), options);
  worker.stderr.resume();
  return worker;
}
