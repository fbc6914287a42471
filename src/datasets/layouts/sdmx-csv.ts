import { Header } from '../headings.js';
import { type Layout, type LayoutDimension, PLAIN_CELL_FORMAT, type Recogniser } from '../layout.js';

const AREA_HEADINGS = ['geo', 'ref area', 'ref_area', 'reference area', 'reporting country', 'country', 'area'];
const STRUCTURE_HEADINGS = ['dataflow', 'structure', 'structure id', 'structure name', 'action', 'last update', 'key'];
const ATTRIBUTE_HEADING =
  /^(obs (flag|status|com|conf|pre break.*)|conf status|unit mult|decimals|comment.*|title.*|base per|coll method|source|time format|note.*)$/;
const FLAG_HEADINGS = ['obs flag', 'obs status'];

/** SDMX-CSV 1.0 and 2.0 with codes, labels or both. Unknown columns are dimensions. */
export const sdmxCsv: Recogniser = ({ rows }) => {
  for (const [index, names] of rows.slice(0, 5).entries()) {
    const joinedNames = names.map((name) => /^([A-Za-z]\w*):\s?(.*)$/.exec(name.trim()));
    const areJoined = joinedNames.some((match) => match?.[1]?.toUpperCase() === 'OBS_VALUE');
    const header = new Header(index, areJoined ? names.map((name, column) => joinedNames[column]?.[1] ?? name) : names);
    const layout = layoutFromHeader(
      header,
      rows,
      areJoined ? names.map((_, column) => joinedNames[column]?.[2] ?? null) : null,
    );
    if (layout !== null) return layout;
  }
  return null;
};

function layoutFromHeader(
  header: Header,
  rows: readonly (readonly string[])[],
  titles: readonly (string | null)[] | null,
): Layout | null {
  const [value, time] = [header.find('obs value'), header.find('time period')];
  if (value === undefined || time === undefined) return null;
  const labels = labelColumns(header);
  const isKnown = (column: number) => STRUCTURE_HEADINGS.includes(nameAt(header, column)) || labels.has(column);
  const area = AREA_HEADINGS.map((name) => header.find(name)).find(
    (column) => column !== undefined && !labels.has(column),
  );
  if (area === undefined) return null;
  const dimensions: LayoutDimension[] = header
    .otherColumns([value, time, area])
    .filter((column) => !isKnown(column) && !ATTRIBUTE_HEADING.test(nameAt(header, column)))
    .map((column) => {
      const label = labels.has(column + 1) ? column + 1 : null;
      const title = titles?.[column] ?? (label === null ? null : header.names[label]!);
      return { name: header.names[column]!.trim(), column, label, title };
    });
  const updatedColumn = header.find('last update');
  const updatedText = updatedColumn === undefined ? '' : (rows[header.row + 1]?.[updatedColumn] ?? '').trim();
  return {
    name: `SDMX-CSV ${header.find('structure') === undefined ? '1.0' : '2.0'}`,
    publisher: publisherIn(rows[header.row + 1] ?? [], header),
    firstRow: header.row + 1,
    ...(titles !== null && {
      prepare: (cells) => cells.map((cell, index) => (titles[index] === null ? cell : readCode(cell))),
    }),
    areas: [{ column: area }],
    periods: [time],
    dimensions,
    values: [{ column: value, period: null, codes: {}, flags: header.find(...FLAG_HEADINGS) ?? null }],
    cellFormat: { ...PLAIN_CELL_FORMAT, missing: [':', 'NaN'], suppressed: {}, flagLetters: 'SDMX' },
    ...(labels.size > 0 && { repeatsHeadings: 'IN_OTHER_CASE' as const }),
    ...optionalColumn('multiplier', header.find('unit mult')),
    ...optionalColumn('confidentiality', header.find('conf status')),
    ...optionalColumn('note', header.find('obs com', 'comment obs')),
    ...(updatedText !== '' && { updated: toIsoTimestamp(updatedText) }),
  };
}

/** Returns the label columns. If the structure has a name, a label column follows each code column. */
function labelColumns(header: Header): ReadonlySet<number> {
  if (header.find('structure name') === undefined) return new Set();
  const columns = header.otherColumns([]).filter((column) => !STRUCTURE_HEADINGS.includes(nameAt(header, column)));
  if (columns.length % 2 !== 0) return new Set();
  return new Set(columns.filter((_, index) => index % 2 === 1));
}

function readCode(cell: string): string {
  const colon = cell.indexOf(':');
  return colon > 0 ? cell.slice(0, colon).trim() : cell;
}

function nameAt(header: Header, column: number): string {
  return header.names[column]!.trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
}

function publisherIn(row: readonly string[], header: Header): string | null {
  const structure = row[header.find('dataflow', 'structure id') ?? -1] ?? '';
  const agency = /^([\w.]+):/.exec(structure)?.[1];
  return agency === 'ESTAT' ? 'Eurostat' : (agency ?? null);
}

function optionalColumn<K extends string>(key: K, column: number | undefined): Partial<Record<K, number>> {
  return column === undefined ? {} : ({ [key]: column } as Record<K, number>);
}

/** Converts Eurostat's `27/03/25 23:00:00` to ISO 8601. Returns other texts unchanged. */
function toIsoTimestamp(text: string): string {
  const [, day, month, year, time] = /^(\d\d)\/(\d\d)\/(?:20)?(\d\d)(?: (\d\d:\d\d:\d\d))?$/.exec(text) ?? [];
  return day === undefined ? text : `20${year}-${month}-${day}${time === undefined ? '' : `T${time}`}`;
}
