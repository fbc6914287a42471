import { extent } from 'd3-array';
import type { SubmittedSeries } from '../records/submitted-figures.js';
import { breakdownKey } from '../model/breakdown-key.js';
import type { FigureStore } from '../store/figures.js';

/** Whether to keep the figures for periods that the imported files do not cover; null if the user has not decided. */
export type UncoveredPolicy = 'keep' | 'drop' | null;

/** Figures of the newest vintage for periods that the next one does not cover. */
export interface UncoveredFigures {
  series: readonly SubmittedSeries[];
  cells: number;
  /** Distinct periods, oldest first. */
  periods: readonly string[];
  /** Sorted slugs of the sources. */
  sources: readonly string[];
}

/** Returns the figures of the newest vintage for periods that the next one does not cover; null if there are none. */
export async function findUncoveredFigures(
  figures: Pick<FigureStore, 'coverage' | 'series'>,
  indicator: string,
  next: readonly SubmittedSeries[],
): Promise<UncoveredFigures | null> {
  const covered = (await figures.coverage([indicator])).get(indicator);
  const { first, last } = periodExtent(next);
  const isCovered = (covered?.from ?? first) >= first && (covered?.to ?? last) <= last;
  if (isCovered) return null;
  const stored = await figures.series({ indicators: [indicator], areas: null, breakdowns: null, asOf: null });
  const series = stored.flatMap(({ area, breakdown, points }) => {
    const outsidePoints = points.filter(({ period, value }) => value !== null && (period < first || period > last));
    return outsidePoints.length === 0 ? [] : [{ area, breakdown, points: outsidePoints }];
  });
  if (series.length === 0) return null;
  const points = series.flatMap((item) => item.points);
  const each = <T>(values: readonly T[]) => [...new Set(values)].sort();
  return {
    series,
    cells: points.length,
    periods: each(points.map(({ period }) => period)),
    sources: each(points.flatMap(({ source }) => source ?? [])),
  };
}

/** Adds the retained figures of uncovered periods to the series of the next vintage. */
export function addRetainedFigures(
  next: readonly SubmittedSeries[],
  uncovered: readonly SubmittedSeries[],
): SubmittedSeries[] {
  const seriesByKey = new Map<string, SubmittedSeries>();
  for (const series of [...next, ...uncovered]) {
    const name = `${series.area} ${breakdownKey(series.breakdown)}`;
    const existing = seriesByKey.get(name);
    seriesByKey.set(name, existing ? { ...existing, points: [...existing.points, ...series.points] } : series);
  }
  return [...seriesByKey.values()];
}

/** Returns why files that lack periods are rejected, and the options to accept them; null if they are accepted. */
export function uncoveredProblem(
  { cells, periods, sources }: UncoveredFigures,
  source: string,
  policy: UncoveredPolicy,
): { reason: string; options: string | null } | null {
  const message = `${cells} figures of the newest edition are of periods that the files do not cover (${formatPeriods(periods)})`;
  const isSameSource = sources.includes(source);
  if (policy === null && !isSameSource) return { reason: message, options: '--uncovered keep or --uncovered drop' };
  if (policy === 'drop' || !isSameSource) return null;
  const reason = `${message} and were read in "${source}" as well, so that the two editions could not be distinguished. To keep them, add a source for the new figures to the content, and name it with --source and --uncovered keep`;
  return { reason, options: '--uncovered drop' };
}

/** Formats periods, such as "2012, 2013", or "2012 to 2019" for more than four. */
export function formatPeriods(periods: readonly string[]): string {
  return periods.length <= 4 ? periods.join(', ') : `${periods[0]} to ${periods.at(-1)}`;
}

/** First and last period; both are empty strings if there are no figures. */
export interface PeriodExtent {
  first: string;
  last: string;
}

export function periodExtent(series: readonly SubmittedSeries[]): PeriodExtent {
  const [first = '', last = ''] = extent(series.flatMap(({ points }) => points.map(({ period }) => period)));
  return { first, last };
}
