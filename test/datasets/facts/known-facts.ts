import { parseFlags } from '../../../src/datasets/cell-value.js';
import { normaliseHeading } from '../../../src/datasets/headings.js';
import { normalisePeriod } from '../../../src/datasets/parse-period.js';
import type { ServedIndicator, ServedFigures } from './served-figures.js';
import type { RawTable } from './raw-table.js';
import type { TemporaryImport } from './temporary-import.js';

/** A known fact about a file, determined without this software. */
export interface KnownFact {
  id: string;
  what: string;
  op: string;
  value: number | string | null;
  where?: Readonly<Record<string, string>>;
  measure?: string;
  /** The sheet of a workbook. */
  sheet?: string;
  /** Flags of the figure; null for none, absent if unknown. */
  flag?: string | null;
}

/** Figures of a file, as returned by each reader: import, API and raw cells. */
export interface ReadResults {
  scratch: TemporaryImport;
  served: ServedIndicator;
  raw: RawTable;
}

/** Names of measures in layouts, by the publisher's name of the measure. */
const MEASURES: Readonly<Record<string, string>> = {
  'Number Dead': 'dead',
  'Total Number of Dead and Missing': 'dead and missing',
  'Total Dead and Missing': 'dead and missing',
  'Number of Survivors': 'survivors',
};
const PERIOD = /^(time|year|month|t|time period|period|reported year|reported month)$/;

/** Returns the value that this software finds for a fact; undefined for a fact of an unknown form. */
export function findFactValue(
  fact: KnownFact,
  { scratch, served, raw }: ReadResults,
): number | null | string | undefined {
  const { report } = scratch.read;
  const ofMeasure = measureOf(fact, raw);
  switch (fact.op) {
    case 'count_rows':
      return fact.id === 'implausible' ? rejected(scratch, 'IMPLAUSIBLE').count : rawCount(raw, fact);
    case 'count_missing':
      return fact.id.includes('nationality') || fact.what.includes('empty nationality')
        ? rejected(scratch, 'CODE_EMPTY').count
        : rawFigures(raw, ofMeasure).filter(({ value }) => value === null).length;
    case 'count_suppressed':
      return rawFigures(raw, ofMeasure).filter(({ state }) => state === 'SUPPRESSED').length;
    case 'count_zero':
      return rawFigures(raw, ofMeasure).filter(({ value }) => value === 0).length;
    case 'count_series':
      return served.series.length;
    case 'count_cells':
      return report.read;
    case 'count_values':
      return served.coverage.observations;
    case 'count_flagged':
      return points(served.series).filter(({ flags }) => flags.length > 0).length;
    case 'count_nonzero':
      return points(served.series).filter(({ value }) => (value ?? 0) > 0).length;
    case 'sum':
      if (fact.where !== undefined) return sum(matching(fact, ofMeasure, scratch, served));
      return sum(served.series.filter(matchesMeasure(ofMeasure))) + rejectedSum(fact, scratch);
    case 'value':
      return valueOf(fact, matching(fact, ofMeasure, scratch, served));
    default:
      return undefined;
  }
}

/** Returns the measure of a fact as the layout names it; null if the table has only one. */
export function measureOf({ measure }: KnownFact, { layout }: RawTable): string | null {
  const names = layout.values.map(({ codes }) => codes['measure']);
  if (measure === undefined || names.includes(measure)) return measure ?? null;
  return MEASURES[measure] ?? measure;
}

/** Returns an error message if the numbers of read and served cells differ from the import report; otherwise null. */
export function findLostCells({ scratch, served }: ReadResults): string | null {
  const { report } = scratch.read;
  const { kept, missing, suppressed, notApplicable, repeated, added, rejected } = report;
  const ends = kept + missing + suppressed + notApplicable + repeated + added + rejected;
  if (ends !== report.read) return `${report.read} cells were read, but ${ends} accounted for`;
  const { observations, missing: without } = served.coverage;
  if (observations !== kept) return `${kept} figures were kept, but ${observations} are served`;
  if (without !== missing + suppressed + notApplicable) return `${without} cells without a figure are served`;
  return null;
}

