import { group, max, min, sum } from 'd3-array';
import { PERIODS_PER_YEAR, monthsUntil } from '../series/period.js';

/** Maximum counts of an indicator's figures over all editions, and the periods, frequency and areas of the figures. */
export interface FigureCounts {
  vintages: number;
  /** Maximum number of files from which one edition was imported. */
  files: number;
  series: number;
  /** First and last period; null without figures. */
  from: string | null;
  to: string | null;
  /** Number of periods per year; 0 without figures. It can differ between editions. */
  frequency: number;
  areas: ReadonlySet<string>;
}

/** Counts of an indicator. `areas` is the number of areas with figures, `span` the number of points of a series. */
const COUNT_NAMES = ['vintages', 'files', 'series', 'areas', 'span'] as const;
/** Counts of the figures of one indicator, or the maximum of each count over several indicators. */
export type IndicatorSize = Record<(typeof COUNT_NAMES)[number], number>;
/** Numbers of series and of their points: for the area with the most of them, and for all areas. */
type AreaTotals = Record<'most' | 'all', Record<'series' | 'points', number>>;
type IndicatorCounts = FigureCounts & { size: IndicatorSize };

const MONTHS_PER_YEAR = PERIODS_PER_YEAR.MONTH;
const ASSUMED_AREAS = new Set(Array.from({ length: 32 }, (_, index) => String(index)));
const ASSUMED_YEARS = { from: '1993', to: '2024', frequency: 1 };
/** Figure counts assumed for an indicator until the first count. */
const ASSUMED_COUNTS = withSize({ vintages: 20, files: 4, series: 32, areas: ASSUMED_AREAS, ...ASSUMED_YEARS });
const ASSUMED_INDICATORS = 32;

/** Number of objects if no upper bound is known. It is finite, since 0 × Infinity is not a number. */
export const UNBOUNDED = 1e100;

/** Upper bound for the number of entries at one path of a response. */
export interface EntryCardinality {
  /** Slug, if exactly one entry is possible and known; else null. */
  slug: string | null;
  count: number;
  /** Maximum number of occurrences of the same entry. */
  repeats: number;
  /** Returns the maximum number of occurrences of the entry with a slug; UNBOUNDED if unknown. */
  occurrences: (slug: string) => number;
}

/** Statistics of the figures of all indicators, rounded up like `CollectionStats`. */
export class FigureStats {
  /** Maximum of each count over all indicators. */
  readonly maximum: IndicatorSize;
  private readonly indicators: ReadonlyMap<string, IndicatorCounts>;
  private readonly totalsByKinds = new Map<string, AreaTotals>();

  /** @param counts by indicator slug; null before the first count @param kindOf kind of the visible area with a code */
  constructor(
    private readonly counts: ReadonlyMap<string, FigureCounts> | null,
    private readonly kindOf: (code: string) => string | undefined,
  ) {
    const assumed = Array.from({ length: ASSUMED_INDICATORS }, (_, index) => [String(index), ASSUMED_COUNTS] as const);
    this.indicators = new Map(counts ? [...counts].map(([slug, each]) => [slug, withSize(each)]) : assumed);
    this.maximum = maximumOf([...this.indicators.values()]);
  }

  /** Returns the counts of one indicator; the maximum of all indicators if the slug is null. */
  of(slug: string | null): IndicatorSize {
    return slug === null ? this.maximum : maximumOf(this.select([slug]));
  }

  /** Returns the number of points of the totals of these indicators, or of all indicators. */
  points(slugs: readonly string[] | null): number {
    return nextPowerOfTwo(sum(this.select(slugs), ({ size }) => size.areas * size.span));
  }

  /** Returns how many areas of a kind an indicator has; the maximum over all indicators if the slug is null. */
  areas(slug: string | null, kind: string): number {
    return max(slug === null ? this.indicators.keys() : [slug], (it) => this.areaTotals([kind], [it]).all.series) ?? 0;
  }

  /** Returns how many of the codes do not belong to an area of the kind. */
  countOthers(codes: readonly string[], kind: string): number {
    return codes.filter((code) => this.kindOf(code) !== kind).length;
  }

