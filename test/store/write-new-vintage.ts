import type { Store } from '../../src/store/store.js';
import { batch } from './test-stores.js';

/** Writes a new vintage of the figures of an indicator, with one changed figure. */
export async function writeNewVintage({ figures, log }: Store, indicator: string): Promise<void> {
  const found = await figures.series({ indicators: [indicator], areas: null, breakdowns: null, asOf: null });
  const series = found.map(({ area, breakdown, points }) => ({ area, breakdown, points }));
  if (series.length === 0) throw new Error(`"${indicator}" has no figures`);
  const [first, ...others] = series[0]!.points;
  series[0] = { ...series[0]!, points: [{ ...first!, value: (first!.value ?? 0) + 1 }, ...others] };
  const digest = `edition ${Math.random()}`;
  await log.commit({ ...batch(), vintages: [{ indicator, digest, series }] });
}
