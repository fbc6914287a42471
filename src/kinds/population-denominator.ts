import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { withoutMinorBreaks } from '../series/group-totals.js';
import type { SeriesCell } from '../series/series-cell.js';
import type { MeasuredUnit, SeriesTransform } from '../series/series-transform.js';
import { AS_REPORTED, computeStored } from '../series/series-transform.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { StoredSeries, Vintage } from '../store/figures.js';
import { isGroup } from './group-members.js';
import { TOTAL_FIELDS, readMeasured, readPopulation } from './indicator-fields.js';

export interface Population {
  slug: string;
  measured: MeasuredUnit;
  /** Vintage of the population; null if there is none. */
  vintage: Vintage | null;
  /** Yearly cells by area code. */
  cells: ReadonlyMap<string, readonly SeriesCell[]>;
}

/**
 * Returns the population to divide by; null if the transform needs none.
 * @param load  reads the totals of the population series
 * @throws BAD_USER_INPUT  the indicator has no visible population series
 */
export async function populationFor(
  entry: EntryOf<'Indicator'>,
  { recipe: { transform }, asOf }: { recipe: SeriesTransform; asOf: Date | null },
  load: (indicator: string) => Promise<readonly StoredSeries[]>,
  context: ComputedContext,
): Promise<Population | null> {
  if (transform !== 'PER_100K') return null;
  const slug = readPopulation(entry);
  if (slug === null) {
    throw new AppError('BAD_USER_INPUT', `"${entry.slug}" has no population series, so rates cannot be computed.`);
  }
  const [people, series, vintage] = await Promise.all([
    context.entry(entry.kind, slug, TOTAL_FIELDS),
    load(slug),
    context.figures.vintageAt(slug, asOf),
  ]);
  if (!people || people.status === 'RETIRED') {
    throw new AppError('BAD_USER_INPUT', `The population series "${slug}" of "${entry.slug}" is not available.`);
  }
  const measured = readMeasured(people);
  const yearly = { ...AS_REPORTED, frequency: 'YEAR' as const };
  const cells = new Map(
    series.map(({ area, points }) => {
      const { cells: years } = computeStored(points, measured, yearly);
      return [area, isGroup(area, context) ? withoutMinorBreaks(years) : years] as const;
    }),
  );
  return { slug, measured, vintage, cells };
}
