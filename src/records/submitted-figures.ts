import { createHash } from 'node:crypto';
import { breakdownKey } from '../model/breakdown-key.js';
import type { VintageToWrite, StoredSeries, Vintage } from '../store/figures.js';
import type { ChangedBy } from './find-database-edits.js';

/** A series of a vintage that is not stored yet. */
export type SubmittedSeries = Omit<StoredSeries, 'vintage' | 'indicator'>;

/** Constraints on the figures of an entry. */
export interface FigureConstraints {
  frequency: 'YEAR' | 'QUARTER' | 'MONTH' | null;
  /** Codes by dimension, including the code of the total. */
  dimensions: readonly { name: string; codes: readonly string[]; total: string | null }[];
  /** Type name of the kind of sources. */
  sources: string;
}

/** Creates a vintage from all figures of an entry, sorted by area, breakdown and period. */
export function createVintage(indicator: string, figures: readonly SubmittedSeries[]): VintageToWrite {
  const series = figures
    .map((each) => ({ sortKey: digestKey(each), each }))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
    .map(({ each }) => ({ ...each, points: [...each.points].sort((a, b) => (a.period < b.period ? -1 : 1)) }));
  return { indicator, digest: computeDigest(series), series };
}

/**
 * Determines who changed figures that differ between files and database: the files, the database or both.
 * @param vintages vintages in the database, oldest first
 * @param common digest in the merge base; if unknown, only imported figures count as changed in the database
 */
export function findFiguresChangedBy(
  vintages: readonly Pick<Vintage, 'digest' | 'provenance'>[],
  inFile: string,
  common: string | null | undefined,
): ChangedBy {
  const newest = vintages.at(-1);
  const isKnown = vintages.some(({ digest }) => digest === common);
  const isChangedInDatabase = isKnown ? newest?.digest !== common : newest?.provenance != null;
  if (!isChangedInDatabase) return 'FILES';
  const isOld = isKnown ? inFile === common : vintages.some(({ digest }) => digest === inFile);
  return isOld ? 'DATABASE' : 'BOTH';
}

function computeDigest(series: readonly SubmittedSeries[]): string {
  const hash = createHash('sha256');
  for (const seriesItem of series) {
    hash.update(`${digestKey(seriesItem)}\n`);
    for (const { period, value, state, flags, source, note, lower = null, upper = null } of seriesItem.points) {
      const bounds = lower === null && upper === null ? [] : [lower, upper];
      hash.update(`${JSON.stringify([period, value, state, [...flags].sort(), source, note, ...bounds])}\n`);
    }
  }
  return hash.digest('hex');
}

/** Returns the key of a series in a digest. The separator must not change, because digests are stored. */
function digestKey({ area, breakdown }: Pick<SubmittedSeries, 'area' | 'breakdown'>): string {
  return [area, ...breakdownKey(breakdown).split('&')].join('\u001f');
}
