import { createHash } from 'node:crypto';
import { breakdownKey } from '../model/breakdown-key.js';
import type { SeriesVintage, StoredPoint, StoredSeries, Vintage } from '../store/figures.js';
import type { ChangedBy } from './edited-since.js';

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

/**
 * Says who changed the figures of an entry, which files and database have differently.
 *
 * @param vintages  those of the database, the oldest first
 * @param inFile    the digest of the figures of the file
 * @param common    the digest of the figures that both last had; null or undefined where that is not known. Then what was
 *                  imported is taken to be news to the files, and all else to come from them
 */
export function figuresChangedBy(
  vintages: readonly Pick<Vintage, 'digest' | 'provenance'>[],
  inFile: string,
  common: string | null | undefined,
): ChangedBy {
  const newest = vintages.at(-1);
  const isKnown = vintages.some(({ digest }) => digest === common);
  const isTheirs = isKnown ? newest?.digest !== common : newest?.provenance != null;
  if (!isTheirs) return 'FILES';
  const isOld = isKnown ? inFile === common : vintages.some(({ digest }) => digest === inFile);
  return isOld ? 'DATABASE' : 'BOTH';
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
