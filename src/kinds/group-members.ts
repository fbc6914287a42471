import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { MembershipSpan } from '../series/group-totals.js';
import { type Breakdown, breakdownKey } from '../model/breakdown-key.js';
import { type SeriesCell, toCell } from '../series/series-cell.js';
import { GroupComposition } from '../series/group-composition.js';
import type { SeriesTransform } from '../series/series-transform.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { StoredSeries } from '../store/figures.js';
import { readMeasureProperties } from './indicator-fields.js';

/** Which figures of the members of a group to read: those of a breakdown, in the vintage at `asOf`. */
export interface MemberFiguresQuery {
  breakdown: Breakdown;
  asOf: Date | null;
}

const GROUP = 'CountryGroup';
export const MEMBER_KIND = 'Country';

/** Whether an area is a group of countries. */
export function isGroup(code: string, { areas }: ComputedContext): boolean {
  return areas.byCode(code)?.kind === GROUP;
}

/** Returns the members of a group, with country codes and dates; null for other areas. Fixed groups have no dates. */
export async function readMembers(code: string, context: ComputedContext): Promise<readonly MembershipSpan[] | null> {
  if (!isGroup(code, context)) return null;
  const group = await context.entry(GROUP, context.areas.byCode(code)!.slug, ['isFixed', 'members']);
  const memberships = group?.record.members ?? [];
  const codes = new Map(
    context.areas.areas.flatMap(({ kind, slug, code: country }) => (kind === MEMBER_KIND ? [[slug, country]] : [])),
  );
  return memberships.flatMap((membership) => {
    const country = codes.get(membership.country);
    if (country === undefined) return [];
    if (group!.record.isFixed === true) return [{ country, from: null, to: null }];
    const { from = null, to = null } = membership;
    return [{ country, from, to }];
  });
}

/** Returns the members of a group. @throws BAD_USER_INPUT the area is not a group, or its members are unknown */
export async function requireMembers(code: string, context: ComputedContext): Promise<readonly MembershipSpan[]> {
  const members = await readMembers(code, context);
  if (members === null) throw new AppError('BAD_USER_INPUT', `"${code}" is not a group of countries.`);
  if (members.length > 0) return members;
  throw new AppError('BAD_USER_INPUT', `The member countries of "${code}" are unknown.`);
}

/** Whether a transform compares figures of different periods. */
export function isPeriodComparison({ transform }: SeriesTransform): boolean {
  return transform === 'YEAR_ON_YEAR' || transform === 'INDEX';
}

/** Returns how the membership of a group changed; null if it never did, and for other areas. */
export async function readComposition(
  area: string,
  entry: EntryOf<'Indicator'>,
  selection: MemberFiguresQuery,
  context: ComputedContext,
): Promise<GroupComposition | null> {
  return compositionOfMembers(await readMembers(area, context), entry, selection, context);
}

/** Returns the composition of a group with these members, like `readComposition`; null if no membership has dates. */
export async function compositionOfMembers(
  members: readonly MembershipSpan[] | null,
  entry: EntryOf<'Indicator'>,
  { breakdown, asOf }: MemberFiguresQuery,
  context: ComputedContext,
): Promise<GroupComposition | null> {
  if (!members?.some(({ from, to }) => from !== null || to !== null)) return null;
  const areas = [...new Set(members.map(({ country }) => country))];
  const stored = await context.figures.series(entry.slug, { areas, breakdowns: [breakdown], asOf });
  return new GroupComposition(members, cellsByArea(stored, breakdown), readMeasureProperties(entry));
}

/** Returns the cells of stored series with one breakdown, by area. */
export function cellsByArea(stored: readonly StoredSeries[], breakdown: Breakdown): Map<string, readonly SeriesCell[]> {
  const key = breakdownKey(breakdown);
  const ownSeries = stored.filter((series) => breakdownKey(series.breakdown) === key);
  return new Map(ownSeries.map(({ area, points }) => [area, points.map(toCell)]));
}
