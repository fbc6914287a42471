import { dimensionColumn, type Layout, PLAIN_CELL_FORMAT, type Recogniser } from '../layout.js';

/** Eurostat's TSV format: codes of all dimensions, then a column per period. Heading: `freq,unit,geo\TIME_PERIOD`. */
export const eurostatTsv: Recogniser = ({ rows }) => {
  const headerIndex = rows.findIndex((row) => /^[^\\]+\\\s*time(?:_period)?\s*$/i.test(row[0] ?? ''));
  if (headerIndex < 0) return null;
  const [packedNames = '', ...periods] = rows[headerIndex]!;
  const names = packedNames
    .slice(0, packedNames.indexOf('\\'))
    .split(',')
    .map((name) => name.trim());
  const area = names.findIndex((name) => /^(geo|rep_mar|reporter|c_resid)$/i.test(name));
  if (area < 0) return null;
  return {
    name: 'Eurostat TSV',
    publisher: 'Eurostat',
    firstRow: headerIndex + 1,
    headings: [...names, ...periods],
    prepare: (cells) => [...splitCodes(cells[0] ?? '', names.length), ...cells.slice(1)],
    areas: [{ column: area }],
    periods: [],
    dimensions: names.flatMap((name, column) => (column === area ? [] : [dimensionColumn(name, column)])),
    values: periods.flatMap((period, index) =>
      period.trim() === '' ? [] : [{ column: names.length + index, period: period.trim(), codes: {}, flags: null }],
    ),
    cellFormat: { ...PLAIN_CELL_FORMAT, missing: [':'], suppressed: {}, flagsInCell: true, flagLetters: 'EUROSTAT' },
  } satisfies Layout;
};

/** Splits the first cell into codes. Returns empty codes if their number is wrong, so that the row is rejected. */
function splitCodes(cell: string, length: number): string[] {
  const codes = cell.split(',').map((code) => code.trim());
  return codes.length === length ? codes : new Array<string>(length).fill('');
}
