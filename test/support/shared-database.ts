import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compiledPath } from './compiled-path.js';
import { withConnectTimeouts } from './wait-for.js';
import { oncePerRun } from './once-per-run.js';
import { seededFolder } from './seeded-folder.js';

/**
 * Returns the connection string of an embedded database that all files of a Jest run share, each with separate database
 * names. A warm database needs half the CPU time of a new one.
 *
 * @param options.seeded whether it is the one that contains `seed/`, which tests must not write to
 */
export async function sharedDatabase({ seeded }: { seeded: boolean }): Promise<string> {
  const uri = await oncePerRun(seeded ? 'seeded-uri' : 'shared-uri', async (path) => {
    const dataDir = join(process.env.TEST_RUN_FOLDER!, seeded ? 'seeded-data' : 'shared-data');
    if (seeded) await seededFolder(dataDir);
    await writeFile(path, await start(dataDir));
  });
  return readFile(uri, 'utf8');
}

async function start(dataDir: string): Promise<string> {
  const child = spawn(process.execPath, [compiledPath('test/support/run-shared-database.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [uri] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the shared database ended with ${code}`))),
  ])) as [Buffer];
  child.stdout.destroy();
  child.unref();
  return withConnectTimeouts(String(uri).trim());
}
