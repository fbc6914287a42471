import type { ComputedContext } from '../reading/computed-context.js';
import { emptyCell, type SeriesCell } from '../series/series-cell.js';
import type { GroupComposition } from '../series/group-composition.js';
import { ComparabilityChecker } from '../series/comparability-checker.js';
import { computeSeriesFromStoredPoints } from '../series/series-transform.js';
import { roundGrowth } from '../series/rounding.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { singleBreakdown } from './breakdowns.js';
import { readComposition } from './group-members.js';
import { checkPeriod } from './indicator-ranking.js';
import { reportListScope } from './omitted-series.js';
import { readMeasureProperties } from './indicator-fields.js';
import type { FieldArgs } from './kind-module-types.js';
import { Observation } from './observation.js';
import { readTransform } from './series-arguments.js';
import { areaReference } from './series-response.js';

type GrowthArguments = FieldArgs<'Indicator', 'growth'>;

/** Returns the change between two periods by area. Skips areas with a figure in neither period. */
export async function computeGrowth(entry: EntryOf<'Indicator'>, args: GrowthArguments, context: ComputedContext) {
  const { from, to, areas = null, asOf = null } = args;
  const properties = readMeasureProperties(entry);
  for (const period of [from, to]) checkPeriod(period, properties.frequency);
  const breakdown = singleBreakdown(entry, args.breakdown);
  const [stored, vintage] = await Promise.all([
    context.figures.series(entry.slug, { areas, breakdowns: [breakdown], asOf }),
    context.figures.vintageAt(entry.slug, asOf),
  ]);
  if (vintage === null) {
    await reportListScope({ entry, areas, breakdowns: [breakdown], asOf }, { found: [] }, context);
    return [];
  }
  const areaOrder = (area: string) => (areas ? areas.indexOf(area) : 0);
  const sorted = [...stored].sort((a, b) => areaOrder(a.area) - areaOrder(b.area) || (a.area < b.area ? -1 : 1));
  const growths = sorted.map(async ({ area, points }) => {
    const reference = areaReference(area, context);
    const { cells } = computeSeriesFromStoredPoints(points, properties, readTransform({}));
    if (!reference || !cells.some(({ period }) => period === from || period === to)) return [];
    const composition = await readComposition(area, entry, { breakdown, asOf }, context);
    return [
      { area: reference, ...describeGrowth(cells, { from, to }, composition, context), unit: properties.unit, vintage },
    ];
  });
  const fieldsByArea = await Promise.all(growths);
  const found = sorted.map(({ area }, index) => ({ area, breakdown, hasFigures: fieldsByArea[index]!.length > 0 }));
  await reportListScope({ entry, areas, breakdowns: [breakdown], asOf }, { found }, context);
  return fieldsByArea.flat();
}

function describeGrowth(
  cells: readonly SeriesCell[],
  { from, to }: Pick<GrowthArguments, 'from' | 'to'>,
  composition: GroupComposition | null,
  context: ComputedContext,
) {
  const cellAt = (period: string) => cells.find((cell) => cell.period === period) ?? emptyCell(period);
  const [before, after] = [cellAt(from), cellAt(to)];
  const guards = new ComparabilityChecker(cells, composition).notesBetween(before, after);
  const pair = composition?.membershipChanges(from, to) ? composition.likeForLike(from, to) : null;
  return {
    ...growthFields(before, after, context),
    guards,
    likeForLike: pair && { ...growthFields(pair.from, pair.to, context), countries: pair.countries },
  };
}

function growthFields(from: SeriesCell, to: SeriesCell, { reference }: ComputedContext) {
  return { from: new Observation(from, reference), to: new Observation(to, reference), ...roundGrowth(from, to) };
}
