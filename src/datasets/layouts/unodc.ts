import { findHeader } from '../headings.js';
import { dimensionColumn, type Layout, PLAIN_CELL_FORMAT, type Recogniser, valueColumn } from '../layout.js';

const DIMENSION_HEADINGS = ['indicator', 'dimension', 'category', 'sex', 'age', 'unit of measurement'];
/** Maximum plausible number of trafficking victims or suspects of a country and year. */
const MAX_TRAFFICKING_COUNT = 50_000;

/** UNODC data portal workbooks. Figures below five are suppressed, and some old ones are corrupt and need review. */
export const unodc: Recogniser = ({ rows }) => {
  const header = findHeader(rows, ['iso3 code'], ['indicator'], ['category'], ['year'], ['txtvalue', 'value']);
  if (header === null) return null;
  const indicator = header.find('indicator')!;
  const category = header.find('category')!;
  const isTrafficking = /traffick/i.test(rows[header.row + 1]?.[indicator] ?? '');
  return {
    name: 'UNODC data portal',
    publisher: 'UNODC',
    firstRow: header.row + 1,
    areas: [
      { column: header.find('iso3 code')! },
      ...[header.find('country') ?? -1].filter((column) => column >= 0).map((column) => ({ column })),
    ],
    periods: [header.find('year')!],
    dimensions: DIMENSION_HEADINGS.flatMap((name) => {
      const column = header.find(name);
      return column === undefined ? [] : [dimensionColumn(name, column, header.names[column]!)];
    }),
    values: [valueColumn(header.find('txtvalue', 'value')!)],
    cellFormat: {
      ...PLAIN_CELL_FORMAT,
      numbers: { decimal: '.', thousands: ',' },
      suppressed: { '<5': { note: 'withheld by the publisher', lower: 1, upper: 4 } },
    },
    ...(isTrafficking && { implausibleAbove: MAX_TRAFFICKING_COUNT }),
    implausible: (cells) =>
      /^Q\d+\.\d+/.test(cells[category] ?? '') ? 'its category is a number of the questionnaire' : null,
  } satisfies Layout;
};
