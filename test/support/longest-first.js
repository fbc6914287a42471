import { existsSync } from 'node:fs';
import TestSequencer from '@jest/test-sequencer';

/** The files that take longest, which their size does not tell: with one of them last, all but one worker would wait. */
const LONGEST = [
  'graphiql/pages',
  'pages/accessibility',
  'oracle/filters',
  'commands/import',
  'commands/export-merge',
  'http/serve',
  'commands/round-trip',
  'authoring/tutorial',
  'adding-a-kind',
  'commands/interrupted-commands',
  'clients/client-caches',
  'commands/files-and-database-edits',
  'oracle/paging',
  'commands/seed-and-export',
  'http/cached-responses',
  'search/search',
  'http/cache-coherence',
  'store/lost-connections',
  'commands/killed-seed',
  'visibility/visibility',
  'clients/example',
  'store/filters',
].map((name) => `test/${name}.test.ts`);

const gone = LONGEST.filter((path) => !existsSync(path));
if (gone.length > 0)
  throw new Error(`test/support/longest-first.js names files that are not there: ${gone.join(', ')}`);

/** The order of files in a run: the longest first, then as Jest has them. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`/${name}`));
      return at === -1 ? LONGEST.length : at;
    };
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
}
