import { getNamedType, isObjectType } from 'graphql';
import { parseLinkValue } from '../../model/links.js';
import type { Page } from '../../store/entries.js';
import { EntryReference } from '../../reading/entry-reference.js';
import { Entry, EntryPart } from '../request/entry.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { directiveLeaves, type Inverse, camelCasePath, type Model } from '../../model/model.js';
import { facetSize } from '../selection/page-selection.js';

/** Converts a page of the store to a connection. */
export function toConnection(model: Model, page: Page, inverse: Inverse | null = null) {
  const nodes = page.edges.map(({ entry }) => new Entry(model.kind(entry.kind), entry));
  return {
    nodes,
    edges: page.edges.map(({ cursor, via }, index) => {
      const node = nodes[index]!;
      return { cursor, node, via: inverse?.via ? via.map((part) => new EntryPart(part, node)) : [] };
    }),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.edges[0]?.cursor ?? null,
      endCursor: page.edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
    facets: page.facets,
  };
}

interface FacetCounts {
  facets: Page['facets'];
  limit: number;
}

/** Registers the facet fields of all kinds. Facet values that are entries are loaded in batches. */
export function registerFacetFields(registry: ResolverRegistry): void {
  const { model, schema } = registry;
  const facetTypeNames = new Set(model.kinds.map(({ name }) => `${name}Facets`));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !facetTypeNames.has(getNamedType(type.getFields()['facets']?.type)?.name ?? ''))
      continue;
    registry.addResolver<Pick<Page, 'facets'>, { first?: number | null }>(
      type.name,
      'facets',
      ({ facets }, { first }): FacetCounts => ({ facets, limit: facetSize(first) }),
    );
  }
  for (const kind of model.kinds) {
    for (const { path, leaf } of directiveLeaves(model, kind, 'facet')) {
      const name = camelCasePath(path);
      registry.addResolver<FacetCounts, object>(`${kind.name}Facets`, name, ({ facets, limit }) => {
        const counts = facets.get(name)?.slice(0, limit) ?? [];
        if (!leaf.link) return counts;
        return counts.map(({ value, count }) => {
          const { kind: targetKind, slug } = parseLinkValue(model, leaf, String(value))!;
          return { value: new EntryReference(targetKind.name, slug), count };
        });
      });
    }
  }
}
