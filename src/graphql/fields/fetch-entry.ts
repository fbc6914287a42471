import type { GraphQLResolveInfo } from 'graphql';
import { linkTarget } from '../../model/links.js';
import type { Field, Kind } from '../../model/model.js';
import type { Assembly } from '../assembly.js';
import type { Context } from '../request/context.js';
import { Entry } from '../request/entry.js';
import { mayDo } from '../../model/roles.js';

/** A value that is there at once, or is waited for. */
export type Awaitable<T> = T | Promise<T>;

/** Where entries are fetched for: the field that serves them. */
export interface Fetching {
  assembly: Assembly;
  context: Context;
  info: GraphQLResolveInfo;
}

/**
 * An entry with the fields that the query needs of it; null where there is none, or none that the viewer may see. It is
 * there at once where it is in memory.
 */
export function fetchEntry(kind: Kind, slug: string, { assembly, context, info }: Fetching): Awaitable<Entry | null> {
  if (!mayDo(context.viewer.role, kind.audience)) return null;
  const selection = assembly.entries.ofField(info, kind);
  const known = context.loaders.known(kind.name, slug, selection);
  if (known !== undefined) return known && new Entry(kind, known);
  return context.loaders.entry(kind.name, slug, selection).then((stored) => stored && new Entry(kind, stored));
}

/** The entry that a link points to: its value is a slug, or `folder/slug` where it can point to several kinds. */
export function fetchLinked(field: Field, value: string, fetching: Fetching): Awaitable<Entry | null> {
  const target = linkTarget(fetching.assembly.model, field, value);
  return target ? fetchEntry(target.kind, target.slug, fetching) : null;
}
