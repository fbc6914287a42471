import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedIfEmpty } from '../../src/content/seed-folder.js';
import { startEmbedded } from '../../src/embedded/index.js';
import { loadModel } from '../../src/model/load.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { openServices } from '../../src/open-services.js';
import { onceInRun } from './once-in-run.js';
import { throwOnError } from './throw-on-error.js';

/** The database in the folder; the one that a server takes unless told otherwise. */
export const SEEDED = 'signpost';

/**
 * Makes a folder of the embedded database that holds the content of `seed/`, a new one unless given, and returns it. It
 * is seeded once in a run of Jest, by the first file that asks, and copied: that takes a hundredth of the time.
 */
export async function seededFolder(folder?: string): Promise<string> {
  const template = await onceInRun('seeded', seed);
  const copy = folder ?? (await mkdtemp(join(tmpdir(), 'signpost-seeded-')));
  await cp(template, copy, { recursive: true });
  return copy;
}

async function seed(dataDir: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir });
  const base = await openKnowledgeBase({ uri: embedded.uri, database: SEEDED, model: loadModel('schema') });
  await seedIfEmpty(base, 'seed');
  // What the search has made of the texts is kept in the database as well.
  const { beginSearch, close } = await openServices(base, { counts: false, onError: throwOnError });
  await beginSearch().idle();
  await close();
  await base.store.close();
  await embedded.close();
}
