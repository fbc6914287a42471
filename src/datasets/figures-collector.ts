import type { StoredPoint } from '../store/figures.js';
import type { CellValue } from './cell-value.js';
import type { CollectedCounts, RejectionCollector } from './import-report.js';
import { unpackLocation } from './row-location.js';

export interface CollectedSeries {
  area: string;
  breakdown: Readonly<Record<string, string>>;
  points: StoredPoint[];
}

/** A series under construction. Its figures are stored in columns to save memory. */
interface OpenSeries {
  area: string;
  breakdown: Readonly<Record<string, string>>;
  periods: string[];
  values: number[];
  /** Location of each figure, packed by `packLocation`. */
  locations: number[];
  /** Cells with a state, flags or a note, by index; null if there are none. */
  details: Map<number, CellValue> | null;
}

const NO_FLAGS: readonly string[] = [];

/** Collects figures by series. Several figures for one period are reduced to the first or to their sum. */
export class FiguresCollector {
  private readonly series = new Map<string, OpenSeries>();

  constructor(
    private readonly rejections: RejectionCollector,
    private readonly source: string | null,
    /** File names, by the file index of packed locations. */
    private readonly files: readonly string[],
  ) {}

  /** Returns the series of a key; creates it from `area` and `breakdown` if needed. */
  seriesFor(key: string, area: string, breakdown: () => Readonly<Record<string, string>>): OpenSeries {
    let series = this.series.get(key);
    if (series === undefined) {
      series = { area, breakdown: breakdown(), periods: [], values: [], locations: [], details: null };
      this.series.set(key, series);
    }
    return series;
  }

  addFigure(series: OpenSeries, period: string, cell: CellValue, location: number): void {
    const index = series.periods.length;
    series.periods.push(period);
    series.values.push(cell.value ?? 0);
    series.locations.push(location);
    if (cell.state !== 'REPORTED' || cell.flags.length > 0 || cell.note !== null) {
      series.details ??= new Map();
      series.details.set(index, cell);
    }
  }

  /** Returns the series with ordered points, and the counts. @param addsUp whether to sum figures of one period */
  finish(addsUp: boolean): { series: CollectedSeries[]; counts: CollectedCounts } {
    const counts: CollectedCounts = { kept: 0, missing: 0, suppressed: 0, notApplicable: 0, repeated: 0, added: 0 };
    const collected: CollectedSeries[] = [];
    for (const openSeries of this.series.values()) {
      const points = this.buildPoints(openSeries, addsUp, counts);
      for (const { state } of points) {
        if (state === 'REPORTED') counts.kept += 1;
        else if (state === 'NOT_REPORTED') counts.missing += 1;
        else if (state === 'SUPPRESSED') counts.suppressed += 1;
        else counts.notApplicable += 1;
      }
      if (points.length > 0) collected.push({ area: openSeries.area, breakdown: openSeries.breakdown, points });
    }
    this.series.clear();
    return { series: collected, counts };
  }

  private buildPoints(series: OpenSeries, addsUp: boolean, counts: CollectedCounts): StoredPoint[] {
    const { periods } = series;
    const order = isAscending(periods)
      ? null
      : periods
          .map((_, index) => index)
          .sort((a, b) => (periods[a]! < periods[b]! ? -1 : periods[a]! > periods[b]! ? 1 : a - b));
    const points: StoredPoint[] = [];
    for (let index = 0; index < periods.length;) {
      const firstIndex = order === null ? index : order[index]!;
      let endIndex = index + 1;
      while (order !== null && endIndex < order.length && periods[order[endIndex]!] === periods[firstIndex])
        endIndex += 1;
      if (endIndex === index + 1) points.push(this.pointAt(series, firstIndex));
      else {
        const group = order!.slice(index, endIndex);
        if (addsUp) {
          points.push(sumPoints(group.map((index) => this.pointAt(series, index))));
          counts.added += group.length - 1;
        } else points.push(this.resolveDuplicates(series, group, counts));
      }
      index = endIndex;
    }
    return points;
  }

  /** Selects the first of several figures for one period, NOT_REPORTED ones last. Counts and reports the others. */
  private resolveDuplicates(series: OpenSeries, group: readonly number[], counts: CollectedCounts): StoredPoint {
    const firstIndex = group.find((index) => series.details?.get(index)?.state !== 'NOT_REPORTED') ?? group[0]!;
    const point = this.pointAt(series, firstIndex);
    const locationOf = (index: number) => ({ ...unpackLocation(series.locations[index]!, this.files), column: null });
    const { file, row } = locationOf(firstIndex);
    for (const index of group) {
      if (index === firstIndex) continue;
      const other = this.pointAt(series, index);
      const text = [series.area, point.period, ...Object.values(series.breakdown)].join(' ');
      if ((other.value === point.value && other.state === point.state) || other.state === 'NOT_REPORTED') {
        counts.repeated += 1;
        const reason = `has the same figure as row ${row} of ${file}; imported once`;
        this.rejections.add('ROW_REPEATED', text, reason, locationOf(index), other.value);
      } else {
        const reason = `has ${describeValue(other)}, but row ${row} of ${file} has ${describeValue(point)}`;
        this.rejections.add('ROW_TWICE', text, reason, locationOf(index), other.value);
      }
    }
    return point;
  }

  private pointAt({ periods, values, details }: OpenSeries, index: number): StoredPoint {
    const cell = details?.get(index) ?? { value: values[index]!, state: 'REPORTED', flags: NO_FLAGS, note: null };
    return { period: periods[index]!, ...cell, source: this.source };
  }
}

function describeValue({ value }: StoredPoint): string {
  return value === null ? 'no figure' : String(value);
}

function isAscending(periods: readonly string[]): boolean {
  for (let index = 1; index < periods.length; index += 1) if (periods[index - 1]! >= periods[index]!) return false;
  return true;
}

/** Sums figures of one period. If only some are missing, the sum has a note and the flag LOW_RELIABILITY. */
function sumPoints(parts: readonly StoredPoint[]): StoredPoint {
  const [firstPart] = parts;
  const figures = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  const flags = [...new Set(parts.flatMap((part) => part.flags))];
  const base = { period: firstPart!.period, source: firstPart!.source };
  if (figures.length === 0) {
    const state = parts.some((part) => part.state === 'SUPPRESSED') ? 'SUPPRESSED' : firstPart!.state;
    return { ...base, value: null, state, flags, note: firstPart!.note };
  }
  const absent = parts.length - figures.length;
  const note = absent === 0 ? null : `${absent} of the ${parts.length} parts have no figure`;
  // An incomplete sum is too low; the flag carries over to derived figures.
  const sumFlags = absent === 0 || flags.includes('LOW_RELIABILITY') ? flags : [...flags, 'LOW_RELIABILITY'];
  return { ...base, value: figures.reduce((sum, value) => sum + value, 0), state: 'REPORTED', flags: sumFlags, note };
}
