import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseLiteralPattern } from '../../src/embedded/query/literal-pattern.js';
import { commandError, scratchDatabase, type ScratchDatabase } from './scratch-database.js';

describe('plain regular expressions', () => {
  test.each<[string, string, boolean]>([
    ['', '', false],
    ['^', '', true],
    ['needle', 'needle', false],
    ['^needle', 'needle', true],
    ['a\\.b\\*\\^\\$\\(\\)\\[\\]\\{\\}\\|\\+\\?\\\\', 'a.b*^$()[]{}|+?\\', false],
    ['käse 🧀-/', 'käse 🧀-/', false],
  ])('the regular expression %j matches the literal text %j, only at the start: %j', (pattern, text, isAnchored) => {
    expect(parseLiteralPattern(pattern)).toEqual({ text, isAnchored });
  });

  test.each([
    ['a.b', '"."'],
    ['a$', '"$"'],
    ['a^', '"^"'],
    ['(a)', '"("'],
    ['[a]', '"["'],
    ['a{2}', '"{"'],
    ['a|b', '"|"'],
    ['\\d', '"\\d"'],
    ['a\\', '"\\"'],
  ])('the regular expression %j is rejected because of %s', (pattern, what) => {
    expect(() => parseLiteralPattern(pattern)).toThrow(
      `Regular expression with ${what}; it is not offered by the embedded database`,
    );
  });
});

describe('$regex queries', () => {
  let scratch: ScratchDatabase;
  beforeAll(async () => {
    scratch = await scratchDatabase();
    const c = scratch.db.collection('texts');
    await c.insertMany(['a.b', 'xa.b', 'acb', 'A.B', ['z', 'a.b']].map((t, i) => ({ _id: i as never, t })));
  });
  afterAll(() => scratch.stop());

  test.each<[string, unknown, number[]]>([
    ['a substring', { t: { $regex: 'a\\.b' } }, [0, 1, 4]],
    ['a prefix', { t: { $regex: '^a\\.b' } }, [0, 4]],
    ['texts without a substring', { t: { $not: { $regex: 'a\\.b' } } }, [2, 3]],
    ['a prefix or an equal text', { $or: [{ t: { $regex: '^x' } }, { t: 'acb' }] }, [1, 2]],
  ])('a $regex query for %s returns the same documents with and without an index', async (_, filter, expected) => {
    const c = scratch.db.collection('texts');
    const ids = () =>
      c
        .find(filter as object)
        .sort({ _id: 1 })
        .map(({ _id }) => _id as unknown)
        .toArray();
    expect(await ids()).toEqual(expected);
    await c.createIndex({ t: 1 });
    expect(await ids()).toEqual(expected);
    await c.dropIndexes();
  });

  test('an unsupported regular expression is rejected, and the error names the unsupported part', async () => {
    expect(await commandError(scratch.db.collection('texts').findOne({ t: { $regex: 'a.b' } }))).toEqual([
      51091,
      'Regular expression with "."; it is not offered by the embedded database',
    ]);
  });
});
