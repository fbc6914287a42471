import { closestMatch } from '../model/closest-match.js';
import { datasetError } from './dataset-error.js';
import type { Layout, Recogniser, TableSample } from './layout.js';
import { plainTable, plainTableFaults } from './layouts/plain-table.js';
import { mappedLayout, type Mapping } from './mapping-file.js';
import { readTableSample, type SourceTable } from './table.js';
import { eurostatLegacy } from './layouts/eurostat-legacy.js';
import { eurostatTsv } from './layouts/eurostat-tsv.js';
import { frontex } from './layouts/frontex.js';
import { jsonStatLayout } from './layouts/json-stat.js';
import { missingMigrants } from './layouts/missing-migrants.js';
import { owid } from './layouts/owid.js';
import { sdmxCsv } from './layouts/sdmx-csv.js';
import { unDesaLong, unDesaProspects, unDesaSheet } from './layouts/un-desa.js';
import { unhcrArrivals } from './layouts/unhcr-arrivals.js';
import { unhcr } from './layouts/unhcr.js';
import { unodc } from './layouts/unodc.js';
import { worldBank } from './layouts/world-bank.js';

/** Recognisers of known layouts, most specific first. */
const RECOGNISERS: readonly Recogniser[] = [
  jsonStatLayout,
  eurostatTsv,
  sdmxCsv,
  eurostatLegacy,
  missingMigrants,
  unhcrArrivals,
  unhcr,
  worldBank,
  owid,
  unDesaProspects,
  unDesaSheet,
  unDesaLong,
  frontex,
  unodc,
  plainTable,
];

export interface ChosenTable {
  table: SourceTable;
  layout: Layout;
  sample: TableSample;
}

type ReadTable = Pick<TableSample, 'rows' | 'numbers'>;

/** Chooses the named table, or else the first table with a known layout. @throws AppError DATASET_INVALID */
export async function chooseSourceTable(
  tables: readonly SourceTable[],
  { sheet, mapping }: { sheet: string | null; mapping: Mapping | null },
): Promise<ChosenTable> {
  const sheetName = sheet ?? mapping?.sheet ?? null;
  const candidates = sheetName === null ? tables : tables.filter(({ name }) => name === sheetName);
  if (candidates.length === 0) throw noSheet(sheetName!, tables);
  let fault: unknown = null;
  const readTables: ReadTable[] = [];
  for (const table of candidates) {
    const { rows, numbers } = await readTableSample(table);
    const sample: TableSample = { rows, numbers, form: table.form, metadata: table.metadata ?? {} };
    readTables.push({ rows, numbers });
    if (mapping !== null) {
      try {
        return { table, layout: mappedLayout(mapping, sample), sample };
      } catch (error) {
        // Tries the next sheet, which may have the columns of the mapping file.
        fault ??= error;
        continue;
      }
    }
    for (const recognise of RECOGNISERS) {
      const layout = recognise(sample);
      if (layout !== null) return { table, layout, sample };
    }
  }
  throw fault ?? unknownLayout(readTables);
}

function noSheet(sheetName: string, tables: readonly SourceTable[]): Error {
  const names = tables.flatMap(({ name }) => name ?? []);
  if (names.length === 0) return datasetError(`The file has one table and no sheet "${sheetName}".`);
  const suggestion = closestMatch(sheetName, names);
  return datasetError(
    `There is no sheet "${sheetName}"; ${suggestion ? `did you mean "${suggestion}"?` : `there are ${names.join(', ')}.`}`,
  );
}

function unknownLayout([first, ...otherTables]: readonly ReadTable[]): Error {
  const mapping = 'Write a mapping file that names the columns of area, period and value, and pass it with --mapping.';
  if (first === undefined || otherTables.length > 0) {
    return datasetError(`None of its ${otherTables.length + 1} tables has a known layout. ${mapping}`);
  }
  const { row, faults } = plainTableFaults(first.rows);
  const faultText =
    faults.length > 0 ? ` The headings on line ${first.numbers[row] ?? 1} have ${faults.join('; ')}.` : '';
  return datasetError(`The layout of the table is unknown.${faultText} ${mapping}`);
}
