import { findHeader, type Header } from '../headings.js';
import { type Layout, PLAIN_CELL_FORMAT, type Recogniser, valueColumn } from '../layout.js';
import { parseMonth } from '../parse-period.js';

const ID_HEADINGS = ['web id', 'main id', 'incident id', 'id', 'main_id'];
const MEASURES: readonly (readonly [string, readonly string[]])[] = [
  ['dead', ['number dead', 'number of dead', 'no dead', 'dead']],
  ['missing', ['minimum estimated number of missing', 'min estimated number of missing', 'number missing', 'missing']],
  [
    'dead and missing',
    [
      'total number of dead and missing',
      'total dead and missing',
      'total number dead and missing',
      'total dead missing',
    ],
  ],
  ['survivors', ['number of survivors', 'survivors']],
  ['females', ['number of females', 'number of female', 'females']],
  ['males', ['number of males', 'number of male', 'males']],
  ['children', ['number of children', 'children']],
];

/** IOM's Missing Migrants Project: incidents, summed by period, route and country. `measure` selects a count. */
export const missingMigrants: Recogniser = ({ rows }) => {
  const header = findHeader(rows, ID_HEADINGS, MEASURES[0]![1], MEASURES[1]![1]);
  if (header === null) return null;
  const route = header.find('migration route', 'migrant route', 'route');
  const country = header.find('country of incident', 'incident country');
  const region = header.find('region of incident', 'incident region', 'region');
  const places = route === undefined && country === undefined ? [region] : [route, country];
  const measures = MEASURES.flatMap(([measure, names]) => {
    const column = header.find(...names);
    return column === undefined ? [] : [{ measure, column }];
  });
  const readPeriod = makePeriodReader(header);
  return {
    name: 'IOM Missing Migrants',
    publisher: 'IOM',
    firstRow: header.row + 1,
    prepare: (cells) => [
      ...places.map((column) => (column === undefined ? '' : (cells[column] ?? ''))),
      readPeriod(cells),
      '1',
      ...measures.map(({ column }) => cells[column] ?? ''),
    ],
    headings: [
      ...places.map((column) => (column === undefined ? '' : header.names[column]!)),
      'date',
      'incidents',
      ...measures.map(({ column }) => header.names[column]!),
    ],
    areas: places.map((_, column) => ({ column })),
    isOfEachArea: true,
    periods: [places.length],
    dimensions: [{ name: 'measure', column: null, label: null, title: null }],
    values: [
      valueColumn(places.length + 1, { measure: 'incidents' }),
      ...measures.map(({ measure }, index) => valueColumn(places.length + 2 + index, { measure })),
    ],
    cellFormat: { ...PLAIN_CELL_FORMAT, numbers: { decimal: '.', thousands: ',' }, suppressed: {} },
    addsRepeated: true,
  } satisfies Layout;
};

function makePeriodReader(header: Header): (cells: readonly string[]) => string {
  const year = header.find('incident year', 'reported year', 'year');
  const month = header.find('reported month', 'incident month', 'month');
  const date = header.find('incident date', 'reported date', 'website date', 'date');
  return (cells) => {
    const monthNumber = month === undefined ? null : parseMonth(cells[month] ?? '');
    if (year !== undefined && monthNumber !== null)
      return `${(cells[year] ?? '').trim()}-${String(monthNumber).padStart(2, '0')}`;
    return date === undefined ? '' : readDay((cells[date] ?? '').trim());
  };
}

/** Normalises "Mon, 10/27/2014 - 12:00" and "January 05, 2020" to YYYY-MM-DD. Returns other texts unchanged. */
function readDay(text: string): string {
  const usDate = /^[A-Z][a-z]{2}, (\d{2})\/(\d{2})\/(\d{4})\b/.exec(text);
  if (usDate) return `${usDate[3]}-${usDate[1]}-${usDate[2]}`;
  const dayMatch = /^([A-Za-z]+)\.? (\d{1,2}), (\d{4})$/.exec(text);
  const month = dayMatch === null ? null : parseMonth(dayMatch[1]!);
  if (dayMatch && month !== null)
    return `${dayMatch[3]}-${String(month).padStart(2, '0')}-${dayMatch[2]!.padStart(2, '0')}`;
  return text;
}
