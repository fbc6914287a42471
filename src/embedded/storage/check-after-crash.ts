import { readMetaPage } from './meta-pages.js';
import { checkPages } from './check-pages.js';
import { folderDamagedError } from './clean-shutdown-marker.js';

/** Number of recent commits to verify. Several may be incomplete on a disk that does not sync. */
const MAX_COMMITS = 16;
const MAX_DURATION_MS = 1000;

/** Verifies the recent commits of a folder that was not closed, for up to 1 s. Returns the number of the last one. */
export function checkAfterCrash(dataDir: string): number {
  const meta = readMetaPage(dataDir);
  if ('wrong' in meta) throw folderDamagedError(dataDir, meta.wrong);
  const deadline = performance.now() + MAX_DURATION_MS;
  for (const problem of checkPages(dataDir, meta, meta.commit - MAX_COMMITS + 1)) {
    if (problem !== undefined) throw folderDamagedError(dataDir, problem);
    if (performance.now() > deadline) break;
  }
  return meta.commit;
}