function rawCount({ rows, column }: RawTable, { where = {} }: KnownFact): number | undefined {
  const conditions = Object.entries(where).map(([name, text]) => [column(name), text] as const);
  if (conditions.some(([at]) => at === undefined)) return undefined;
  return rows.filter(({ cells }) => conditions.every(([at, text]) => (cells[at!] ?? '').trim() === text)).length;
}

function rawFigures({ rows }: RawTable, measure: string | null) {
  return rows.flatMap(({ figures }) =>
    figures
      .filter((each) => measure === null || each.measure === null || each.measure === measure)
      .map(({ cell }) => cell),
  );
}

function matching(
  fact: KnownFact,
  measure: string | null,
  scratch: TemporaryImport,
  served: ServedIndicator,
): ServedFigures[] {
  let found = served.series.filter(matchesMeasure(measure));
  for (const [name, text] of Object.entries(fact.where ?? {})) {
    const heading = normaliseHeading(name);
    const dimension = scratch.layout.dimensions.find(
      (each) =>
        normaliseHeading(each.name) === heading || (each.title !== null && normaliseHeading(each.title) === heading),
    );
    if (dimension) {
      if (scratch.target.dimensions.some((each) => each.name === dimension.name)) {
        found = found.filter(({ breakdown }) => breakdown[dimension.name] === text);
      }
    } else if (PERIOD.test(heading)) found = found.map((series) => inPeriod(series, text));
    else {
      const reading = scratch.areas.resolve(text, { publisher: scratch.layout.publisher });
      found = found.filter(({ area }) => reading.outcome === 'AREA' && area === reading.code);
    }
  }
  return found;
}

/** Returns a series with only the points of a period, of the months of a year, or of a month in any year. */
function inPeriod(series: ServedFigures, text: string): ServedFigures {
  const month = normalisePeriod(`2000 ${text}`)?.slice(4);
  const period = normalisePeriod(text) ?? text;
  const isIn = (each: string) =>
    each === period || each.startsWith(`${period}-`) || (month !== undefined && each.endsWith(month));
  return { ...series, points: series.points.filter((point) => isIn(point.period)) };
}

function matchesMeasure(measure: string | null) {
  return ({ breakdown }: ServedFigures) =>
    measure === null || breakdown['measure'] === undefined || breakdown['measure'] === measure;
}

function valueOf({ flag }: KnownFact, series: readonly ServedFigures[]): number | null | string {
  const matchingPoints = points(series);
  if (matchingPoints.length !== 1) return matchingPoints.length === 0 ? null : `${matchingPoints.length} figures`;
  const [{ value, flags }] = matchingPoints as [ServedFigures['points'][0]];
  if (flag === undefined) return value;
  const expectedFlags = flag === null ? [] : (parseFlags(flag, 'EUROSTAT')?.flags ?? []);
  const isSame = [...expectedFlags].sort().join() === [...flags].sort().join();
  return isSame ? value : `flags ${flags.join() || 'none'} rather than ${expectedFlags.join() || 'none'}`;
}

function points(series: readonly ServedFigures[]) {
  return series.flatMap((each) => each.points);
}

function sum(series: readonly ServedFigures[]): number {
  return points(series).reduce((total, { value }) => total + (value ?? 0), 0);
}

function rejected({ read }: TemporaryImport, code: string) {
  const groups = read.report.rejections.filter((each) => each.code === code);
  const add = (pick: (each: (typeof groups)[0]) => number) => groups.reduce((total, each) => total + pick(each), 0);
  return { count: add(({ count }) => count), sum: add((each) => each.sum) };
}

function rejectedSum({ id }: KnownFact, { read }: TemporaryImport): number {
  const groups = read.report.rejections.filter(({ code }) => id !== 'sum_plausible' || code !== 'IMPLAUSIBLE');
  return groups.reduce((total, each) => total + each.sum, 0);
}
