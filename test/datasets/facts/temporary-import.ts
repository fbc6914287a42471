import { chooseSourceTable } from '../../../src/datasets/choose-source-table.js';
import type { Layout, TableSample } from '../../../src/datasets/layout.js';
import type { Mapping } from '../../../src/datasets/mapping-file.js';
import { openTables } from '../../../src/datasets/open-tables.js';
import { normalisePeriod } from '../../../src/datasets/parse-period.js';
import { type DatasetFigures, readDatasetFigures } from '../../../src/datasets/read-figures.js';
import { inspectSourceFile } from '../../../src/datasets/source-file.js';
import type { ImportTarget } from '../../../src/datasets/import-target.js';
import { type AreaDefinition, AreaResolver } from '../../../src/series/area-resolver.js';
import { type Frequency, parsePeriod } from '../../../src/series/period.js';
import { DEFAULT_READ_CHOICES } from '../default-read-choices.js';

/** Options for reading a file to check its facts. */
export interface TemporaryImportOptions {
  mapping: Mapping | null;
  period: string | null;
  /** The only measure to read, for tables with several. */
  measure: string | null;
}

/** A file read into a new indicator that has an entry for every area and all codes of every dimension. */
export interface TemporaryImport {
  target: ImportTarget;
  areas: AreaResolver;
  entries: readonly AreaDefinition[];
  layout: Layout;
  sample: TableSample;
  read: DatasetFigures;
}

/** Reads a file with an invented entry for each area and all codes, so that no row is left out for lack of them. */
export async function importTemporarily(
  path: string,
  { mapping, period, measure }: TemporaryImportOptions,
): Promise<TemporaryImport> {
  const { layout, sample, areaTexts, codes, frequency } = await scanAreasAndPeriods(path, mapping, period);
  const entries = entriesFor(
    areaTexts,
    layout.publisher,
    layout.areas.some(({ ownUnhcrCodes }) => ownUnhcrCodes),
  );
  const areas = new AreaResolver(entries);
  const target: ImportTarget = {
    frequency,
    measure: 'FLOW',
    // The maximum number of decimals, because the precision of the figures is unknown.
    decimals: 3,
    dimensions: [...codes]
      .filter(([, texts]) => texts.size > 1)
      .map(([name, texts]) => ({
        name,
        total: null,
        codes: [...texts].filter((text) => text !== '').map((code) => ({ code, titles: [] })),
      })),
  };
  const read = await readDatasetFigures([path], target, areas, {
    ...DEFAULT_READ_CHOICES,
    mapping,
    dimensions: new Map(measure === null ? [] : [['measure', measure]]),
    period,
  });
  return { target, areas, entries, layout, sample, read };
}

async function scanAreasAndPeriods(path: string, mapping: Mapping | null, fixed: string | null) {
  using open = await openTables(await inspectSourceFile(path));
  const { table, layout, sample } = await chooseSourceTable(open.tables, { sheet: null, mapping });
  const areaTexts = new Set<string>();
  if (layout.fixedArea !== undefined) areaTexts.add(layout.fixedArea);
  for (const { area } of layout.values) if (area !== undefined) areaTexts.add(area);
  const codes = new Map(layout.dimensions.map(({ name }) => [name, new Set<string>()]));
  const periods = new Set<string>([
    ...(fixed === null ? [] : [fixed]),
    ...layout.values.flatMap((value) => value.period ?? []),
  ]);
  for (const { codes: columnCodes } of layout.values)
    for (const [name, code] of Object.entries(columnCodes)) codes.get(name)!.add(code);
  let index = 0;
  for await (const { rows } of table.read()) {
    for (const row of rows) {
      if (index++ < layout.firstRow) continue;
      const cells = layout.prepare ? layout.prepare(row) : row;
      if (cells === null) continue;
      for (const { column } of layout.areas) areaTexts.add((cells[column] ?? '').trim());
      for (const { name, column, label } of layout.dimensions) {
        if (column === null) continue;
        const text = (cells[column] ?? '').trim() || (layout.emptyCode ?? '');
        codes.get(name)!.add(text || (label === null ? '' : (cells[label] ?? '').trim()));
      }
      if (layout.periods.length > 0)
        periods.add(layout.periods.map((column) => (cells[column] ?? '').trim()).join('-'));
    }
  }
  areaTexts.delete('');
  return { layout, sample, areaTexts, codes, frequency: frequencyOf(periods) };
}

function frequencyOf(periods: ReadonlySet<string>): Frequency {
  const found = [...periods].flatMap((text) => parsePeriod(normalisePeriod(text) ?? '')?.frequency ?? []);
  return found.includes('MONTH') ? 'MONTH' : found.includes('QUARTER') ? 'QUARTER' : 'YEAR';
}

/**
 * Returns entries for the areas of a file: countries by ISO code, and every other text as a group with an invented
 * code.
 */
function entriesFor(texts: ReadonlySet<string>, publisher: string | null, ownUnhcrCodes: boolean): AreaDefinition[] {
  const plain = new AreaResolver([]);
  const countries = new Map<string, AreaDefinition>();
  const others: AreaDefinition[] = [];
  for (const text of texts) {
    const match = plain.resolve(text, { publisher, ownUnhcrCodes });
    if (match.outcome === 'NO_ENTRY') {
      countries.set(match.code, { code: match.code, kind: 'CountryGroup', titles: {}, alpha3: null, codes: [] });
    } else {
      const code = `SCRATCH_${others.length + 1}`;
      const codes = [{ publisher: publisher ?? '', code: text }];
      others.push({ code, kind: 'CountryGroup', titles: { en: text }, alpha3: null, codes });
    }
  }
  return [...countries.values(), ...others];
}
