import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { MembershipSpan } from '../series/areas-together.js';

const GROUP = 'CountryGroup';
export const COUNTRY = 'CountryProfile';

export function isGroup(code: string, { areas }: ComputedContext): boolean {
  return areas.byCode(code)?.kind === GROUP;
}

/** The members of a group by country code; null for another area. Members of fixed groups have no dates. */
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

/** @throws BAD_USER_INPUT  the area is no group, or has no known members */
export async function requireMembers(code: string, context: ComputedContext): Promise<readonly MembershipSpan[]> {
  const members = await readMembers(code, context);
  if (members === null) throw new AppError('BAD_USER_INPUT', `"${code}" is no group of countries.`);
  if (members.length > 0) return members;
  throw new AppError('BAD_USER_INPUT', `The countries that belong to "${code}" are not known here one by one.`);
}
