import { breakdownKey } from '../../model/breakdown-key.js';
import { createHash } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import type {
  ChangedCell,
  VintageDate,
  VintageProvenance,
  FiguresCoverage,
  LatestTotals,
  SeriesIdentity,
  VintageToWrite,
  StoredPoint,
} from '../figures.js';

/** A vintage of an indicator. It is stored when its batch is projected, which makes its series visible. */
export interface VintageDocument {
  _id: ObjectId;
  indicator: string;
  /** Number in the chain of vintages that replaced each other, 1-based; 0 for a vintage outside the chain. */
  number: number;
  /** Whether the vintage is outside the chain: it was added after a newer one, and has all of its series. */
  isEarlier?: true;
  vintage: Date;
  /** Date of the edition; absent if it is unknown. */
  date?: VintageDate;
  digest: string;
  coverage: FiguresCoverage;
  /** Totals of the last period; null if there are none. Absent in documents of an earlier version. */
  latest?: StoredTotals | null;
  /** See `LatestTotals.greatest`. Absent if there are totals, and in documents of an earlier version. */
  greatest?: SeriesIdentity[];
  provenance?: VintageProvenance;
  /** Log position of the batch that added the vintage or renamed its indicator. */
  sequence: number;
}

/** The points of a series, written once. Valid from the vintage that added them until a vintage replaces them. */
export interface SeriesDocument {
  _id: ObjectId;
  indicator: string;
  edition: VintageDocument['_id'];
  until?: VintageDocument['_id'];
  area: string;
  /** The breakdown as a string, for lookups; empty for the total. */
  breakdownKey: string;
  breakdown: Record<string, string>;
  points: PointColumns;
  digest: string;
  /** Number of points. Absent in documents of an earlier version. */
  size?: number;
  /** Difference from the replaced series; absent for a new series. */
  change?: { replaced: ObjectId; counts: ChangedCellCounts };
}

export type ChangedCellCounts = Record<ChangedCell['kind'], number>;

/** The points of a series as columns. A constant column is stored as one value. */
export interface PointColumns {
  period: string[];
  value: Column<number | null>;
  state: Column<StoredPoint['state']>;
  flags: Column<readonly string[]>;
  source: Column<string | null>;
  note: Column<string | null>;
  /** Lower bounds; absent if no point has one. */
  lower?: Column<number | null>;
  upper?: Column<number | null>;
}

/** Returns the vintages that replaced each other, in order. Omits editions that were added after a newer one. */
export function vintageChain(vintages: readonly VintageDocument[]): VintageDocument[] {
  return vintages.filter(({ isEarlier }) => !isEarlier);
}

/** Returns the vintages whose documents make up the series of the last one. @param vintages sorted by date */
export function vintagesToRead(vintages: readonly VintageDocument[]): readonly VintageDocument[] {
  const last = vintages.at(-1);
  return last?.isEarlier ? [last] : vintageChain(vintages);
}

/** Maximum number of series in `greatest`. Large enough to include countries, although groups have larger values. */
const MAX_GREATEST_SERIES = 60;

/** Totals as columns, with one value for each area. */
interface StoredTotals {
  period: string;
  areas: string[];
  points: Omit<PointColumns, 'period'>;
}

type Column<T> = { same: T } | { each: T[] };

function encodeColumns(points: readonly StoredPoint[]): PointColumns {
  const encodeColumn = <K extends keyof StoredPoint>(name: K): Column<StoredPoint[K]> => {
    const values = points.map((point) => point[name]);
    const [firstValue] = values;
    const firstKey = name === 'flags' ? JSON.stringify(firstValue) : firstValue;
    const isConstant = values.every((value) => (name === 'flags' ? JSON.stringify(value) : value) === firstKey);
    return isConstant && firstValue !== undefined ? { same: firstValue } : { each: values };
  };
  return {
    period: points.map(({ period }) => period),
    value: encodeColumn('value'),
    state: encodeColumn('state'),
    flags: encodeColumn('flags'),
    source: encodeColumn('source'),
    note: encodeColumn('note'),
    ...encodeBound(points, 'lower'),
    ...encodeBound(points, 'upper'),
  };
}

