import { PERIODS_PER_YEAR, readPeriod } from '../series/period.js';
import { largest, nextPowerOfTwo, sumSizes, multiplySizes } from './numbers.js';

/** How many figures an indicator has, in its largest edition. */
export interface FigureCounts {
  vintages: number;
  /** Files from which one edition was imported. */
  files: number;
  series: number;
  /** The first and the last period. */
  from: string | null;
  to: string | null;
  /** Codes. */
  areas: ReadonlySet<string>;
}

/** The figures of one indicator, or the maximum of several. */
export interface IndicatorSize {
  vintages: number;
  files: number;
  series: number;
  /** Areas with figures. */
  areas: number;
  /** Points of one series. */
  span: number;
}

/** A number of series, and the points of all of them. */
interface SeriesSize {
  series: number;
  points: number;
}

type AboutAreas = Record<'most' | 'all', SeriesSize>;
type Counted = FigureCounts & { size: IndicatorSize };

const MONTHS_A_YEAR = PERIODS_PER_YEAR.MONTH;
const NONE: IndicatorSize = { vintages: 0, files: 0, series: 0, areas: 0, span: 0 };
const ASSUMED_AREAS = new Set(Array.from({ length: 32 }, (_, at) => String(at)));
/** Assumed of an indicator before the first count. */
const ASSUMED = counted({ vintages: 20, files: 4, series: 32, areas: ASSUMED_AREAS, from: '1993', to: '2024' });
const ASSUMED_INDICATORS = 32;

/** The entries at one place of a response, at most. */
export interface EntrySet {
  count: number;
  /** How often one and the same entry occurs there. */
  repeats: number;
  /** How often the entry with this slug occurs there; Infinity if unknown. */
  occurrences: (slug: string) => number;
}

/** Statistics of the figures of all indicators, rounded up like `CollectionStats`. */
export class FigureStats {
  /** The maximum of all indicators, in each respect. */
  readonly most: IndicatorSize;
  private readonly counted: ReadonlyMap<string, Counted>;
  private readonly byKinds = new Map<string, AboutAreas>();
  private readonly isAssumed: boolean;

  /**
   * @param counts by the slug of the indicator; null before the first count
   * @param kindOf returns the kind of the visible area with a code
   */
  constructor(
    counts: ReadonlyMap<string, FigureCounts> | null,
    private readonly kindOf: (code: string) => string | undefined,
  ) {
    this.isAssumed = counts === null;
    const assumed = Array.from({ length: ASSUMED_INDICATORS }, (_, at) => [String(at), ASSUMED] as const);
    this.counted = new Map(counts ? [...counts].map(([slug, each]) => [slug, counted(each)]) : assumed);
    const sizes = [...this.counted.values()].map(({ size }) => size);
    this.most = mapSize((name) => largest(sizes.map((size) => size[name])));
  }

  /** The size of one indicator; the maximum if its slug is unknown. */
  of(slug: string | null): IndicatorSize {
    if (slug === null) return this.most;
    const size = this.select([slug])[0]?.size ?? NONE;
    return mapSize((name) => size[name]);
  }

  /** The points of the totals of these indicators, or of all. */
  points(slugs: readonly string[] | null): number {
    return nextPowerOfTwo(sumSizes(this.select(slugs).map(({ size }) => size.areas * size.span)));
  }

  /** The number of areas of a kind for which an indicator has figures. */
  areas(slug: string | null, kind: string): number {
    const found = this.select(slug === null ? null : [slug]);
    return nextPowerOfTwo(largest(found.map((each) => this.areasOf(each, [kind]).length)));
  }

