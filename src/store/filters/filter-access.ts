import { type Field, findField, type LinkOrigin, type Model, type Role } from '../../model/model.js';
import { hasRole, accessDeniedError } from '../../model/roles.js';

/** Rejects filters, orders and facets by fields that the role may not read. @throws UNAUTHENTICATED, FORBIDDEN */
export function rejectWithheldFields(model: Model, role: Role, fields: readonly Field[]): void {
  for (const field of fields) {
    const neededRole = missingRole(model, role, field);
    if (neededRole) throw accessDeniedError(role, `"${field.name}" requires the role ${neededRole}; remove it.`);
  }
}

/** Whether a role may read the kind and the fields of a link origin. */
export function mayReadLinkOrigin(model: Model, role: Role, origin: LinkOrigin): boolean {
  if (!hasRole(role, model.kind(origin.kind).audience)) return false;
  let shape = model.shape(origin.kind);
  return origin.path.every((name) => {
    const field = findField(shape, name);
    if (field?.category === 'object') shape = model.shape(field.type);
    return field !== undefined && hasRole(role, field.audience);
  });
}

/** Returns the role that a field or its link requires; null if `role` is sufficient. */
function missingRole(model: Model, role: Role, { audience, link }: Field): Role | null {
  if (!hasRole(role, audience)) return audience;
  const targetAudience = link?.members
    .map((name) => model.kind(name).audience)
    .find((kindAudience) => !hasRole(role, kindAudience));
  return targetAudience ?? null;
}
