import { expect, test } from '@jest/globals';
import { tableLabels } from '../../src/saved-queries/table-labels.js';
import { messagesFor } from '../../src/i18n/messages-for.js';

const rows = (count: number) => Array.from({ length: count }, () => []);
const FIGURES = [{ role: 'value' }, { role: 'period' }] as never;

function namesIn(locale: string, tables: Parameters<typeof tableLabels>[0]): string[] {
  return [...tableLabels(tables, messagesFor([locale])).values()];
}

test('tables are named by the number and type of their rows, for use inside a sentence', () => {
  const tables = [
    { path: 'laws.tiers', rowName: 'country', columns: [], rows: rows(12) },
    { path: 'compare.periods', rowName: 'period', columns: [], rows: rows(1) },
    { path: 'compare.ownAlias', rowName: 'ownAlias', columns: [], rows: rows(3) },
    { path: 'compare.series.points', rowName: 'point', columns: FIGURES, rows: rows(1024) },
  ];
  expect(namesIn('en', tables)).toEqual(['12 countries', '1 period', 'own alias (3)', '1,024 figures']);
  // German nouns are capitalised within a sentence.
  expect(namesIn('de', tables)).toEqual(['12 Länder', '1 Zeitraum', 'Own alias (3)', '1.024 Zahlen']);
});

test('tables with equal names are distinguished by the last segment of their path, or if needed by the complete path', () => {
  const figures = (path: string) => ({ path, rowName: 'point', columns: FIGURES, rows: rows(24) });
  expect(namesIn('en', [figures('indicator.series.points'), figures('indicator.series.points.sources')])).toEqual([
    '24 figures – figures',
    '24 figures – sources',
  ]);
  expect(namesIn('en', [figures('left.points'), figures('right.points')])).toEqual([
    '24 figures – left.points',
    '24 figures – right.points',
  ]);
});
