import type { GraphQLResolveInfo } from 'graphql';
import type { ResolverRegistry } from '../resolver-registry.js';
import type { Context } from '../request/context.js';
import type { EntryReference } from '../../reading/entry-reference.js';
import { Entry } from '../request/entry.js';
import { ALL_FIELDS } from '../selection/entry-selection.js';

/** Resolver arguments of the field that returns search hits, and the selection paths from there to an entry. */
export interface HitContext {
  registry: ResolverRegistry;
  context: Context;
  info: GraphQLResolveInfo;
  paths: readonly (readonly string[])[];
  /** Whether to load all record fields, for values that are computed from all texts. */
  isComplete?: boolean;
}

interface LoadedHit<T> {
  result: T;
  entry: Entry | EntryReference;
}

/** Loads the entries of search hits, in order. Omits hits whose entry has since been withdrawn. */
export async function loadSearchHits<T>(
  results: readonly T[],
  referenceOf: (result: T) => EntryReference,
  { registry, context, info, paths, isComplete = false }: HitContext,
): Promise<LoadedHit<T>[]> {
  const hits = await Promise.all(
    results.map(async (result): Promise<LoadedHit<T> | null> => {
      const reference = referenceOf(result);
      const kind = registry.model.kind(reference.kind);
      const selection = isComplete ? ALL_FIELDS : registry.entrySelections.atPaths(info, kind, paths);
      if (selection === null) return { result, entry: reference };
      const stored = await context.loaders.entry(kind.name, reference.slug, selection);
      if (!stored || stored.status === 'RETIRED') return null;
      return { result, entry: new Entry(kind, stored) };
    }),
  );
  return hits.filter((hit) => hit !== null);
}
