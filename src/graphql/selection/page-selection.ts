import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { AppError } from '../../errors.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import { directiveLeaves, camelCasePath, type Kind, type Model } from '../../model/model.js';
import type { FacetRequest, PageQuery } from '../../store/entries.js';
import type { EntrySelectionBuilder } from './entry-selection.js';
import { SelectionCache, type SelectionReader } from './selection-reader.js';

/** Data to read for a list: entries, their fields, the total count, facets and cursors. */
export type PageSelection = PageQuery['selection'];

interface FacetNode {
  path: readonly string[];
  /** The `facets` field node that contains the facet, and the page type of that node. */
  facets: FieldNode;
  pageType: GraphQLObjectType;
}

interface SelectedPage {
  selection: PageSelection;
  facets: readonly FacetNode[];
}

/** Builds the page selections of a query: the parts of a list that it needs, so that nothing else is read. */
export class PageSelectionBuilder {
  private readonly cache = new SelectionCache<SelectedPage>();
  private readonly facetPaths: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

  constructor(
    model: Model,
    private readonly entries: EntrySelectionBuilder,
  ) {
    this.facetPaths = new Map(
      model.kinds.map((kind) => [
        kind.name,
        new Map(directiveLeaves(model, kind, 'facet').map(({ path }) => [camelCasePath(path), path])),
      ]),
    );
  }

  /** Returns the selection of a field that returns a list of entries of these kinds. */
  ofList(info: GraphQLResolveInfo, kinds: readonly Kind[]): PageSelection {
    const name = kinds.map((kind) => kind.name).join(' ');
    const { selection, facets } = this.cache.get(info, name, (reader) => this.read(reader, info, kinds));
    return facets.length === 0 ? selection : { ...selection, facets: facetRequests(facets, info) };
  }

  private read(reader: SelectionReader, info: GraphQLResolveInfo, kinds: readonly Kind[]): SelectedPage {
    const always = () => true;
    const selectedNodes = reader.subfields(info.fieldNodes, always);
    const nodesNamed = (nodes: readonly FieldNode[], name: string) => nodes.filter((node) => node.name.value === name);
    const edges = reader.subfields(nodesNamed(selectedNodes, 'edges'), always);
    const nodes = [...nodesNamed(selectedNodes, 'nodes'), ...nodesNamed(edges, 'node')];
    const { fields } = this.entries.ofNodes(reader, nodes, kinds);
    const selection: PageSelection = {
      nodes: ['edges', 'nodes', 'pageInfo'].some((name) => nodesNamed(selectedNodes, name).length > 0),
      fields,
      totalCount: nodesNamed(selectedNodes, 'totalCount').length > 0,
      facets: [],
      cursors:
        nodesNamed(edges, 'cursor').length > 0 ||
        reader
          .subfields(nodesNamed(selectedNodes, 'pageInfo'), always)
          .some(({ name }) => name.value.endsWith('Cursor')),
    };
    const pageType = getNamedType(info.returnType);
    const facets = nodesNamed(selectedNodes, 'facets').flatMap((node) =>
      reader
        .subfields([node], always)
        .flatMap(({ name }) => kinds.map((kind) => this.facetPaths.get(kind.name)?.get(name.value)))
        .flatMap((path) => (path ? [{ path, node }] : [])),
    );
    return {
      selection,
      facets: facets.map(({ path, node }) => ({ path, facets: node, pageType: pageType as GraphQLObjectType })),
    };
  }
}

/** Returns one request per facet, with the largest size among its aliases. */
function facetRequests(facets: readonly FacetNode[], { variableValues }: GraphQLResolveInfo): FacetRequest[] {
  const requestByName = new Map<string, FacetRequest>();
  for (const { path, facets: node, pageType } of facets) {
    const { first } = getArgumentValues(pageType.getFields()['facets']!, node, variableValues) as { first?: number };
    const pageSize = first ?? PAGE_LIMITS.defaultSize;
    // The resolver reports the invalid size.
    if (!isPageSize(pageSize)) continue;
    const name = camelCasePath(path);
    requestByName.set(name, { path, first: Math.max(pageSize, requestByName.get(name)?.first ?? 0) });
  }
  return [...requestByName.values()];
}

/** Returns the requested number of facet values. @throws AppError PAGE_TOO_LARGE */
export function facetSize(first: number | null | undefined): number {
  const facetLimit = first ?? PAGE_LIMITS.defaultSize;
  if (!isPageSize(facetLimit)) {
    throw new AppError('PAGE_TOO_LARGE', `"first" is ${facetLimit}; a facet returns 0 to ${PAGE_LIMITS.max} values.`);
  }
  return facetLimit;
}

function isPageSize(size: number): boolean {
  return size >= 0 && size <= PAGE_LIMITS.max;
}
