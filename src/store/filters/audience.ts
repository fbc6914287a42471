import type { Field, Model, LinkOrigin, Role } from '../../model/model.js';
import { findField } from '../../model/model.js';
import { hasRole, accessDeniedError } from '../../model/roles.js';

/**
 * Rejects filters, orders and facets on fields that a role may not see, and on links that it may not follow, whatever
 * the data.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN
 */
export function rejectWithheldFields(model: Model, role: Role, fields: readonly Field[]): void {
  for (const field of fields) {
    const needed = withheldFor(model, role, field);
    if (needed) throw accessDeniedError(role, `"${field.name}" is for the role ${needed}; leave it out.`);
  }
}

/** Whether a role may see by which link entries refer to another. */
export function maySeeOrigin(model: Model, role: Role, origin: LinkOrigin): boolean {
  if (!hasRole(role, model.kind(origin.kind).audience)) return false;
  let shape = model.shape(origin.kind);
  return origin.path.every((name) => {
    const field = findField(shape, name);
    if (field?.nature === 'object') shape = model.shape(field.type);
    return field !== undefined && hasRole(role, field.audience);
  });
}

/** The role that a field needs, where it is higher than this one. */
function withheldFor(model: Model, role: Role, { audience, link }: Field): Role | null {
  if (!hasRole(role, audience)) return audience;
  const far = link?.members.map((name) => model.kind(name).audience).find((needed) => !hasRole(role, needed));
  return far ?? null;
}