  /** The totals about one area of these kinds at most, and about all of them, of these indicators or of all. */
  aboutAreas(kinds: readonly string[], slugs: readonly string[] | null): AboutAreas {
    const known = slugs ? undefined : this.byKinds.get(kinds.join());
    if (known) return known;
    const spans = new Map<string, number[]>();
    for (const each of this.select(slugs)) {
      for (const code of this.areasOf(each, kinds)) spans.set(code, [...(spans.get(code) ?? []), each.size.span]);
    }
    const [lengths, points] = [[...spans.values()].map(({ length }) => length), [...spans.values()].map(sumSizes)];
    const combine = (by: typeof sumSizes) => ({
      series: nextPowerOfTwo(by(lengths)),
      points: nextPowerOfTwo(by(points)),
    });
    const about = { most: combine(largest), all: combine(sumSizes) };
    if (!slugs) this.byKinds.set(kinds.join(), about);
    return about;
  }

  /**
   * Adds up a size over the indicators at one place of a response, assuming those for which it is largest.
   *
   * @param slug the only indicator, if it is known
   * @returns the sum, divided by `repeats`
   */
  sumLargest(
    slug: string | null,
    { count, repeats, occurrences }: EntrySet,
    measure: (size: IndicatorSize) => number,
  ): number {
    const found = [...this.counted]
      .filter(([each]) => slug === null || each === slug || this.isAssumed)
      .map(([each, { size }]) => ({ own: measure(size), times: Math.min(repeats, occurrences(each)) }));
    let [left, all] = [count, 0];
    for (const { own, times: most } of found.sort((one, other) => other.own - one.own)) {
      all += multiplySizes(own, Math.min(most, left));
      left -= Math.min(most, left);
    }
    return repeats > 0 ? all / repeats : 0;
  }

  /** The months of a window, both ends included; an open end is the first or last figure of these indicators, or of all. */
  months(slugs: readonly string[] | null, from?: string | null, to?: string | null): number {
    const found = this.select(slugs).filter(({ size }) => size.span > 0);
    const start = from == null ? Math.min(...found.map((each) => monthsUntil(each.from, 0))) : monthsUntil(from, 0);
    const end = to == null ? Math.max(...found.map((each) => monthsUntil(each.to, 1))) : monthsUntil(to, 1);
    const months = Math.max(0, end - start);
    return Number.isNaN(months) ? Infinity : months;
  }

  /** The different periods of several indicators, of which each series can be converted to a lower frequency. */
  periods(slugs: readonly string[]): number {
    const highest = largest(this.select(slugs).map(({ from }) => frequencyOf(from)));
    return nextPowerOfTwo(Math.ceil((2 * this.months(slugs) * highest) / MONTHS_A_YEAR));
  }

  private areasOf({ areas }: Counted, kinds: readonly string[]): string[] {
    return [...areas].filter((code) => this.isAssumed || kinds.includes(this.kindOf(code) ?? ''));
  }

  private select(slugs: readonly string[] | null): Counted[] {
    if (!slugs) return [...this.counted.values()];
    return [...new Set(slugs)].flatMap((slug) => (this.isAssumed ? ASSUMED : (this.counted.get(slug) ?? [])));
  }
}

function counted(counts: FigureCounts): Counted {
  const { vintages, files, series, from, to, areas } = counts;
  const months = monthsUntil(to, 1) - monthsUntil(from, 0);
  const span = Math.max(0, (months * frequencyOf(from)) / MONTHS_A_YEAR) || 0;
  return { ...counts, size: { vintages, files, series, areas: areas.size, span } };
}

/** Months from the year 0 until a period begins, or with `after` until it ends; NaN if it is not a period. */
function monthsUntil(period: string | null, after: 0 | 1): number {
  const parts = readPeriod(period ?? '');
  if (!parts) return NaN;
  return MONTHS_A_YEAR * parts.year + (parts.part - 1 + after) * (MONTHS_A_YEAR / PERIODS_PER_YEAR[parts.frequency]);
}

/** How many periods such as this one make a year. */
function frequencyOf(period: string | null): number {
  const parts = readPeriod(period ?? '');
  return parts ? PERIODS_PER_YEAR[parts.frequency] : 0;
}

function mapSize(value: (name: keyof IndicatorSize) => number): IndicatorSize {
  const names = Object.keys(NONE) as (keyof IndicatorSize)[];
  return Object.fromEntries(names.map((name) => [name, nextPowerOfTwo(value(name))])) as never;
}
