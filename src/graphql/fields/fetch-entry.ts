import { getNamedType, type GraphQLResolveInfo } from 'graphql';
import { redirectsToOtherKind, parseFolderKey } from '../../model/entry-key.js';
import { parseLinkValue } from '../../model/links.js';
import type { Field, Kind } from '../../model/model.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import type { Context } from '../request/context.js';
import { Entry } from '../request/entry.js';
import { hasRole } from '../../model/roles.js';

/** Resolver registry, request context and field info, which fetching an entry requires. */
export interface FetchContext {
  registry: ResolverRegistry;
  context: Context;
  info: GraphQLResolveInfo;
}

/** Returns an entry with the selected fields; null if the viewer sees no such entry. */
export async function fetchEntry(kind: Kind, slug: string, fetchContext: FetchContext): Promise<Entry | null> {
  const { registry, context, info } = fetchContext;
  if (!hasRole(context.viewer.role, kind.audience)) return null;
  const stored = await context.loaders.entry(kind.name, slug, registry.entrySelections.ofField(info, kind));
  if (!stored) return null;
  // The entry may redirect to another kind, which is returned if the type of the field allows it.
  const target = redirectsToOtherKind(stored.movedTo) ? parseFolderKey(registry.model, stored.movedTo) : null;
  const isReturnable = target?.kind.interfaces.includes(getNamedType(info.returnType).name);
  return target && isReturnable ? fetchEntry(target.kind, target.slug, fetchContext) : new Entry(kind, stored);
}

/** Returns the target of a link, given as a slug or `folder/slug`; null if it is not visible. */
export async function fetchLinkTarget(field: Field, value: string, fetchContext: FetchContext): Promise<Entry | null> {
  const target = parseLinkValue(fetchContext.registry.model, field, value);
  return target ? fetchEntry(target.kind, target.slug, fetchContext) : null;
}
