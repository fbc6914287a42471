import type { FiguresCounts } from '../store/counts.js';
import type { Frequency } from './period.js';
import { PERIODS_A_YEAR, readPeriod } from './period.js';

/** The next power of two, so that what fits today is not refused for the next entry; 0 stays 0. */
export function roundedUp(count: number): number {
  return count > 0 && Number.isFinite(count) ? 2 ** Math.ceil(Math.log2(count)) : count;
}

/** Multiplies sizes; nothing of what has no end is nothing. */
export function times(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other;
}

/** The entries at one place of an answer, at most. */
export interface EntriesAsked {
  count: number;
  /** How often one and the same entry stands there. */
  repeats: number;
  /** How often each entry stands there, by its slug; null where that is not known. */
  times: ReadonlyMap<string, number> | null;
}

/** How many series there are somewhere, and how many points all of them have together. */
export interface SeriesSize {
  series: number;
  points: number;
}

/** The figures of one indicator, or of the largest in each way. Rounded up. Its points are those of the totals. */
export interface IndicatorSize extends SeriesSize {
  vintages: number;
  files: number;
  /** Areas with figures. */
  areas: number;
  /** Points of one series at most. */
  span: number;
}

const NONE: IndicatorSize = { vintages: 0, files: 0, series: 0, areas: 0, span: 0, points: 0 };
/** What is taken where nothing was counted yet. */
const UNKNOWN: IndicatorSize = { vintages: 20, files: 4, series: 32, areas: 32, span: 32, points: 1024 };

interface Counted extends Omit<IndicatorSize, 'points'> {
  from: string;
  to: string;
  areasByKind: ReadonlyMap<string, number>;
  latest: { period: string | null; areasByKind: ReadonlyMap<string, number> } | null;
}

/** How many figures there are: what a query for series can give at most. */
export class FiguresSizes {
  /** Of the largest indicator in each way. */
  readonly most: IndicatorSize;
  /** Of all indicators together. */
  readonly all: IndicatorSize;
  private readonly counted: ReadonlyMap<string, Counted>;
  /** Codes of areas with figures. */
  private readonly codes: ReadonlySet<string>;
  private readonly byKind = new Map<string, { most: SeriesSize; all: SeriesSize }>();

  /**
   * @param counts null where nothing was counted yet
   * @param kindOf the kind of the area with a code; undefined where it is not shown
   */
  constructor(
    private readonly counts: ReadonlyMap<string, FiguresCounts> | null,
    kindOf: (code: string) => string | undefined,
  ) {
    this.counted = new Map([...(counts ?? [])].map(([slug, each]) => [slug, countKinds(each, kindOf)]));
    this.codes = new Set([...(counts ?? [])].flatMap(([, { areas }]) => [...areas]));
    const sizes = [...this.counted.values()].map(computeSize);
    this.most = counts ? rounded(sizes.reduce(largest, NONE)) : UNKNOWN;
    this.all = counts ? rounded(sizes.reduce(sum, NONE)) : UNKNOWN;
    this.countAreas(kindOf);
  }

  /** Of one indicator; of the largest where it is not known by its slug. */
  of(slug: string | null): IndicatorSize {
    if (!this.counts || slug === null) return this.most;
    const counted = this.counted.get(slug);
    return counted ? rounded(computeSize(counted)) : NONE;
  }

  /**
   * Whether the totals that are ranked among areas of some kinds are known without series.
   *
   * @param period null for the usual one, which is the last where half of the areas have a figure
   */
  isRankedUnread(slug: string | null, kinds: readonly string[], period: string | null): boolean {
    const counted = slug === null ? undefined : this.counted.get(slug);
    if (!counted?.latest) return false;
    if (counted.latest.period === null) return true;
    if (period !== null) return period === counted.latest.period;
    const count = (byKind: ReadonlyMap<string, number>) =>
      kinds.reduce((sum, kind) => sum + (byKind.get(kind) ?? 0), 0);
    return 2 * count(counted.latest.areasByKind) >= count(counted.areasByKind);
  }

  /** The totals about one area of a kind at most, and about all of them: of all indicators, or of these. */
  aboutAreas(kind: string, indicators: readonly string[] | null): { most: SeriesSize; all: SeriesSize } {
    if (!this.counts) return unknownAboutAreas(indicators);
    if (indicators === null) {
      const none = { series: 0, points: 0 };
      return this.byKind.get(kind) ?? { most: none, all: none };
    }
    const [most, all] = [
      { series: 0, points: 0 },
      { series: 0, points: 0 },
    ];
    for (const slug of new Set(indicators)) {
      const counted = this.counted.get(slug);
      const areas = counted?.areasByKind.get(kind) ?? 0;
      if (!counted || areas === 0) continue;
      add(most, 1, counted.span);
      add(all, areas, areas * counted.span);
    }
    return { most: roundedSeries(most), all: roundedSeries(all) };
  }

  /**
   * Adds up a size over the indicators of an answer, where they are those of which it is largest.
   *
   * @param slug the one indicator that is asked about, if it is known
   * @returns the sum divided by `repeats`
   */
  sumLargest(
    slug: string | null,
    { count, repeats, times: timesOf }: EntriesAsked,
    sizeOf: (size: IndicatorSize, hasArea: (code: string) => boolean) => SeriesSize,
  ): SeriesSize {
    if (!this.counts) return { series: Infinity, points: Infinity };
    const sizes = [...this.counted]
      .filter(([each]) => slug === null || each === slug)
      .map(([each, counted]) => {
        const areas = this.counts!.get(each)!.areas;
        const size = sizeOf(computeSize(counted), (code) => areas.has(code) || !this.codes.has(code));
        return { size, times: Math.min(repeats, timesOf ? (timesOf.get(each) ?? 0) : Infinity) };
      });
    const sum = (name: keyof SeriesSize) => {
      let [left, all] = [count, 0];
      for (const { size, times: most } of sizes.toSorted((one, other) => other.size[name] - one.size[name])) {
        all += size[name] * Math.min(most, left);
        left -= Math.min(most, left);
      }
      return repeats > 0 ? all / repeats : 0;
    };
    return { series: sum('series'), points: sum('points') };
  }

