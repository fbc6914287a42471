import { findHeader } from '../headings.js';
import type { Layout, LayoutDimension, Recogniser } from '../layout.js';

const FLAG_HEADINGS = ['flag and footnotes', 'flags'];

/** Files `_1_Data.csv` of Eurostat's former Data Explorer: codes or labels, grouped digits and optional flags. */
export const eurostatLegacy: Recogniser = ({ rows }) => {
  const header = findHeader(rows, ['time', 'time label'], ['geo', 'geo label'], ['value']);
  if (header === null) return null;
  const flags = header.find(...FLAG_HEADINGS) ?? null;
  // Without a flag column, only exact headings identify this layout.
  if (
    flags === null &&
    !(header.names.includes('Value') && header.names.some((name) => /^"?GEO(_LABEL)?$/.test(name)))
  ) {
    return null;
  }
  const [time, value] = [header.find('time', 'time label')!, header.find('value')!];
  const areas = [header.find('geo'), header.find('geo label')].filter((column) => column !== undefined);
  const columns = header.otherColumns([time, header.find('time label'), value, flags ?? undefined, ...areas]);
  const isLabel = (column: number) => /[_ ]label$/i.test(header.names[column]!);
  const base = (column: number) => header.names[column]!.replace(/[_ ]label$/i, '').trim();
  const dimensions: LayoutDimension[] = columns
    .filter((column) => !isLabel(column) || !columns.some((other) => other !== column && base(other) === base(column)))
    .map((column) => {
      const label = columns.find((other) => other !== column && isLabel(other) && base(other) === base(column)) ?? null;
      return { name: base(column), column, label, title: null };
    });
  return {
    name: 'Eurostat Data Explorer CSV',
    publisher: 'Eurostat',
    firstRow: header.row + 1,
    areas: areas.map((column) => ({ column })),
    periods: [time],
    dimensions,
    values: [{ column: value, period: null, codes: {}, flags }],
    cellFormat: {
      numbers: { decimal: '.', thousands: ', ' },
      missing: [':'],
      suppressed: {},
      flagsInCell: true,
      flagLetters: 'EUROSTAT',
    },
  } satisfies Layout;
};
