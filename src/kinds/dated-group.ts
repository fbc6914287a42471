import type { ComputedContext } from '../reading/computed-context.js';
import type { Breakdown } from '../model/breakdown-key.js';
import { readCell } from '../series/cell.js';
import type { MembershipSpan } from '../series/areas-together.js';
import { Composition } from '../series/composition.js';
import type { Recipe } from '../series/recipe.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { readMembers } from './group-members.js';
import { readMeasured } from './measured.js';

/** Which figures of an indicator are meant. */
export interface FiguresMeant {
  breakdown: Breakdown;
  asOf: Date | null;
}

/** Whether a recipe compares figures of one series with each other. */
export function isComparing({ transform }: Recipe): boolean {
  return transform === 'YEAR_ON_YEAR' || transform === 'INDEX';
}

/** The countries of a group over time with their figures; null for an area whose members are always the same. */
export async function readComposition(
  area: string,
  entry: EntryOf<'Indicator'>,
  meant: FiguresMeant,
  context: ComputedContext,
): Promise<Composition | null> {
  return composed(await readMembers(area, context), entry, meant, context);
}

/** The same of an area of which the members are known; null for those of no group. */
export async function composed(
  members: readonly MembershipSpan[] | null,
  entry: EntryOf<'Indicator'>,
  { breakdown, asOf }: FiguresMeant,
  context: ComputedContext,
): Promise<Composition | null> {
  if (!members?.some(({ from, to }) => from !== null || to !== null)) return null;
  const areas = [...new Set(members.map(({ country }) => country))];
  const stored = await context.figures.series(entry.slug, { areas, breakdowns: [breakdown], asOf });
  const cells = new Map(stored.map((each) => [each.area, each.points.map(readCell)]));
  return new Composition(members, cells, readMeasured(entry));
}
