import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { sdmxCsvText } from '../../src/files/sdmx-csv.js';
import type { Column } from '../../src/tables/column.js';
import { figuresTable } from '../charts/figures-table.js';

const FLAGS = {
  ...{ PROVISIONAL: 'P', ESTIMATED: 'E', REVISED: 'R', BREAK_IN_SERIES: 'B', LOW_RELIABILITY: 'U', FORECAST: 'F' },
  DEFINITION_DIFFERS: 'D',
};
const STATES = { NOT_REPORTED: 'O', SUPPRESSED: 'Q', NOT_APPLICABLE: 'M' };

/** Returns a table of figures with the columns of codes that responses have. */
function coded(figures: Parameters<typeof figuresTable>[0][number]['figures']) {
  const { columns, rows } = figuresTable([{ area: 'Italy', code: 'IT', sex: 'Women', figures }]);
  const more = (name: string, role: Column['role']): Column => ({ ...columns[0]!, name, role });
  return {
    columns: [
      ...columns.map((column) => (column.role === 'dimension' ? { ...column, name: 'ageGroup' } : column)),
      more('ageGroup_code', 'dimension_code'),
      more('indicator_slug', 'indicator_code'),
    ],
    rows: rows.map((row) => [...row, 'F', 'asylum-applicants']),
  };
}

function read(table: ReturnType<typeof coded>): Record<string, string>[] {
  return parseCsv(sdmxCsvText(table.columns, table.rows), { columns: true });
}

test('each line of SDMX-CSV has a structure, dimensions, a period, a value and a status', () => {
  expect(read(coded({ 2023: 5, '2023-Q2': 2, '2023-04': 1.5 }))).toEqual(
    [
      ['A', '2023', '5'],
      ['Q', '2023-Q2', '2'],
      ['M', '2023-04', '1.5'],
    ].map(([FREQ, TIME_PERIOD, OBS_VALUE]) => ({
      ...{ STRUCTURE: 'dataflow', STRUCTURE_ID: 'SIGNPOST:ASYLUM_APPLICANTS(1.0)', ACTION: 'I' },
      ...{ FREQ, REF_AREA: 'IT', AGE_GROUP: 'F', TIME_PERIOD, OBS_VALUE, UNIT_MEASURE: 'persons', OBS_STATUS: 'A' },
      SOURCE: 'A report',
    })),
  );
});

test('the observation statuses that exports write are those that imports read', () => {
  const letters = JSON.parse(readFileSync('src/datasets/flags.json', 'utf8')) as Record<'SDMX', Record<string, object>>;
  const codes = letters.SDMX;
  for (const [flag, code] of Object.entries(FLAGS)) {
    expect(read(coded({ 2023: [5, flag] }))[0]).toMatchObject({ OBS_VALUE: '5', OBS_STATUS: code });
    expect(codes[code]).toMatchObject({ flag });
  }
  for (const [emptyState, code] of Object.entries(STATES)) {
    expect(read(coded({ 2023: emptyState }))[0]).toMatchObject({ OBS_VALUE: '', OBS_STATUS: code });
    expect(codes[code]).toMatchObject({ emptyState });
  }
});

test('the header of SDMX-CSV declares that a figure can have several statuses', () => {
  const [figure] = read(coded({ 2023: [5, 'PROVISIONAL; BREAK_IN_SERIES'] }));
  expect(figure).toMatchObject({ 'STRUCTURE[;]': 'dataflow', 'OBS_STATUS[]': 'P;B' });
});

test('an SDMX-CSV export of a table without figures is rejected', () => {
  const { columns, rows } = coded({ 2023: 5 });
  const others = columns.map((column) => (column.role === 'value' ? { ...column, role: null } : column));
  expect(() => sdmxCsvText(others, rows)).toThrow('SDMX-CSV contains figures, and this table has none');
});

test('an SDMX-CSV export does not depend on the order of the columns', () => {
  const { columns, rows } = coded({ 2023: 5 });
  const source = columns.findIndex(({ role }) => role === 'source');
  const sourceFirst = <T>(cells: readonly T[]) => [cells[source]!, ...cells.toSpliced(source, 1)];
  const moved = { columns: sourceFirst(columns), rows: rows.map(sourceFirst) };
  expect(sdmxCsvText(moved.columns, moved.rows)).toBe(sdmxCsvText(columns, rows));
});
