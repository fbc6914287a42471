import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkerOptions as ThreadOptions } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';

/**
 * How a module of this folder is started on its own: the TypeScript source under a compiler, the JavaScript after a
 * build.
 */
const isSource = import.meta.url.endsWith('.ts');

function moduleUrl(name: string): URL {
  return new URL(`./${name}.${isSource ? 'ts' : 'js'}`, import.meta.url);
}

/** Megabytes for what is young in memory: half of what V8 takes by itself, with which a thread is no faster. */
const YOUNG_MB = 24;

/** CommonJS that compiles and loads a module. */
function loader(name: string): string {
  // the CommonJS half of tsx looks for its hooks in the wrong place, so its ESM half is taken
  const compiler = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs');
  const load = JSON.stringify(pathToFileURL(compiler).href);
  return `import(${load}).then(({ register }) => { register(); return import(${JSON.stringify(moduleUrl(name).href)}); })`;
}

/**
 * Starts a module in a thread, without what it prints on the error output: LMDB's binding prints errors there that the
 * thread handles.
 */
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
