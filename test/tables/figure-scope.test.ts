import { completenessMessages } from '../../src/i18n/completeness-messages.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { sortByPath } from '../../src/tables/figure-scope.js';

test('figure scopes are sorted by path, whatever the order of reads', () => {
  const paths = [['r', 10, 'a'], ['r', 2, 'b'], ['r'], ['q', 1], ['r', 2, 'a']];
  expect(sortByPath(paths.map((path) => ({ path }))).map(({ path }) => path)).toEqual([
    ['q', 1],
    ['r'],
    ['r', 2, 'a'],
    ['r', 2, 'b'],
    ['r', 10, 'a'],
  ]);
});

test('the scope message of each list names its indicator if there are several', () => {
  const scope = (path: string, existing: number, sentences: string[] = []) => ({
    of: path,
    items: 'AREAS' as const,
    included: 1,
    existing,
    requested: sentences.map((sentence) => ({ sentence })),
    cautions: ['Compare with care.'],
  });
  const both = [scope('Arrivals', 8, ['France is not covered.']), scope('Deaths', 9)];
  expect(completenessMessages(both, messagesFor(['en']))).toEqual([
    'Arrivals: 1 of 8 areas with figures.',
    'Arrivals: France is not covered.',
    'Compare with care.',
    'Deaths: 1 of 9 areas with figures.',
  ]);
  expect(completenessMessages(both.slice(0, 1), messagesFor(['fr']))[0]).toBe('1 zone sur 8 ayant des chiffres.');
});
