import { expect, test } from '@jest/globals';
import { openEnvironment } from '../../src/embedded/storage/lmdb-environment.js';
import { GroupCommit } from '../../src/embedded/storage/group-commit.js';
import { scratchFolder } from './scratch-database.js';

test('a writer that waits for idle between two commits resumes even if no further writes follow', async () => {
  const { dataDir, remove } = scratchFolder();
  const { root } = openEnvironment(dataDir);
  const nothing = () => {};
  const commit = new GroupCommit(root, {
    beforeCommit: nothing,
    afterCommit: nothing,
    afterRollback: nothing,
    isHarmless: () => true,
    translateError: (cause) => cause,
    lastCommit: () => 0,
  });
  const result = commit.run(() => 'written');
  await commit.idle();
  await commit.idle();
  expect(await result).toBe('written');
  await commit.close();
  await root.close();
  remove();
});
