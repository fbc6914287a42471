import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { groupTotal, withoutMinorBreaks } from '../series/group-totals.js';
import { toCell } from '../series/cell.js';
import type { SeriesCell } from '../series/cell.js';
import { Composition } from '../series/composition.js';
import { checkTransform, computeSeries } from '../series/series-transform.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { StoredSeries } from '../store/figures.js';
import type { RequestedBreakdowns } from './breakdowns.js';
import { oneBreakdown } from './breakdowns.js';
import { requireMembers } from './group-members.js';
import { readMeasured } from './measured.js';
import { populationFor } from './population.js';
import type { TransformArguments } from './series-arguments.js';
import { readTransform } from './series-arguments.js';
import { ServedSeries } from './served-series.js';
import { shareDenominatorFor } from './share-denominator.js';

interface GroupTotalArguments extends TransformArguments {
  group: string;
  fixedAt?: string | null;
  breakdown?: RequestedBreakdowns;
}

/** Sums the figures of the members of a group. For rates per population, sums their populations too. */
export async function computeGroupTotal(
  entry: EntryOf<'Indicator'>,
  args: GroupTotalArguments,
  context: ComputedContext,
): Promise<ServedSeries> {
  const { group, fixedAt = null, asOf = null } = args;
  const breakdown = oneBreakdown(entry, args.breakdown);
  const recipe = readTransform(args);
  const measured = readMeasured(entry);
  checkTransform(recipe, measured);
  const members = await requireMembers(group, context);
  const areas = [...new Set(members.map(({ country }) => country))];
  const read = (slug: string, breakdowns: readonly Readonly<Record<string, string>>[]) =>
    context.figures.series(slug, { areas, breakdowns, asOf });
  const [stored, denominator, population, vintage] = await Promise.all([
    read(entry.slug, [breakdown]),
    shareDenominatorFor(entry, recipe, { areas, breakdowns: [breakdown], asOf }, context),
    populationFor(entry, { recipe, asOf }, (slug) => read(slug, [{}]), context),
    context.figures.vintageAt(entry.slug, asOf),
  ]);
  if (vintage === null) throw new AppError('NOT_FOUND', `"${entry.slug}" had no figures at that time.`);
  const people =
    population && withoutMinorBreaks(groupTotal(population.cells, members, yearly(population.measured), fixedAt));
  const cells = cellsByArea(stored);
  const total = groupTotal(cells, members, measured, fixedAt);
  const wholes =
    denominator &&
    groupTotal(new Map(areas.map((area) => [area, denominator(area, breakdown)])), members, measured, fixedAt);
  const composition = fixedAt === null ? new Composition(members, cells, measured) : null;
  const worked = computeSeries(total, measured, recipe, {
    population: people,
    denominator: recipe.shareOf === null ? wholes : denominator?.(group, breakdown),
    composition,
  });
  return new ServedSeries(
    {
      indicator: entry,
      area: group,
      breakdown,
      recipe,
      worked,
      vintage,
      population,
      total: { fixedAt },
    },
    context,
  );
}

function cellsByArea(stored: readonly StoredSeries[]): Map<string, readonly SeriesCell[]> {
  return new Map(stored.map(({ area, points }) => [area, points.map(toCell)]));
}

function yearly<T extends object>(measured: T) {
  return { ...measured, frequency: 'YEAR' as const };
}
