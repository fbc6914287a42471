import { inPathOrder } from '../../src/tables/figure-scope.js';

test('scopes are in the order of their paths, whichever list was read first', () => {
  const paths = [['r', 10, 'a'], ['r', 2, 'b'], ['r'], ['q', 1], ['r', 2, 'a']];
  expect(inPathOrder(paths.map((path) => ({ path }))).map(({ path }) => path)).toEqual([
    ['q', 1],
    ['r'],
    ['r', 2, 'a'],
    ['r', 2, 'b'],
    ['r', 10, 'a'],
  ]);
});
