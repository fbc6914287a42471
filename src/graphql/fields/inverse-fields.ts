import type DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { entryKindName, type Inverse, type Kind } from '../../model/model.js';
import { resolveAreaArguments } from './area-arguments.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { toConnection } from './connection.js';
import type { Context } from '../request/context.js';
import type { Entry } from '../request/entry.js';
import type { Page } from '../../store/entries.js';
import { type ListArguments, pageQuery } from '../selection/page-query.js';
import { hasRole } from '../../model/roles.js';

const NO_SORT_PATHS: ReadonlyMap<string, readonly string[]> = new Map();

/** Registers the inverse fields of links. */
export function registerInverseFields(registry: ResolverRegistry): void {
  for (const kind of registry.model.kinds) {
    for (const inverse of kind.inverses) registerInverse(registry, kind, inverse);
  }
}

function registerInverse(registry: ResolverRegistry, kind: Kind, inverse: Inverse): void {
  const loaders = new InversePageLoaders(registry, kind, inverse);
  registry.addResolver<Entry, ListArguments>(kind.name, inverse.name, async (entry, args, context, info) => {
    const page = await loaders.loaderOf(args, context, info).load(entry.slug);
    return toConnection(registry.model, page, inverse);
  });
}

/** Provides the loaders of the pages of an inverse field. The store query is built once for all parents. */
class InversePageLoaders {
  private readonly linkingKinds: readonly Kind[];

  constructor(
    private readonly registry: ResolverRegistry,
    private readonly kind: Kind,
    private readonly inverse: Inverse,
  ) {
    const kindNames = new Set(inverse.origins.map((origin) => origin.kind));
    this.linkingKinds = [...kindNames].map((name) => registry.model.kind(name));
  }

  loaderOf(args: ListArguments, context: Context, info: GraphQLResolveInfo): DataLoader<string, Page> {
    const { inverseByField } = context.loaders;
    // Only fields with a single node share a loader: merged fields can have the same first node but different nodes.
    const [node] = info.fieldNodes.length === 1 ? info.fieldNodes : [];
    const loader = (node && inverseByField.get(node)) ?? this.createLoader(args, context, info);
    if (node) inverseByField.set(node, loader);
    return loader;
  }

  private createLoader(args: ListArguments, context: Context, info: GraphQLResolveInfo): DataLoader<string, Page> {
    const { registry, kind, inverse } = this;
    const selection = registry.pageSelections.ofList(info, this.linkingKinds);
    const definitions = registry.field(kind.name, inverse.name).args;
    const resolved = resolveAreaArguments(this.visibleKindsOnly(args, context), definitions, context.areas);
    const sortPaths = inverse.mixed ? NO_SORT_PATHS : registry.sortPathsOf(this.linkingKinds[0]!);
    const query = pageQuery(resolved, sortPaths, context.viewer.locales, selection);
    return context.loaders.inverse(kind.name, inverse.name, query, JSON.stringify(query));
  }

  /** Removes kinds that are not visible to the viewer. */
  private visibleKindsOnly(args: ListArguments, { viewer }: Context): ListArguments {
    const visibleKinds = this.linkingKinds.filter(({ audience }) => hasRole(viewer.role, audience));
    if (visibleKinds.length === this.linkingKinds.length) return args;
    const kindNames = visibleKinds.map(entryKindName);
    return { ...args, kinds: args.kinds?.filter((name) => kindNames.includes(name)) ?? kindNames };
  }
}
