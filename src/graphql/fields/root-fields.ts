import { AppError } from '../../errors.js';
import { entryKindName, type Kind } from '../../model/model.js';
import { resolveAreaArguments } from './area-arguments.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { toConnection } from './connection.js';
import { EntryReference } from '../../reading/entry-reference.js';
import type { Context } from '../request/context.js';
import { Entry } from '../request/entry.js';
import { type FetchContext, fetchEntry } from './fetch-entry.js';
import { type ParsedGlobalId, parseGlobalId } from '../request/global-id.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import { type ListArguments, pageQuery } from '../selection/page-query.js';
import { entryAsOf, entryAtRevision } from '../history/past-revisions.js';
import { hasRole, accessDeniedError } from '../../model/roles.js';

/** Arguments that select one entry: `slug`, or `by` for an area. */
interface SingleArguments {
  slug?: string;
  by?: { slug?: string; code?: string };
  asOf?: Date | null;
}

/** Registers the fields of the query root. */
export function registerRootFields(registry: ResolverRegistry): void {
  for (const kind of registry.model.kinds) {
    registerSingle(registry, kind);
    registerList(registry, kind);
  }
  registerEntriesField(registry);
  registerNodes(registry);
  registerArea(registry);
  registry.addResolver('Query', 'viewer', (_root, _args, { viewer: { name, role } }) => ({ name, role }));
}

function registerSingle(registry: ResolverRegistry, kind: Kind): void {
  registry.addResolver<unknown, SingleArguments>('Query', kind.singular, async (_root, args, context, info) => {
    const slug = findSlug(registry, kind, args, context);
    if (slug === null) return null;
    if (args.asOf) {
      const pastEntry = await entryAsOf(context, kind, slug, args.asOf);
      return pastEntry && new Entry(kind, pastEntry, true);
    }
    return fetchEntry(kind, slug, { registry, context, info });
  });
}

/** Returns the slug of the requested entry, or null. @throws AppError BAD_USER_INPUT for a code of another kind */
function findSlug(
  { model }: ResolverRegistry,
  kind: Kind,
  { slug, by }: SingleArguments,
  { areas, viewer }: Context,
): string | null {
  if (!by) return slug!;
  if (by.code == null) return by.slug!;
  const area = areas.current.match(by.code)?.area;
  if (!area || area.kind === kind.name) return area?.slug ?? null;
  const { singular } = model.kind(area.kind);
  const title = viewer.locales.map((locale) => area.titles[locale]).find((text) => text !== undefined) ?? area.code;
  throw new AppError(
    'BAD_USER_INPUT',
    `${title} (${area.code}) is a "${singular}", not a "${kind.singular}". Use ${singular}(by: { code: "${area.code}" }).`,
  );
}

function registerList(registry: ResolverRegistry, kind: Kind): void {
  const definitions = registry.field('Query', kind.plural).args;
  const sortPaths = registry.sortPathsOf(kind);
  registry.addResolver<unknown, ListArguments>('Query', kind.plural, async (_root, args, context, info) => {
    if (!hasRole(context.viewer.role, kind.audience)) {
      throw accessDeniedError(
        context.viewer.role,
        `"${kind.plural}" requires the role ${kind.audience}; send a token with that role.`,
      );
    }
    const resolved = resolveAreaArguments(args, definitions, context.areas);
    const query = pageQuery(resolved, sortPaths, context.viewer.locales, registry.pageSelections.ofList(info, [kind]));
    return toConnection(registry.model, await context.loaders.page(kind.name, query));
  });
}

/** Registers `entries`. Stand-in kinds are included only if requested by name. */
function registerEntriesField(registry: ResolverRegistry): void {
  const { model, commonSortPaths } = registry;
  const definitions = registry.field('Query', 'entries').args;
  registry.addResolver<unknown, ListArguments>('Query', 'entries', async (_root, args, context, info) => {
    const { kinds, ...otherArgs } = resolveAreaArguments(args, definitions, context.areas);
    const isRequested = (kind: Kind) => (kinds ? kinds.includes(entryKindName(kind)) : !kind.standIn);
    const visibleKinds = model.kinds.filter((kind) => isRequested(kind) && hasRole(context.viewer.role, kind.audience));
    const query = pageQuery(
      otherArgs,
      commonSortPaths,
      context.viewer.locales,
      registry.pageSelections.ofList(info, visibleKinds),
    );
    const page = await context.loaders.commonPage(
      visibleKinds.map(({ name }) => name),
      query,
    );
    return toConnection(model, page);
  });
}

function registerNodes(registry: ResolverRegistry): void {
  const { model } = registry;
  registry.addResolver<unknown, { id: string }>('Query', 'node', (_root, { id }, context, info) => {
    return fetchByGlobalId(parseGlobalId(model, id), { registry, context, info });
  });
  registry.addResolver<unknown, { ids: readonly string[] }>('Query', 'nodes', (_root, { ids }, context, info) => {
    if (ids.length > PAGE_LIMITS.max) {
      throw new AppError('PAGE_TOO_LARGE', `"ids" has ${ids.length} identifiers; use at most ${PAGE_LIMITS.max}.`);
    }
    const fetchContext = { registry, context, info };
    // Each ID is read in its own promise, so that an invalid ID is reported at its index.
    return ids.map(async (id) => fetchByGlobalId(parseGlobalId(model, id), fetchContext));
  });
}

/** Returns the entry with a global ID; null if the viewer sees no such entry. */
async function fetchByGlobalId(
  { kind, slug, revision }: ParsedGlobalId,
  fetchContext: FetchContext,
): Promise<Entry | null> {
  if (revision === null) return fetchEntry(kind, slug, fetchContext);
  const { context } = fetchContext;
  if (!hasRole(context.viewer.role, kind.audience)) return null;
  const pastEntry = await entryAtRevision(context, kind, slug, revision);
  return pastEntry && new Entry(kind, pastEntry, true);
}

const MAX_AREA_LENGTH = 100;

function registerArea(registry: ResolverRegistry): void {
  if (!registry.hasField('Query', 'area')) return;
  registry.addResolver<unknown, { code: string }>('Query', 'area', (_root, { code }, { areas }) => {
    if (code.length > MAX_AREA_LENGTH) {
      throw new AppError('BAD_USER_INPUT', `"code" has ${code.length} characters; use at most ${MAX_AREA_LENGTH}.`);
    }
    const match = areas.current.match(code);
    return {
      input: code,
      area: match && new EntryReference(match.area.kind, match.area.slug),
      matchedBy: match?.matchedBy ?? null,
      suggestions: match ? [] : areas.current.suggestions(code),
    };
  });
}
