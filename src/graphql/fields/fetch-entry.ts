import type { GraphQLResolveInfo } from 'graphql';
import { linkTarget } from '../../model/links.js';
import type { Field, Kind } from '../../model/model.js';
import type { Assembly } from '../assembly.js';
import type { Context } from '../request/context.js';
import { Entry } from '../request/entry.js';
import { mayDo } from '../../model/roles.js';

/** Where entries are fetched for: the field that serves them. */
export interface Fetching {
  assembly: Assembly;
  context: Context;
  info: GraphQLResolveInfo;
}

/** An entry with the fields that the query needs of it; null where there is none, or none that the viewer may see. */
export async function fetchEntry(
  kind: Kind,
  slug: string,
  { assembly, context, info }: Fetching,
): Promise<Entry | null> {
  if (!mayDo(context.viewer.role, kind.audience)) return null;
  const stored = await context.loaders.entry(kind.name, slug, assembly.entries.ofField(info, kind));
  return stored && new Entry(kind, stored);
}

/** The entry that a link points to: its value is a slug, or `folder/slug` where it can point to several kinds. */
export function fetchLinked(field: Field, value: string, fetching: Fetching): Promise<Entry | null> {
  const target = linkTarget(fetching.assembly.model, field, value);
  return target ? fetchEntry(target.kind, target.slug, fetching) : Promise.resolve(null);
}
