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
  const end = performance.now() + MAX_DURATION_MS;
  for (const wrong of checkPages(dataDir, meta, meta.commit - MAX_COMMITS + 1)) {
    if (wrong !== undefined) throw folderDamagedError(dataDir, wrong);
    if (performance.now() > end) break;
  }
  return meta.commit;
}
