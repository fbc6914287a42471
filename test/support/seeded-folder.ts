import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedIfEmpty } from '../../src/content/seed-database.js';
import { startEmbedded } from '../../src/embedded/index.js';
import { loadModel } from '../../src/model/load-model.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { openServices } from '../../src/open-services.js';
import { oncePerRun } from './once-per-run.js';
import { throwOnError } from './throw-on-error.js';

/** Name of the database in the folder, which is the default of a server. */
export const SEEDED_DATABASE = 'signpost';

/**
 * Returns a data folder of the embedded database with the content of `seed/`, by default a new one. The first caller in
 * a Jest run seeds it; the others copy it, which is a hundred times faster.
 */
export async function seededFolder(folder?: string): Promise<string> {
  const template = await oncePerRun('seeded', seed);
  const copy = folder ?? (await mkdtemp(join(tmpdir(), 'signpost-seeded-')));
  await cp(template, copy, { recursive: true });
  return copy;
}

async function seed(dataDir: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir });
  const base = await openKnowledgeBase({ uri: embedded.uri, database: SEEDED_DATABASE, model: loadModel('schema') });
  await seedIfEmpty(base, 'seed');
  // The search index is also stored in the database.
  const { beginSearch, close } = await openServices(base, { countsEntries: false, onError: throwOnError });
  await beginSearch().whenIdle();
  await close();
  await base.store.close();
  await embedded.close();
}
