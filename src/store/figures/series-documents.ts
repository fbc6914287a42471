import { breakdownKey } from '../../model/breakdown-key.js';
import { createHash } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import type {
  ChangedCell,
  VintageDate,
  VintageProvenance,
  FiguresCoverage,
  LatestTotals,
  SeriesPlace,
  SeriesVintage,
  StoredPoint,
} from '../figures.js';

/** One vintage of an indicator that is visible. */
export interface VintageDocument {
  _id: ObjectId;
  indicator: string;
  /** Counted from 1 for each indicator. */
  number: number;
  vintage: Date;
  /** The date that its publisher or its sources give it; absent where they give none. */
  date?: VintageDate;
  digest: string;
  /** What there is in its figures, so that it can be told without them. */
  coverage: FiguresCoverage;
  /** Its totals of the last period, null where it has none; absent in what an earlier version wrote. */
  latest?: KeptTotals | null;
  /** Where it has no totals: which of its series by as few codes as any have the greatest last figures; absent likewise. */
  greatest?: SeriesPlace[];
  provenance?: VintageProvenance;
  /** The place in the log of the batch that brought it, or that gave its indicator another slug since. */
  sequence: number;
}

/**
 * The points of one series, written once: part of the vintage that brought it and of all after it, up to but without
 * the one that replaced it. It is visible as far as its vintage is.
 */
export interface SeriesDocument {
  _id: ObjectId;
  indicator: string;
  /** Its vintage, under the name that readers say. */
  edition: VintageDocument['_id'];
  until?: VintageDocument['_id'];
  area: string;
  /** The codes by dimension as one text, empty for the total; for looking up. */
  breakdownKey: string;
  breakdown: Record<string, string>;
  points: Columns;
  digest: string;
  /** How many points there are; absent in what an earlier version wrote. */
  size?: number;
  /** How its cells differ from those of the series that it replaced; absent where it replaced none. */
  change?: { replaced: ObjectId; counts: CellCounts };
}

/** How many cells differ in each way. */
export type CellCounts = Record<ChangedCell['kind'], number>;

/** Points by column; a column that is the same in every point is kept as that one value. */
export interface Columns {
  period: string[];
  value: Column<number | null>;
  state: Column<StoredPoint['state']>;
  flags: Column<readonly string[]>;
  source: Column<string | null>;
  note: Column<string | null>;
  /** Only where some point has one. */
  lower?: Column<number | null>;
  upper?: Column<number | null>;
}

/** So many series are told, that those of countries are among them where groups of countries have more. */
const MOST_GREATEST = 60;

/** Totals of one period, in columns as long as there are areas. */
interface KeptTotals {
  period: string;
  areas: string[];
  points: Omit<Columns, 'period'>;
}

type Column<T> = { same: T } | { each: T[] };

/** Points as they are kept. */
function encodeColumns(points: readonly StoredPoint[]): Columns {
  const column = <K extends keyof StoredPoint>(name: K): Column<StoredPoint[K]> => {
    const each = points.map((point) => point[name]);
    const [first] = each;
    const text = name === 'flags' ? JSON.stringify(first) : first;
    const same = each.every((value) => (name === 'flags' ? JSON.stringify(value) : value) === text);
    return same && first !== undefined ? { same: first } : { each };
  };
  return {
    period: points.map(({ period }) => period),
    value: column('value'),
    state: column('state'),
    flags: column('flags'),
    source: column('source'),
    note: column('note'),
    ...bound(points, 'lower'),
    ...bound(points, 'upper'),
  };
}

function bound(points: readonly StoredPoint[], name: 'lower' | 'upper') {
  const each = points.map((point) => point[name] ?? null);
  return each.every((value) => value === null) ? {} : { [name]: { each } };
}

/** What there is in the figures of a vintage. */
export function computeCoverage(series: SeriesVintage['series']): FiguresCoverage {
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

/** The totals of the last period for which any area has a figure, as they are kept; null where there are no totals. */
export function keepLatest(series: SeriesVintage['series']): KeptTotals | null {
  const totals = series.filter(({ breakdown }) => breakdownKey(breakdown) === '');
  const last = totals.flatMap(({ area, points }) => {
    const point = points.findLast(({ value }) => value !== null);
    return point ? [{ area, point }] : [];
  });
  const period = last.reduce((latest, { point }) => (point.period > latest ? point.period : latest), '');
  const there = last.filter(({ point }) => point.period === period);
  if (there.length === 0) return null;
  const { period: _each, ...points } = encodeColumns(there.map(({ point }) => point));
  return { period, areas: there.map(({ area }) => area), points };
}

/** Of series by as few codes as any, those with the greatest last figures, the greatest first. */
export function keepGreatest(series: SeriesVintage['series']): SeriesPlace[] {
  const codes = ({ breakdown }: SeriesPlace) => Object.keys(breakdown).length;
  const fewest = series.reduce((least, each) => Math.min(least, codes(each)), Infinity);
  return series
    .filter((each) => codes(each) === fewest)
    .map(({ area, breakdown, points }) => ({
      place: { area, breakdown },
      last: points.findLast(({ value }) => value !== null)?.value ?? -Infinity,
    }))
    .sort((one, other) => other.last - one.last)
    .slice(0, MOST_GREATEST)
    .map(({ place }) => place);
}

/** The totals of the last period of a vintage as they were given. */
export function readLatest({ latest, greatest = [], coverage }: VintageDocument): LatestTotals | null {
  if (latest === undefined) return null;
  if (latest === null) return { period: null, greatest, points: new Map(), areas: coverage.areas };
  const { period, areas } = latest;
  const points = decodePoints({ ...latest.points, period: areas.map(() => period) });
  return { period, greatest, points: new Map(areas.map((area, at) => [area, points[at]!])), areas: coverage.areas };
}

/** Points as they were given. */
export function decodePoints(columns: Columns): StoredPoint[] {
  return columns.period.map((_period, index) => pointAt(columns, index));
}

/** The point at a place. */
export function pointAt(columns: Columns, index: number): StoredPoint {
  const point: StoredPoint = {
    period: columns.period[index]!,
    value: columnAt(columns.value, index),
    state: columnAt(columns.state, index),
    flags: columnAt(columns.flags, index),
    source: columnAt(columns.source, index),
    note: columnAt(columns.note, index),
  };
  if (columns.lower) point.lower = columnAt(columns.lower, index);
  if (columns.upper) point.upper = columnAt(columns.upper, index);
  return point;
}

/** What a column holds at a place. */
export function columnAt<T>(column: Column<T>, index: number): T {
  return 'same' in column ? column.same : column.each[index]!;
}

/** A digest of points, the same for the same points. */
function pointsDigest(columns: Columns): string {
  return createHash('sha256').update(JSON.stringify(columns)).digest('base64url');
}

/** What is stored of a series, but for its vintage. */
export function writtenSeries({ area, breakdown, points }: SeriesVintage['series'][number]) {
  const columns = encodeColumns(points);
  return {
    area,
    breakdownKey: breakdownKey(breakdown),
    breakdown: { ...breakdown },
    points: columns,
    digest: pointsDigest(columns),
    size: points.length,
  };
}
