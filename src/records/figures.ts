import { createHash } from 'node:crypto';
import { breakdownKey } from '../model/breakdown-key.js';
import type { SeriesVintage, StoredPoint, StoredSeries } from '../store/figures.js';

/** One series of a vintage that has not been written yet. */
export type SeriesFigures = Omit<StoredSeries, 'vintage' | 'indicator'>;

/** What figures of an entry may hold, as its record says. */
export interface FiguresShape {
  /** The frequency that its periods have. */
  frequency: 'YEAR' | 'QUARTER' | 'MONTH' | null;
  /** The dimensions by which the figures are broken down, each with its codes and the one that stands for all. */
  dimensions: readonly { name: string; codes: readonly string[]; total: string | null }[];
  /** Type name of the kind of entry that a figure's source is. */
  sources: string;
}

/** All figures of an entry as one vintage: series by area and breakdown, points oldest first, and their digest. */
export function vintageFrom(indicator: string, figures: readonly SeriesFigures[]): SeriesVintage {
  const series = figures
    .map((each) => ({ sortKey: digestedKey(each), each }))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
    .map(({ each }) => ({ ...each, points: [...each.points].sort(byPeriod) }));
  return { indicator, digest: computeDigest(series), series };
}

function byPeriod(a: StoredPoint, b: StoredPoint): number {
  return a.period < b.period ? -1 : 1;
}

function computeDigest(series: readonly SeriesFigures[]): string {
  const hash = createHash('sha256');
  for (const each of series) {
    hash.update(`${digestedKey(each)}\n`);
    for (const { period, value, state, flags, source, note, lower = null, upper = null } of each.points) {
      const bounds = lower === null && upper === null ? [] : [lower, upper];
      hash.update(`${JSON.stringify([period, value, state, [...flags].sort(), source, note, ...bounds])}\n`);
    }
  }
  return hash.digest('hex');
}

/** The key of a series as digests have it: those of vintages that are in databases were made with this separator. */
function digestedKey({ area, breakdown }: Pick<SeriesFigures, 'area' | 'breakdown'>): string {
  return [area, ...breakdownKey(breakdown).split('&')].join('\u001f');
}
