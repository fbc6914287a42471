import { expect, test } from '@jest/globals';
import { drawChart } from '../../src/charts/chart.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import type { Column } from '../../src/tables/column.js';
import type { TableRow } from '../../src/tables/table.js';

function column(name: string, type: Column['type'], isName = false): Column {
  return { name, type, isName, role: null, isAdded: false, contractType: null, description: null };
}

const COLUMNS = [
  column('law', 'TEXT', true),
  { ...column('slug', 'TEXT', true), contractType: 'Slug' },
  column('area', 'TEXT', true),
  column('basicPenalty', 'TEXT'),
  column('basicMinYears', 'NUMBER'),
  column('basicMaxYears', 'NUMBER'),
];

const draw = (rows: readonly TableRow[]) => drawChart({ columns: COLUMNS, rows }, { messages: messagesFor(['en']) });

test('a range chart draws a bar from minimum to maximum with the text of the range, highest first', () => {
  const drawing = draw([
    ['Italy: aiding entry', 'it-1', 'Italy', '2–6 years', 2, 6],
    ['Belgium: aid', 'be-1', 'Belgium', 'up to 1 year', null, 1],
    ['Bulgaria: article 280', 'bu-1', 'Bulgaria', '3–8 years', 3, 8],
    ['Bulgaria: article 281', 'bu-2', 'Bulgaria', '1–6 years', 1, 6],
    ['Britain: section 25', 'br-1', 'Britain', 'life', null, null],
    ['Libya: law 19', 'li-1', 'Libya', null, null, null],
  ]);
  if (drawing.form === 'NONE') throw new Error(drawing.sentence);
  expect(drawing.title).toBe('Basic offence');
  expect(drawing.summary).toBe('Highest: Britain, life; lowest shown: Belgium, up to 1 year.');
  // A bar is labelled with the name of its country alone, unless another row has the same country.
  const texts = [...drawing.svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(texts.filter((text) => /[a-z]/.test(text!) && !/year|life/.test(text!))).toEqual([
    'Basic offence',
    'Britain',
    'Bulgaria: article 280',
    'Italy',
    'Bulgaria: article 281',
    'Belgium',
    'Libya',
    '× No figure.',
  ]);
  expect(texts).toContain('3–8 years');
  const bars = [...drawing.svg.matchAll(/<rect x="([\d.]+)"[^>]* width="([\d.]+)"/g)];
  const widths = bars.map(([, , width]) => Number(width));
  // The scale is linear: 3 to 8, 2 to 6, 1 to 6 and 0 to 1 years.
  const [year] = widths.slice(-1);
  expect(widths.map((width) => Math.round(width / year!))).toEqual([5, 4, 5, 1]);
});

test('rows without a known range, and a minimum without a maximum, have no bar in a range chart', () => {
  expect(draw([['Libya: law 19', 'li-1', 'Libya', null, null, null]]).form).toBe('NONE');
  const half = { columns: COLUMNS.slice(0, 5), rows: [['Italy: aid', 'it', 'Italy', '2 years', 2]] };
  expect(drawChart(half, { messages: messagesFor(['en']) }).form).toBe('NONE');
});

test('a range chart escapes names and texts', () => {
  const drawing = draw([['Italy: <b>', 'it-1', 'A & B', '<script>2–6</script> & more', 2, 6]]);
  if (drawing.form === 'NONE') throw new Error(drawing.sentence);
  expect(drawing.svg).not.toMatch(/<script|<b>|& /);
  expect(drawing.svg).toContain('&lt;script&gt;2–6&lt;/script&gt; &amp; more');
});
