import { existsSync } from 'node:fs';
import TestSequencer from '@jest/test-sequencer';

/**
 * Test files with the longest run time. If one of them started last, the other workers would wait for it. The second and
 * the third do not need the content of `seed/`, for which others wait at the beginning.
 */
const LONGEST = [
  'graphiql/graphiql-page',
  // The longest with LONG=1.
  'http/crawl',
  'pages/accessibility',
  'faults/every-command',
  'oracle/filters',
  'http/serve',
  'commands/export-merge',
  'commands/files-and-database-edits',
  'commands/import',
  'commands/interrupted-commands',
  'adding-a-kind',
  'clients/client-caches',
  'commands/export-round-trip',
  'authoring/tutorial',
  'commands/seed-and-export',
  'commands/draft-files',
  'search/search',
  'oracle/paging',
  'http/cached-responses',
  'http/cache-coherence',
  'store/write-turns',
  'embedded/alternative-query-engine',
  'embedded/durability',
  'store/recovery',
  'store/lost-connections',
  'commands/killed-seed',
  'visibility/visibility',
  'clients/example-frontend',
].map((name) => `test/${name}.test.ts`);

const missing = LONGEST.filter((path) => !existsSync(path));
if (missing.length > 0) throw new Error(`test/support/longest-first.js names missing files: ${missing.join(', ')}`);

/** Sorts the test files of a run: the longest first, the others as Jest does. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`/${name}`));
      return at === -1 ? LONGEST.length : at;
    };
    return super.sort(tests).toSorted((a, b) => rank(a) - rank(b));
  }
}
