import { expect, test } from '@jest/globals';
import { tableNames } from '../../src/saved-queries/table-name.js';
import { messagesFor } from '../../src/i18n/messages-for.js';

const FIGURES = [{ role: 'value' }, { role: 'period' }] as never;

function namesIn(locale: string, tables: Parameters<typeof tableNames>[0]): string[] {
  return [...tableNames(tables, messagesFor([locale])).values()];
}

test('tables are named by their rows, in words, in mid-sentence form', () => {
  const tables = [
    { path: 'compare', rowName: 'compare', columns: [] },
    { path: 'compare.periods', rowName: 'period', columns: [] },
    { path: 'compare.ownAlias', rowName: 'ownAlias', columns: [] },
    { path: 'compare.series.points', rowName: 'point', columns: FIGURES },
  ];
  expect(namesIn('en', tables)).toEqual(['comparison', 'period', 'own alias', 'figure']);
  // German nouns are written large wherever they stand.
  expect(namesIn('de', tables)).toEqual(['Vergleich', 'Zeitraum', 'Own alias', 'Zahl']);
});

test('tables with equal names are distinguished by position, by complete path only if needed', () => {
  const figures = (path: string) => ({ path, rowName: 'point', columns: FIGURES });
  expect(namesIn('en', [figures('indicator.series.points'), figures('indicator.series.points.sources')])).toEqual([
    'figure – figures',
    'figure – sources',
  ]);
  expect(namesIn('en', [figures('left.points'), figures('right.points')])).toEqual([
    'figure – left.points',
    'figure – right.points',
  ]);
});
