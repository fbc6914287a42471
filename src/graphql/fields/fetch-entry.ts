import type { GraphQLResolveInfo } from 'graphql';
import { linkTarget } from '../../model/links.js';
import type { Field, Kind } from '../../model/model.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import type { Context } from '../request/context.js';
import { Entry } from '../request/entry.js';
import { hasRole } from '../../model/roles.js';

export type Awaitable<T> = T | Promise<T>;

/** Assembly, context and field info for fetching entries. */
export interface Fetching {
  assembly: ResolverRegistry;
  context: Context;
  info: GraphQLResolveInfo;
}

/**
 * Returns an entry with the selected fields; null if there is no entry that is visible to the viewer. Synchronous if
 * cached.
 */
export function fetchEntry(kind: Kind, slug: string, { assembly, context, info }: Fetching): Awaitable<Entry | null> {
  if (!hasRole(context.viewer.role, kind.audience)) return null;
  const selection = assembly.entries.ofField(info, kind);
  const known = context.loaders.known(kind.name, slug, selection);
  if (known !== undefined) return known && new Entry(kind, known);
  return context.loaders.entry(kind.name, slug, selection).then((stored) => stored && new Entry(kind, stored));
}

/**
 * Returns the target of a link; null if it is not visible.
 * @param value a slug, or `folder/slug` if the field links to several kinds
 */
export function fetchLinked(field: Field, value: string, fetching: Fetching): Awaitable<Entry | null> {
  const target = linkTarget(fetching.assembly.model, field, value);
  return target ? fetchEntry(target.kind, target.slug, fetching) : null;
}
