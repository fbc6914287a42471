import { expect, test } from '@jest/globals';
import { openEnvironment } from '../../src/embedded/storage/lmdb-environment.js';
import { GroupCommit } from '../../src/embedded/storage/group-commit.js';
import { scratchFolder } from './scratch-database.js';

test('GroupCommit.idle resolves after a write, even if no further write follows', async () => {
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
  await commit.waitUntilIdle();
  await commit.waitUntilIdle();
  expect(await result).toBe('written');
  await commit.close();
  await root.close();
  remove();
});
