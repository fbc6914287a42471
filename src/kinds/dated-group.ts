import type { ComputedContext } from '../reading/computed-context.js';
import type { Breakdown } from '../model/breakdown-key.js';
import { readCell } from '../series/cell.js';
import type { MembershipSpan } from '../series/areas-together.js';
import { Composition } from '../series/composition.js';
import type { Recipe } from '../series/recipe.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { readMembers } from './group-members.js';
import { readMeasured } from './measured.js';

export interface FiguresMeant {
  breakdown: Breakdown;
  asOf: Date | null;
}

/** Whether a recipe relates figures of different periods. */
export function isComparing({ transform }: Recipe): boolean {
  return transform === 'YEAR_ON_YEAR' || transform === 'INDEX';
}

/** The composition of a group over time; null for fixed areas. */
export async function readComposition(
  area: string,
  entry: EntryOf<'Indicator'>,
  meant: FiguresMeant,
  context: ComputedContext,
): Promise<Composition | null> {
  return composed(await readMembers(area, context), entry, meant, context);
}

/** As `readComposition`, for known members; null for none. */
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
