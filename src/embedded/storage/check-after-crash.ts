import { readMeta } from './meta-pages.js';
import { checkPages } from './pages.js';
import { damaged } from './seal.js';

/** Commits whose pages are checked: the last could be torn, those before it where a disk does not sync when it says so. */
const COMMITS = 16;
/** Longest that this may take, in milliseconds. */
const MOST_MS = 1000;

/**
 * Checks what a folder that was not closed could have suffered from that, in a time that does not grow with the data.
 *
 * @returns the number of the last commit
 * @throws EmbeddedError FOLDER_DAMAGED
 */
export function checkAfterCrash(dataDir: string): number {
  const meta = readMeta(dataDir);
  if ('wrong' in meta) throw damaged(dataDir, meta.wrong);
  const end = performance.now() + MOST_MS;
  for (const wrong of checkPages(dataDir, meta, meta.commit - COMMITS + 1)) {
    if (wrong !== undefined) throw damaged(dataDir, wrong);
    if (performance.now() > end) break;
  }
  return meta.commit;
}
