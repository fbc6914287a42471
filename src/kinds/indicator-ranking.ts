import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { membersAt, ranked } from '../series/areas-together.js';
import type { Cell } from '../series/cell.js';
import { mixesVintages } from '../series/cell.js';
import { readPeriod } from '../series/period.js';
import type { ComputedSeries } from '../series/recipe.js';
import { checkRecipe, computeStored } from '../series/recipe.js';
import { roundedPercent } from '../series/rounding.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { AskedBreakdowns } from './breakdowns.js';
import { oneBreakdown } from './breakdowns.js';
import { requireMembers } from './group-members.js';
import { readMeasured } from './measured.js';
import { observation } from './observation.js';
import { populationFor } from './population.js';
import type { RankedAmong } from './ranked-areas.js';
import { isAmong, leaveOutWholes } from './ranked-areas.js';
import type { RecipeArguments } from './series-arguments.js';
import { readRecipe, wanted } from './series-arguments.js';
import { areaReference } from './served-series.js';
import { wholeFor } from './whole.js';

interface RankingArguments extends Omit<RecipeArguments, 'from' | 'to'> {
  period?: string | null;
  breakdown?: AskedBreakdowns;
  within?: string | null;
  among?: RankedAmong | null;
  first?: number | null;
}

const USUAL_PLACES = 10;
const MOST_PLACES = 100;

/** The countries, or the routes, in the order of their figures for one period, the greatest first. */
export async function rankAreas(entry: EntryOf<'Indicator'>, args: RankingArguments, context: ComputedContext) {
  const first = wanted(args.first, USUAL_PLACES, MOST_PLACES);
  const { asOf = null, within = null } = args;
  const among = args.among ?? 'COUNTRIES';
  const breakdown = oneBreakdown(entry, args.breakdown);
  const recipe = readRecipe({ ...args, from: null, to: null });
  const measured = readMeasured(entry);
  checkRecipe(recipe, measured);
  if (within !== null && among === 'ROUTES') {
    throw new AppError('BAD_USER_INPUT', 'Routes are not within a group of countries; leave out "within".');
  }
  const [stored, whole, population, members, vintage] = await Promise.all([
    context.series(entry.slug, { areas: null, breakdowns: [breakdown], asOf }),
    wholeFor(entry, recipe, { areas: null, breakdowns: [breakdown], asOf }, context),
    populationFor(
      entry,
      { recipe, asOf },
      (slug) => context.series(slug, { areas: null, breakdowns: [{}], asOf }),
      context,
    ),
    within === null ? null : requireMembers(within, context),
    context.vintageAt(entry.slug, asOf),
  ]);
  const worked = new Map<string, ComputedSeries>(
    stored
      .filter(({ area }) => isAmong(area, among, context))
      .map(({ area, points }) => {
        const beside = { population: population?.cells.get(area), whole: whole?.(area, breakdown) };
        return [area, computeStored(points, measured, recipe, beside)];
      }),
  );
  const period = args.period ?? usualPeriod([...worked.values()]);
  if (period === null || vintage === null) return [];
  checkPeriod(period, recipe.frequency ?? measured.frequency);
  const isMeant = members && new Set(membersAt(members, period));
  const cells = new Map<string, Cell>();
  for (const [area, each] of worked) {
    const cell = each.cells.find((one) => one.period === period);
    if (cell && (!isMeant || isMeant.has(area))) cells.set(area, cell);
  }
  if (among === 'ROUTES') await leaveOutWholes(cells, context);
  const canBeShared = recipe.transform === null || recipe.transform === 'CUMULATIVE';
  const guards = mixesVintages([...cells.values()]) ? (['VINTAGES_DIFFER'] as const) : [];
  return ranked(cells, canBeShared ? measured : { ...measured, measure: 'RATE' })
    .slice(0, first)
    .map(({ area, rank, cell, share }) => ({
      rank,
      area: areaReference(area, context)!,
      value: cell.value!,
      share: roundedPercent(share),
      unit: worked.get(area)!.unit,
      observation: observation(cell, context.reference),
      vintage,
      population: population && context.reference(entry.kind, population.slug),
      populationVintage: population && population.vintage,
      guards,
    }));
}

/** The latest period for which at least half of the countries that have figures have one. */
function usualPeriod(worked: readonly ComputedSeries[]): string | null {
  const counts = new Map<string, number>();
  for (const { cells } of worked) {
    for (const { period, value } of cells) if (value !== null) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const countries = worked.filter(({ cells }) => cells.some(({ value }) => value !== null)).length;
  const enough = [...counts].filter(([, count]) => 2 * count >= countries).map(([period]) => period);
  return (enough.length > 0 ? enough : [...counts.keys()]).sort().at(-1) ?? null;
}

/** Checks that a period is one of a frequency. @throws BAD_USER_INPUT */
export function checkPeriod(period: string, frequency: string): void {
  if (readPeriod(period)?.frequency === frequency) return;
  throw new AppError(
    'BAD_USER_INPUT',
    `"${period}" is no ${frequency.toLowerCase()}, and the figures are by ${frequency.toLowerCase()}.`,
  );
}