  /** How many periods lie in a window, counted as often as any figures come; as many as there are for an open end. */
  periodsIn(from: string | null | undefined, to: string | null | undefined): number {
    if (!this.counts || (from == null && to == null)) return Infinity;
    const known = [...this.counted.values()];
    const first = numberMonth(
      from ?? known.reduce((least, each) => (each.from < least ? each.from : least), '9999'),
      0,
    );
    const last = numberMonth(to ?? known.reduce((most, each) => (each.to > most ? each.to : most), '0000'), 1);
    return Number.isFinite(last - first) ? Math.max(0, last - first) : Infinity;
  }

  /** How many different periods the series of these indicators have together, at whatever frequency. */
  countTogether(indicators: readonly string[]): number {
    if (!this.counts) return UNKNOWN.span;
    const ends = new Map<Frequency, { from: string; to: string }>();
    for (const slug of indicators) {
      const counted = this.counted.get(slug);
      const frequency = counted && readPeriod(counted.from)?.frequency;
      if (!frequency) continue;
      const { from, to } = ends.get(frequency) ?? counted;
      ends.set(frequency, {
        from: from < counted.from ? from : counted.from,
        to: to > counted.to ? to : counted.to,
      });
    }
    // What is brought to a coarser frequency has fewer periods than it had, but others.
    const spans = [...ends.values()].map(({ from, to }) => countPeriods(from, to));
    return roundedUp(2 * spans.reduce((sum, span) => sum + span, 0));
  }

  private countAreas(kindOf: (code: string) => string | undefined): void {
    const byArea = new Map<string, SeriesSize>();
    for (const [slug, { areas }] of this.counts ?? []) {
      const { span } = this.counted.get(slug)!;
      for (const code of areas) byArea.set(code, add(byArea.get(code) ?? { series: 0, points: 0 }, 1, span));
    }
    for (const [code, { series, points }] of byArea) {
      const kind = kindOf(code);
      if (kind === undefined) continue;
      const none = () => ({ series: 0, points: 0 });
      const known = this.byKind.get(kind) ?? { most: none(), all: none() };
      known.most.series = Math.max(known.most.series, series);
      known.most.points = Math.max(known.most.points, points);
      add(known.all, series, points);
      this.byKind.set(kind, known);
    }
    for (const [kind, { most, all }] of this.byKind) {
      this.byKind.set(kind, { most: roundedSeries(most), all: roundedSeries(all) });
    }
  }
}

function unknownAboutAreas(indicators: readonly string[] | null): { most: SeriesSize; all: SeriesSize } {
  const series = indicators ? new Set(indicators).size : UNKNOWN.series;
  return { most: { series, points: series * UNKNOWN.span }, all: { series: Infinity, points: Infinity } };
}

type KindOf = (code: string) => string | undefined;

function countKinds(counts: FiguresCounts, kindOf: KindOf): Counted {
  const { vintages, files, series, areas, from, to, latest } = counts;
  const span = from === null || to === null ? 0 : countPeriods(from, to);
  return {
    ...{ vintages, files, series, areas: areas.size, span, from: from ?? '9999', to: to ?? '0000' },
    areasByKind: countByKind(areas, kindOf),
    latest: latest && { period: latest.period, areasByKind: countByKind(latest.areas, kindOf) },
  };
}

function countByKind(areas: Iterable<string>, kindOf: KindOf): ReadonlyMap<string, number> {
  const byKind = new Map<string, number>();
  for (const code of areas) {
    const kind = kindOf(code);
    if (kind !== undefined) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  }
  return byKind;
}

/** How many periods there are from one to another of the same frequency, both included. */
function countPeriods(from: string, to: string): number {
  const [first, last] = [readPeriod(from), readPeriod(to)];
  if (!first || !last) return 0;
  return Math.max(0, (last.year - first.year) * PERIODS_A_YEAR[last.frequency] + last.part - first.part + 1);
}

/** The number of the month in which a period begins, or with 1 the one after it ends; NaN for what is no period. */
function numberMonth(period: string, after: 0 | 1): number {
  const parts = readPeriod(period);
  if (!parts) return NaN;
  return parts.year * 12 + ((parts.part - 1 + after) * 12) / PERIODS_A_YEAR[parts.frequency];
}

function computeSize({ vintages, files, series, areas, span }: Counted): IndicatorSize {
  return { vintages, files, series, areas, span, points: areas * span };
}

function largest(one: IndicatorSize, other: IndicatorSize): IndicatorSize {
  return each((name) => Math.max(one[name], other[name]));
}

function sum(one: IndicatorSize, other: IndicatorSize): IndicatorSize {
  return each((name) => one[name] + other[name]);
}

function rounded(size: IndicatorSize): IndicatorSize {
  return each((name) => roundedUp(size[name]));
}

function each(of: (name: keyof IndicatorSize) => number): IndicatorSize {
  return Object.fromEntries(Object.keys(NONE).map((name) => [name, of(name as keyof IndicatorSize)])) as never;
}

function roundedSeries({ series, points }: SeriesSize): SeriesSize {
  return { series: roundedUp(series), points: roundedUp(points) };
}

function add(size: SeriesSize, series: number, points: number): SeriesSize {
  size.series += series;
  size.points += points;
  return size;
}
