import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { Breakdown } from '../model/breakdown-key.js';
import { groupTotal, type MembershipSpan, withoutMinorBreaks } from '../series/group-totals.js';
import type { SeriesCell } from '../series/series-cell.js';
import { GroupComposition } from '../series/group-composition.js';
import { checkTransform, computeSeries, type SeriesTransform } from '../series/series-transform.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { singleBreakdown } from './breakdowns.js';
import { cellsByArea, requireMembers } from './group-members.js';
import { readMeasureProperties } from './indicator-fields.js';
import type { FieldArgs } from './kind-module-types.js';
import { populationFor } from './population-denominator.js';
import { readTransform } from './series-arguments.js';
import { SeriesResponse } from './series-response.js';
import { shareDenominatorFor } from './share-denominator.js';

/** The sum of the members of a group, before it is transformed. */
export interface GroupTotal {
  area: string;
  breakdown: Breakdown;
  points: readonly SeriesCell[];
  toResponse(recipe: SeriesTransform): SeriesResponse;
}

interface GroupTotalsQuery {
  groups: ReadonlyMap<string, readonly MembershipSpan[]>;
  breakdowns: readonly Breakdown[];
  recipe: SeriesTransform;
  fixedAt: string | null;
  asOf: Date | null;
}

/** Sums the figures of the members of a group. For rates per population, sums their populations too. */
export async function computeGroupTotal(
  entry: EntryOf<'Indicator'>,
  args: FieldArgs<'Indicator', 'groupTotal'>,
  context: ComputedContext,
): Promise<SeriesResponse> {
  const { group, fixedAt = null, asOf = null } = args;
  const breakdowns = [singleBreakdown(entry, args.breakdown)];
  const recipe = readTransform(args);
  checkTransform(recipe, readMeasureProperties(entry));
  const groups = new Map([[group, await requireMembers(group, context)]]);
  const [total] = await computeGroupTotals(entry, { groups, breakdowns, recipe, fixedAt, asOf }, context);
  if (!total) throw new AppError('NOT_FOUND', `"${entry.slug}" had no figures at that time.`);
  return total.toResponse(recipe);
}

/** Sums the figures of the members of each group, with each breakdown. Reads the members of all groups together. */
export async function computeGroupTotals(
  entry: EntryOf<'Indicator'>,
  { groups, breakdowns, recipe, fixedAt, asOf }: GroupTotalsQuery,
  context: ComputedContext,
): Promise<GroupTotal[]> {
  const properties = readMeasureProperties(entry);
  const areas = [...new Set([...groups.values()].flat().map(({ country }) => country))];
  const [stored, denominator, population, vintage] = await Promise.all([
    context.figures.series(entry.slug, { areas, breakdowns, asOf }),
    shareDenominatorFor(entry, recipe, { areas, breakdowns, asOf }, context),
    populationFor(entry, recipe, { areas, asOf }, context),
    context.figures.vintageAt(entry.slug, asOf),
  ]);
  if (vintage === null) return [];
  const sumOf = ([group, members]: [string, readonly MembershipSpan[]], breakdown: Breakdown): GroupTotal => {
    const memberCodes = new Set(members.map(({ country }) => country));
    const cellsOfMembers = <T>(cells: ReadonlyMap<string, T>) =>
      new Map([...cells].filter(([area]) => memberCodes.has(area)));
    const cells = cellsOfMembers(cellsByArea(stored, breakdown));
    const points = groupTotal(cells, members, properties, fixedAt);
    const toResponse = (requested: SeriesTransform) => {
      const populationTotal =
        population &&
        withoutMinorBreaks(
          groupTotal(cellsOfMembers(population.cells), members, asYearly(population.properties), fixedAt),
        );
      const denominatorTotal =
        denominator &&
        groupTotal(
          new Map([...memberCodes].map((area) => [area, denominator(area, breakdown)])),
          members,
          properties,
          fixedAt,
        );
      const computed = computeSeries(points, properties, requested, {
        population: populationTotal,
        denominator: requested.shareOf === null ? denominatorTotal : denominator?.(group, breakdown),
        composition: fixedAt === null ? new GroupComposition(members, cells, properties) : null,
      });
      const metadata = {
        indicator: entry,
        area: group,
        breakdown,
        recipe: requested,
        computed,
        vintage,
        population,
      };
      return new SeriesResponse({ ...metadata, total: { fixedAt } }, context);
    };
    return { area: group, breakdown, points, toResponse };
  };
  return [...groups].flatMap((group) => breakdowns.map((breakdown) => sumOf(group, breakdown)));
}

function asYearly<T extends object>(properties: T) {
  return { ...properties, frequency: 'YEAR' as const };
}