  /** Counts series and points of indicators (null: all) for areas of some kinds: the maximum per area, and the sum. */
  areaTotals(kinds: readonly string[], slugs: readonly string[] | null): AreaTotals {
    const cached = slugs ? undefined : this.totalsByKinds.get(kinds.join());
    if (cached) return cached;
    const isCounted = (code: string) => !this.counts || kinds.includes(this.kindOf(code) ?? '');
    const totals = this.select(slugs).flatMap(({ areas, size: { span } }) =>
      [...areas].filter(isCounted).map((code) => ({ code, span })),
    );
    const byArea = Array.from(group(totals, ({ code }) => code).values(), sizeOf);
    const most = { series: max(byArea, ({ series }) => series) ?? 0, points: max(byArea, ({ points }) => points) ?? 0 };
    const areaTotals = { most, all: sizeOf(totals) };
    if (!slugs) this.totalsByKinds.set(kinds.join(), areaTotals);
    return areaTotals;
  }

  /** Returns the sum of `measure` over the `count` largest possible occurrences of indicators, divided by `repeats`. */
  sumLargest(
    { slug, count, repeats, occurrences }: EntryCardinality,
    measure: (size: IndicatorSize) => number,
  ): number {
    const found = [...this.indicators]
      .filter(([each]) => slug === null || each === slug || !this.counts)
      .map(([each, { size }]) => ({ own: measure(size), times: Math.min(repeats, occurrences(each)) }));
    let [remaining, total] = [count, 0];
    for (const { own, times } of found.sort((a, b) => b.own - a.own)) {
      total += own * Math.min(times, remaining);
      remaining -= Math.min(times, remaining);
    }
    return repeats > 0 ? total / repeats : 0;
  }

  /** Returns the number of months from `from` to `to`, inclusive. Default: the span of the indicators (null: all). */
  months(slugs: readonly string[] | null, from?: string | null, to?: string | null): number {
    const found = this.select(slugs);
    const start = from == null ? min(found, (each) => monthsUntil(each.from, 0)) : monthsUntil(from, 0);
    const end = to == null ? max(found, (each) => monthsUntil(each.to, 1)) : monthsUntil(to, 1);
    if (start === undefined || end === undefined) return 0;
    const months = Math.max(0, end - start);
    return Number.isNaN(months) ? Infinity : months;
  }

  /** Returns an upper bound on the number of distinct periods of indicators, at their and all lower frequencies. */
  periods(slugs: readonly string[]): number {
    const highest = max(this.select(slugs), ({ frequency }) => frequency) ?? 0;
    return nextPowerOfTwo(Math.ceil((2 * this.months(slugs) * highest) / MONTHS_PER_YEAR));
  }

  private select(slugs: readonly string[] | null): IndicatorCounts[] {
    if (!slugs) return [...this.indicators.values()];
    return [...new Set(slugs)].flatMap((slug) => (!this.counts ? ASSUMED_COUNTS : (this.indicators.get(slug) ?? [])));
  }
}

/** Rounds a number up to a power of two. 0 is unchanged. */
export function nextPowerOfTwo(count: number): number {
  return count > 0 ? 2 ** Math.ceil(Math.log2(count)) : 0;
}

function sizeOf(series: readonly { span: number }[]): AreaTotals['all'] {
  return { series: nextPowerOfTwo(series.length), points: nextPowerOfTwo(sum(series, ({ span }) => span)) };
}

function withSize(counts: FigureCounts): IndicatorCounts {
  const { vintages, files, series, from, to, frequency, areas } = counts;
  const months = monthsUntil(to, 1) - monthsUntil(from, 0);
  const span = Math.max(0, (months * frequency) / MONTHS_PER_YEAR) || 0;
  return { ...counts, size: { vintages, files, series, areas: areas.size, span } };
}

/** Returns the maximum of each count over indicators, rounded up to a power of two. */
function maximumOf(indicators: readonly IndicatorCounts[]): IndicatorSize {
  const maxima = COUNT_NAMES.map((name) => [name, nextPowerOfTwo(max(indicators, ({ size }) => size[name]) ?? 0)]);
  return Object.fromEntries(maxima) as never;
}
