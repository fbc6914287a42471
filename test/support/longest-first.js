import { existsSync } from 'node:fs';
import TestSequencer from '@jest/test-sequencer';

/** The files that take longest, which their size does not tell: with one of them last, all but one worker would wait. */
const LONGEST = [
  'graphiql/pages',
  'pages/accessibility',
  'visibility/visibility',
  'http/cached-responses',
  'adding-a-kind',
  'http/serve',
  'http/cached-entries',
  'clients/client-caches',
  'commands/seed-and-export',
  'store/lost-connections',
  'commands/export-merge',
  'commands/killed-seed',
  'authoring/tutorial',
  'http/cache-coherence',
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
