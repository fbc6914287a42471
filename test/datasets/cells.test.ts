import { parseCell } from '../../src/datasets/cell-value.js';
import { PLAIN_CELL_FORMAT } from '../../src/datasets/layout.js';
import { parseNumber } from '../../src/datasets/parse-number.js';
import { normalisePeriod, parsePeriodOf } from '../../src/datasets/parse-period.js';

const EUROSTAT = {
  ...PLAIN_CELL_FORMAT,
  missing: [':'],
  suppressed: {},
  flagsInCell: true,
  flagLetters: 'EUROSTAT' as const,
};

describe('numbers in cells', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['007', 7],
    ['3280000.00', 3280000],
    ['1e+05', 100000],
    ['-2.5', -2.5],
    ['9007199254740991', 9007199254740991],
  ])('the number %s is parsed as %d', (text, value) =>
    expect(parseNumber(text, PLAIN_CELL_FORMAT.numbers)).toBe(value),
  );

  it.each([
    '9007199254740993',
    '1e999',
    'NaN',
    'Infinity',
    '1,5',
    '1,234',
    '1 234',
    '12%',
    '+5',
    '0x10',
    '١٢',
    '1.2.3',
    '=formula',
    '<5',
  ])('%s is rejected as a number', (text) =>
    expect(parseNumber(text, PLAIN_CELL_FORMAT.numbers)).toHaveProperty('fault'),
  );

  it.each([
    ['1,234', ',', 1234],
    ['1,234,567.5', ',', 1234567.5],
    ['12 340', ', ', 12340],
    ['12\u00a0340', ' ', 12340],
    ['-1,234', ',', -1234],
  ])('the digits of %s are grouped if the table declares the separator', (text, thousands, value) =>
    expect(parseNumber(text, { decimal: '.', thousands })).toBe(value),
  );

  it.each(['1,23', '1234,567', '1,2345', '1,234 567'])('%s is rejected without groups of three digits', (text) =>
    expect(parseNumber(text, { decimal: '.', thousands: ', ' })).toHaveProperty('fault'),
  );

  it('a decimal comma is read if the table declares it, and a decimal point is then rejected', () => {
    expect(parseNumber('1.234,5', { decimal: ',', thousands: '.' })).toBe(1234.5);
    expect(parseNumber('1.5', { decimal: ',', thousands: '' })).toHaveProperty('fault');
  });
});

describe('Eurostat cells', () => {
  it.each([
    ['123 b', 123, 'REPORTED', ['BREAK_IN_SERIES']],
    ['123b', 123, 'REPORTED', ['BREAK_IN_SERIES']],
    ['1.5 bep', 1.5, 'REPORTED', ['BREAK_IN_SERIES', 'ESTIMATED', 'PROVISIONAL']],
    ['7 r,u', 7, 'REPORTED', ['REVISED', 'LOW_RELIABILITY']],
    ['0', 0, 'REPORTED', []],
    [': ', null, 'NOT_REPORTED', []],
    [':', null, 'NOT_REPORTED', []],
    [': c', null, 'SUPPRESSED', []],
    [':c', null, 'SUPPRESSED', []],
    [': z', null, 'NOT_APPLICABLE', []],
    [':u', null, 'NOT_REPORTED', ['LOW_RELIABILITY']],
    [': d', null, 'NOT_REPORTED', ['DEFINITION_DIFFERS']],
    ['', null, 'NOT_REPORTED', []],
  ])('the cell %j is parsed as %j with the state %s and the flags %j', (text, value, state, flags) =>
    expect(parseCell(text, '', EUROSTAT)).toMatchObject({ value, state, flags }),
  );

  it('a letter that is not a flag is reported', () => expect(parseCell('5 x', '', EUROSTAT)).toHaveProperty('fault'));
});

describe('periods in cells', () => {
  it.each([
    ['2020', '2020'],
    ['2020M07', '2020-07'],
    ['2020-07', '2020-07'],
    ['202007', '2020-07'],
    ['2020/7', '2020-07'],
    ['JAN2009', '2009-01'],
    ['September 2014', '2014-09'],
    ['2014-Sept', '2014-09'],
    ['2020Q3', '2020-Q3'],
    ['2020-Q3', '2020-Q3'],
    ['Q3 2020', '2020-Q3'],
    ['2019 [YR2019]', '2019'],
    ['2020-02-29', '2020-02-29'],
  ])('the period %s is normalised to %s', (text, period) => expect(normalisePeriod(text)).toBe(period));

  it.each(['0', '0000', '10000 BCE', '2020S1', '2020W05', '2020-13', '2021-02-29', '20', 'Jan-09', '01/02/2020', ''])(
    'the text %j is not a period',
    (text) => expect(normalisePeriod(text)).toBeNull(),
  );

  it('a shorter period is assigned to a longer one only if the figures are additive', () => {
    expect(parsePeriodOf('YEAR', '2020-07', false)).toHaveProperty('fault');
    expect(parsePeriodOf('YEAR', '2020-07', true)).toEqual({ period: '2020' });
    expect(parsePeriodOf('MONTH', '2020', true)).toHaveProperty('fault');
  });

  it('a date is parsed as a period if it is the first or last day of that period', () => {
    expect(parsePeriodOf('MONTH', '2020-07-31', false)).toEqual({ period: '2020-07' });
    expect(parsePeriodOf('YEAR', '2020-01-01', false)).toEqual({ period: '2020' });
    expect(parsePeriodOf('MONTH', '2020-07-15', false)).toHaveProperty('fault');
  });
});
