import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { withoutMinorBreaks } from '../series/group-totals.js';
import type { SeriesCell } from '../series/series-cell.js';
import {
  AS_REPORTED,
  computeSeriesFromStoredPoints,
  type MeasureWithUnit,
  type SeriesTransform,
} from '../series/series-transform.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { Vintage } from '../store/figures.js';
import { isGroup } from './group-members.js';
import { TOTAL_FIELDS, readMeasureProperties } from './indicator-fields.js';

/** The population by which the figures of a series are divided. */
export interface Population {
  slug: string;
  properties: MeasureWithUnit;
  /** Vintage of the population; null if there is none. */
  vintage: Vintage | null;
  /** Yearly cells by area code. */
  cells: ReadonlyMap<string, readonly SeriesCell[]>;
}

interface PopulationQuery {
  /** Area codes, or null for all areas. Reads of a single code are batched. */
  areas: readonly string[] | string | null;
  asOf: Date | null;
}

/** Returns the population to divide by; null if the transform needs none. @throws BAD_USER_INPUT it is not available */
export async function populationFor(
  entry: EntryOf<'Indicator'>,
  { transform }: SeriesTransform,
  { areas, asOf }: PopulationQuery,
  context: ComputedContext,
): Promise<Population | null> {
  if (transform !== 'PER_100K') return null;
  const slug = entry.record.population;
  if (slug == null) {
    throw new AppError('BAD_USER_INPUT', `"${entry.slug}" has no population series, so rates cannot be computed.`);
  }
  const { figures } = context;
  const query = { breakdowns: [{}], asOf };
  const [populationEntry, series, vintage] = await Promise.all([
    context.entry(entry.kind, slug, TOTAL_FIELDS),
    typeof areas === 'string' ? figures.seriesOf(slug, areas, query) : figures.series(slug, { areas, ...query }),
    figures.vintageAt(slug, asOf),
  ]);
  if (!populationEntry || populationEntry.status === 'RETIRED') {
    throw new AppError('BAD_USER_INPUT', `The population series "${slug}" of "${entry.slug}" is not available.`);
  }
  const properties = readMeasureProperties(populationEntry);
  const yearly = { ...AS_REPORTED, frequency: 'YEAR' as const };
  const cells = new Map(
    series.map(({ area, points }) => {
      const { cells: years } = computeSeriesFromStoredPoints(points, properties, yearly);
      return [area, isGroup(area, context) ? withoutMinorBreaks(years) : years] as const;
    }),
  );
  return { slug, properties, vintage, cells };
}