function encodeBound(points: readonly StoredPoint[], name: 'lower' | 'upper') {
  const values = points.map((point) => point[name] ?? null);
  return values.every((value) => value === null) ? {} : { [name]: { each: values } };
}

export function computeCoverage(series: VintageToWrite['series']): FiguresCoverage {
  const coverage = {
    series: series.length,
    reported: 0,
    missing: 0,
    from: null as string | null,
    to: null as string | null,
  };
  for (const { points } of series) {
    for (const { period, state } of points) {
      if (state === 'REPORTED') coverage.reported += 1;
      else coverage.missing += 1;
      if (coverage.from === null || period < coverage.from) coverage.from = period;
      if (coverage.to === null || period > coverage.to) coverage.to = period;
    }
  }
  return { ...coverage, areas: [...new Set(series.map(({ area }) => area))].sort() };
}

/** Returns the totals of the last period with a figure, in stored form; null if there are no totals. */
export function computeLatestTotals(series: VintageToWrite['series']): StoredTotals | null {
  const totals = series.filter(({ breakdown }) => breakdownKey(breakdown) === '');
  const lastPoints = totals.flatMap(({ area, points }) => {
    const point = points.findLast(({ value }) => value !== null);
    return point ? [{ area, point }] : [];
  });
  const period = lastPoints.reduce((latest, { point }) => (point.period > latest ? point.period : latest), '');
  const pointsInPeriod = lastPoints.filter(({ point }) => point.period === period);
  if (pointsInPeriod.length === 0) return null;
  const { period: _period, ...points } = encodeColumns(pointsInPeriod.map(({ point }) => point));
  return { period, areas: pointsInPeriod.map(({ area }) => area), points };
}

/** Returns the series with the fewest breakdown codes, sorted by last value, largest first. */
export function computeGreatestSeries(series: VintageToWrite['series']): SeriesIdentity[] {
  const countCodes = ({ breakdown }: SeriesIdentity) => Object.keys(breakdown).length;
  const minCodeCount = series.reduce((minimum, item) => Math.min(minimum, countCodes(item)), Infinity);
  return series
    .filter((item) => countCodes(item) === minCodeCount)
    .map(({ area, breakdown, points }) => ({
      identity: { area, breakdown },
      lastValue: points.findLast(({ value }) => value !== null)?.value ?? -Infinity,
    }))
    .sort((a, b) => b.lastValue - a.lastValue)
    .slice(0, MAX_GREATEST_SERIES)
    .map(({ identity }) => identity);
}

export function decodeLatestTotals({ latest, greatest = [], coverage }: VintageDocument): LatestTotals | null {
  if (latest === undefined) return null;
  if (latest === null) return { period: null, greatest, points: new Map(), areas: coverage.areas };
  const { period, areas } = latest;
  const points = decodePoints({ ...latest.points, period: areas.map(() => period) });
  return {
    period,
    greatest,
    points: new Map(areas.map((area, index) => [area, points[index]!])),
    areas: coverage.areas,
  };
}

export function decodePoints(columns: PointColumns): StoredPoint[] {
  return columns.period.map((_period, index) => pointAt(columns, index));
}

export function pointAt(columns: PointColumns, index: number): StoredPoint {
  const point: StoredPoint = {
    period: columns.period[index]!,
    value: columnValueAt(columns.value, index),
    state: columnValueAt(columns.state, index),
    flags: columnValueAt(columns.flags, index),
    source: columnValueAt(columns.source, index),
    note: columnValueAt(columns.note, index),
  };
  if (columns.lower) point.lower = columnValueAt(columns.lower, index);
  if (columns.upper) point.upper = columnValueAt(columns.upper, index);
  return point;
}

export function columnValueAt<T>(column: Column<T>, index: number): T {
  return 'same' in column ? column.same : column.each[index]!;
}

/** Returns the stored form of a series, without the fields that depend on its vintage. */
export function encodeSeries({ area, breakdown, points }: VintageToWrite['series'][number]) {
  const columns = encodeColumns(points);
  return {
    area,
    breakdownKey: breakdownKey(breakdown),
    breakdown: { ...breakdown },
    points: columns,
    digest: createHash('sha256').update(JSON.stringify(columns)).digest('base64url'),
    size: points.length,
  };
}
