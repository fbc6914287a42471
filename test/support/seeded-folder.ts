import { access, cp, mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedIfEmpty } from '../../src/content/seed-folder.js';
import { startEmbedded } from '../../src/embedded/index.js';
import { loadModel } from '../../src/model/load.js';
import { openKnowledgeBase } from '../../src/open-database.js';

/** The database in the folder; the one that a server takes unless told otherwise. */
export const SEEDED = 'signpost';

/**
 * Returns a new folder of the embedded database that holds the content of `seed/`. It is seeded once in a run of Jest,
 * by the first file that asks, and copied: that takes a hundredth of the time.
 */
export async function seededFolder(): Promise<string> {
  const run = process.env.TEST_RUN_FOLDER!;
  const [template, failed] = [join(run, 'seeded'), join(run, 'failed')];
  const isFirst = await mkdir(join(run, 'claim')).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await seed(join(run, 'seeding')).catch(async (error: unknown) => {
      await writeFile(failed, '');
      throw error;
    });
    await rename(join(run, 'seeding'), template);
  }
  while (!(await isThere(template))) {
    if (await isThere(failed)) throw new Error('another test file could not seed the database that all of them copy');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const folder = await mkdtemp(join(tmpdir(), 'signpost-seeded-'));
  await cp(template, folder, { recursive: true });
  return folder;
}

async function seed(dataDir: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir });
  const base = await openKnowledgeBase({ uri: embedded.uri, database: SEEDED, model: loadModel('schema') });
  await seedIfEmpty(base, 'seed');
  await base.store.close();
  await embedded.close();
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
