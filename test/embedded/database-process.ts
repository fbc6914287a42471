import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { compiledPath } from '../support/compiled-path.js';

/** A database in a separate process. */
export interface DatabaseProcess {
  uri: string;
  /** Milliseconds from the start of the process to its first response. */
  startMs: number;
  child: ChildProcess;
  kill: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Runs the database of the last build, as `run-database.ts` runs the source. */
const BUILT = `
  const { startEmbedded } = await import(process.argv[1]);
  const database = await startEmbedded({ dataDir: process.argv[2] });
  process.stdout.write(process.pid + ' ' + database.uri + '\\n');
  process.on('SIGTERM', () => void database.close());
`;

/**
 * Starts a database as a child process.
 *
 * @param options.tracer a command to run it with, e.g. `strace` and its options
 * @param options.built the compiled module to run instead of the source
 * @throws its output, if the process exits before it responds
 */
export async function databaseProcess(
  dataDir: string,
  options: { tracer?: readonly string[]; built?: string } = {},
): Promise<DatabaseProcess> {
  const { tracer = [], built } = options;
  const run = built ? ['--input-type=module', '--eval', BUILT, built] : [compiledPath('test/embedded/run-database.ts')];
  const [command, ...args] = [...tracer, process.execPath, ...run, dataDir];
  const began = performance.now();
  const child = spawn(command!, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const firstLine = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => resolve(String(chunk).trim()));
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new Error(`it ended (${signal ?? code}): ${errors}`)));
  });
  const [pid, uri = ''] = firstLine.split(' ');
  const end = async (signal: NodeJS.Signals) => {
    process.kill(Number(pid), signal); // the child may be a tracer, not the database
    await exited;
  };
  return { uri, startMs: performance.now() - began, child, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
