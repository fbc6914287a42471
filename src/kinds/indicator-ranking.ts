import { AppError } from '../errors.js';
import type { ComputedContext } from '../graphql/computed.js';
import { membersAt, ranked } from '../series/areas-together.js';
import type { Cell } from '../series/cell.js';
import { cellOf } from '../series/cell.js';
import { readPeriod } from '../series/period.js';
import type { WorkedOut } from '../series/recipe.js';
import { checkRecipe, workedOut } from '../series/recipe.js';
import type { StoredEntry } from '../store/store.js';
import type { AskedBreakdowns } from './breakdowns.js';
import { oneBreakdown } from './breakdowns.js';
import { isCountry, knownMembersOf } from './group-members.js';
import { measuredOf } from './measured.js';
import { observation } from './observation.js';
import { populationFor } from './population.js';
import type { RecipeArguments } from './series-arguments.js';
import { recipeOf, wanted } from './series-arguments.js';
import { areaReference } from './served-series.js';

interface RankingArguments extends Omit<RecipeArguments, 'from' | 'to'> {
  period?: string | null;
  breakdown?: AskedBreakdowns;
  within?: string | null;
  first?: number | null;
}

const USUAL_PLACES = 10;
const MOST_PLACES = 100;

/** The countries in the order of their figures for one period, the greatest first. */
export async function rankingOf(entry: StoredEntry, args: RankingArguments, context: ComputedContext) {
  const first = wanted(args.first, USUAL_PLACES, MOST_PLACES);
  const { asOf = null, within = null } = args;
  const breakdown = oneBreakdown(entry, args.breakdown);
  const recipe = recipeOf({ ...args, from: null, to: null });
  const measured = measuredOf(entry);
  checkRecipe(recipe, measured);
  const [stored, population, members] = await Promise.all([
    context.series(entry.slug, { areas: null, breakdowns: [breakdown], asOf }),
    populationFor(
      entry,
      { recipe, asOf },
      (slug) => context.series(slug, { areas: null, breakdowns: [{}], asOf }),
      context,
    ),
    within === null ? null : knownMembersOf(within, context),
  ]);
  const worked = new Map<string, WorkedOut>(
    stored
      .filter(({ area }) => isCountry(area, context))
      .map(({ area, points }) => [
        area,
        workedOut(points.map(cellOf), measured, recipe, { population: population?.cells.get(area) }),
      ]),
  );
  const period = args.period ?? usualPeriod([...worked.values()]);
  if (period === null) return [];
  checkPeriod(period, recipe.frequency ?? measured.frequency);
  const isMeant = members && new Set(membersAt(members, period));
  const cells = new Map<string, Cell>();
  for (const [area, each] of worked) {
    const cell = each.cells.find((one) => one.period === period);
    if (cell && (!isMeant || isMeant.has(area))) cells.set(area, cell);
  }
  const canBeShared = recipe.transform === null || recipe.transform === 'CUMULATIVE';
  return ranked(cells, canBeShared ? measured : { ...measured, measure: 'RATE' })
    .slice(0, first)
    .map(({ area, rank, cell, share }) => ({
      rank,
      area: areaReference(area, context),
      value: cell.value,
      share,
      unit: worked.get(area)!.unit,
      observation: observation(cell, context.reference),
    }));
}

/** The latest period for which at least half of the countries that have figures have one. */
function usualPeriod(worked: readonly WorkedOut[]): string | null {
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
