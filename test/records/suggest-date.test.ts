import { suggestPeriod } from '../../src/records/suggest-date.js';

test.each([
  ['2021-1', '2021-01'],
  ['2021M01', '2021-01'],
  ['202101', '2021-01'],
  ['01/2021', '2021-01'],
  ['January 2021', '2021-01'],
  ['févr. 2021', '2021-02'],
  ['Q1 2021', '2021-Q1'],
  ['2021Q4', '2021-Q4'],
  ['2021-13', null],
  ['21', null],
  ['soon', null],
])('suggestPeriod of "%s" is %s', (written, suggestion) => {
  expect(suggestPeriod(written)).toBe(suggestion);
});
