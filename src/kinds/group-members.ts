import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { MembershipSpan } from '../series/areas-together.js';

const GROUP = 'CountryGroup';
/** What groups have as members. */
export const COUNTRY = 'CountryProfile';

/** Whether the code is that of a group of countries. */
export function isGroup(code: string, { areas }: ComputedContext): boolean {
  return areas.byCode(code)?.kind === GROUP;
}

/**
 * The countries of a group with their times, by code; null for an area that is no group. Those of a list that is fixed
 * for statistics belong to it at all times.
 */
export async function readMembers(code: string, context: ComputedContext): Promise<readonly MembershipSpan[] | null> {
  if (!isGroup(code, context)) return null;
  const group = await context.entry(GROUP, context.areas.byCode(code)!.slug, ['isFixed', 'members']);
  const memberships = group?.record.members ?? [];
  const codes = new Map(
    context.areas.areas.flatMap(({ kind, slug, code: each }) => (kind === COUNTRY ? [[slug, each]] : [])),
  );
  return memberships.flatMap((membership) => {
    const country = codes.get(membership.country);
    if (country === undefined) return [];
    if (group!.record.isFixed === true) return [{ country, from: null, to: null }];
    const { from = null, to = null } = membership;
    return [{ country, from, to }];
  });
}

/**
 * The countries of a group with their times, where some are known.
 *
 * @throws BAD_USER_INPUT  the area is no group, or its members are not known
 */
export async function requireMembers(code: string, context: ComputedContext): Promise<readonly MembershipSpan[]> {
  const members = await readMembers(code, context);
  if (members === null) throw new AppError('BAD_USER_INPUT', `"${code}" is no group of countries.`);
  if (members.length > 0) return members;
  throw new AppError('BAD_USER_INPUT', `The countries that belong to "${code}" are not known here one by one.`);
}
