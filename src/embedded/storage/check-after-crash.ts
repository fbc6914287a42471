import { readMeta } from './meta-pages.js';
import { checkPages } from './pages.js';
import { folderDamagedError } from './clean-shutdown-marker.js';

/** The last commit may be torn, and earlier ones too on a disk that does not sync. */
const COMMITS = 16;
const MAX_MS = 1000;

/**
 * Checks a folder that was not closed, in a time that does not grow with the data. Returns the number of the last
 * commit. @throws EmbeddedError FOLDER_DAMAGED
 */
export function checkAfterCrash(dataDir: string): number {
  const meta = readMeta(dataDir);
  if ('wrong' in meta) throw folderDamagedError(dataDir, meta.wrong);
  const end = performance.now() + MAX_MS;
  for (const wrong of checkPages(dataDir, meta, meta.commit - COMMITS + 1)) {
    if (wrong !== undefined) throw folderDamagedError(dataDir, wrong);
    if (performance.now() > end) break;
  }
  return meta.commit;
}
