import { expect, test } from '@jest/globals';
import { loadModel } from '../../src/model/load-model.js';
import { toFieldChanges } from '../../src/records/planned-rename.js';
import type { StoredEntry } from '../../src/store/entries.js';

const model = loadModel('schema');

test('renameChanges returns the change of the slug, and the former slugs that are not stored yet', () => {
  const from = { kind: 'Topic', slug: 'a' } as StoredEntry;
  const stubs = [
    { slug: 'a', revision: 3 },
    { slug: 'c', revision: 0 },
  ];
  const renameMessages = (renamed: Parameters<typeof toFieldChanges>[2]) =>
    toFieldChanges(model, 'b', renamed).map(({ path, before, after }) => [path, before, after]);
  expect(renameMessages({ from, earlierRevision: 0, stubs, absorbed: [] })).toEqual([
    ['slug', 'a', 'b'],
    ['formerly', null, ['c']],
  ]);
  expect(renameMessages({ from, earlierRevision: 0, stubs: stubs.slice(0, 1), absorbed: [] })).toEqual([
    ['slug', 'a', 'b'],
  ]);
  expect(renameMessages({ from: null, earlierRevision: 0, stubs, absorbed: [] })).toEqual([['formerly', null, ['c']]]);
  expect(renameMessages(null)).toEqual([]);
});
