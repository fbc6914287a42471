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

  addFigure(series: OpenSeries, period: string, cell: CellValue, place: number): void {
    const at = series.periods.length;
    series.periods.push(period);
    series.values.push(cell.value ?? 0);
    series.locations.push(place);
    if (cell.state !== 'REPORTED' || cell.flags.length > 0 || cell.note !== null) {
      series.details ??= new Map();
      series.details.set(at, cell);
    }
  }

  /** Returns the series with ordered points, and the counts. @param addsUp whether to sum figures of one period */
  finish(addsUp: boolean): { series: CollectedSeries[]; counts: CollectedCounts } {
    const counts: CollectedCounts = { kept: 0, missing: 0, suppressed: 0, notApplicable: 0, repeated: 0, added: 0 };
    const finished: CollectedSeries[] = [];
    for (const open of this.series.values()) {
      const points = this.buildPoints(open, addsUp, counts);
      for (const { state } of points) {
        if (state === 'REPORTED') counts.kept += 1;
        else if (state === 'NOT_REPORTED') counts.missing += 1;
        else if (state === 'SUPPRESSED') counts.suppressed += 1;
        else counts.notApplicable += 1;
      }
      if (points.length > 0) finished.push({ area: open.area, breakdown: open.breakdown, points });
    }
    this.series.clear();
    return { series: finished, counts };
  }

  private buildPoints(open: OpenSeries, addsUp: boolean, counts: CollectedCounts): StoredPoint[] {
    const { periods } = open;
    const order = isAscending(periods)
      ? null
      : periods
          .map((_, index) => index)
          .sort((a, b) => (periods[a]! < periods[b]! ? -1 : periods[a]! > periods[b]! ? 1 : a - b));
    const points: StoredPoint[] = [];
    for (let index = 0; index < periods.length;) {
      const first = order === null ? index : order[index]!;
      let next = index + 1;
      while (order !== null && next < order.length && periods[order[next]!] === periods[first]) next += 1;
      if (next === index + 1) points.push(this.pointAt(open, first));
      else {
        const group = order!.slice(index, next);
        if (addsUp) {
          points.push(sumPoints(group.map((at) => this.pointAt(open, at))));
          counts.added += group.length - 1;
        } else points.push(this.resolveDuplicates(open, group, counts));
      }
      index = next;
    }
    return points;
  }

  /** Selects the first of several figures for one period, NOT_REPORTED ones last. Counts and reports the others. */
  private resolveDuplicates(open: OpenSeries, group: readonly number[], counts: CollectedCounts): StoredPoint {
    const first = group.find((at) => open.details?.get(at)?.state !== 'NOT_REPORTED') ?? group[0]!;
    const point = this.pointAt(open, first);
    const locationOf = (index: number) => ({ ...unpackLocation(open.locations[index]!, this.files), column: null });
    const { file, row } = locationOf(first);
    for (const at of group) {
      if (at === first) continue;
      const other = this.pointAt(open, at);
      const text = [open.area, point.period, ...Object.values(open.breakdown)].join(' ');
      if ((other.value === point.value && other.state === point.state) || other.state === 'NOT_REPORTED') {
        counts.repeated += 1;
        const reason = `has the same figure as row ${row} of ${file}; imported once`;
        this.rejections.add('ROW_REPEATED', text, reason, locationOf(at), other.value);
      } else {
        const reason = `has ${reported(other)}, but row ${row} of ${file} has ${reported(point)}`;
        this.rejections.add('ROW_TWICE', text, reason, locationOf(at), other.value);
      }
    }
    return point;
  }

  private pointAt({ periods, values, details }: OpenSeries, index: number): StoredPoint {
    const cell = details?.get(index) ?? { value: values[index]!, state: 'REPORTED', flags: NO_FLAGS, note: null };
    return { period: periods[index]!, ...cell, source: this.source };
  }
}

function reported({ value }: StoredPoint): string {
  return value === null ? 'no figure' : String(value);
}

function isAscending(periods: readonly string[]): boolean {
  for (let index = 1; index < periods.length; index += 1) if (periods[index - 1]! >= periods[index]!) return false;
  return true;
}

/** Sums figures of one period. If only some are missing, the sum has a note and the flag LOW_RELIABILITY. */
function sumPoints(parts: readonly StoredPoint[]): StoredPoint {
  const [first] = parts;
  const figures = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  const flags = [...new Set(parts.flatMap((part) => part.flags))];
  const base = { period: first!.period, source: first!.source };
  if (figures.length === 0) {
    const state = parts.some((part) => part.state === 'SUPPRESSED') ? 'SUPPRESSED' : first!.state;
    return { ...base, value: null, state, flags, note: first!.note };
  }
  const absent = parts.length - figures.length;
  const note = absent === 0 ? null : `${absent} of the ${parts.length} parts have no figure`;
  // An incomplete sum is too low; the flag carries over to derived figures.
  const sumFlags = absent === 0 || flags.includes('LOW_RELIABILITY') ? flags : [...flags, 'LOW_RELIABILITY'];
  return { ...base, value: figures.reduce((sum, value) => sum + value, 0), state: 'REPORTED', flags: sumFlags, note };
}
