import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type FigureScope, mergeScopes } from '../../tables/figure-scope.js';
import type { QueryResponse, ExecuteQuery, QueryData } from '../execute-query.js';
import { QueryRejectedError, requireData } from '../query-errors.js';
import { printWithSharedFragments } from './print-with-shared-fragments.js';
import { nestedScopes } from './truncated-nested-lists.js';
import {
  COUNT_KEY,
  PAGE_SIZE_VARIABLE,
  restrictToRootFields,
  PAGE_INFO_KEY,
  queryForDimensions,
  SERIES_SIZE_VARIABLE,
  SKIP_VARIABLE,
} from './paged-query.js';
import type { PreparedQuery } from './prepared-query.js';

/** Initial number of items in a root list, and in a list of series. Halved if one request would cost too much. */
const PAGE_SIZE = 100;

interface PageRequest {
  document: DocumentNode;
  /** Values of the cursor variables. */
  cursors: QueryData;
}

/** Executes a query page by page. Long lists of series in the objects of a page continue on additional pages. */
export class PagedQueryExecutor {
  /** Whether there are further items after the pages read so far. */
  hasMore = false;
  /** Completeness of the lists of figures in the pages read so far. */
  scopes: readonly FigureScope[] = [];
  /** Number of series per list to skip. If not 0, the page contains further series of the same objects. */
  skip = 0;
  private size = PAGE_SIZE;
  private seriesSize = PAGE_SIZE;
  /** Response keys of the root fields that further pages contain; null for all. */
  rootKeys: ReadonlySet<string> | null = null;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly query: Pick<PreparedQuery, 'paged' | 'hasNestedLists'>,
    private readonly variables: QueryData,
    private readonly execute: ExecuteQuery,
    private readonly onPage: (page: QueryData) => void = () => {},
  ) {}

  /** Yields all pages of the response. @throws QueryRejectedError */
  async *pages(): AsyncGenerator<QueryData> {
    let request: PageRequest | null = { document: this.query.paged.document, cursors: {} };
    while (request) {
      const response = await this.fetch(request);
      const page = requireData(response);
      const knownScopes = this.scopes.length;
      const limitedLists = limitedScopes(page, this.query.paged.limited);
      this.scopes = [...this.scopes, ...this.scopesOf(response), ...limitedLists, ...this.newNestedScopes(page)];
      this.hasMore = this.pageAfter(page, request) !== null || this.continuedSeries(response).length > 0;
      this.onPage(page);
      yield page;
      yield* this.furtherSeries(response, request.cursors, knownScopes);
      request = this.pageAfter(page, request);
    }
  }

  /** Yields pages that continue the series lists in the objects of a page. @param knownScopes  number of earlier scopes */
  private async *furtherSeries(
    first: QueryResponse,
    cursors: QueryData,
    knownScopes: number,
  ): AsyncGenerator<QueryData> {
    for (let continuedScopes = this.continuedSeries(first); continuedScopes.length > 0;) {
      this.skip += this.seriesSize;
      const rootKeys = new Set(continuedScopes.map(({ path }) => String(path[0])));
      const document = restrictToRootFields(this.query.paged.furtherSeries, rootKeys);
      const response = await this.fetch({ document, cursors });
      const pageScopes = mergeScopes([...this.scopes.slice(knownScopes), ...this.scopesOf(response)]);
      this.scopes = [...this.scopes.slice(0, knownScopes), ...pageScopes];
      continuedScopes = this.continuedSeries(response);
      const page = requireData(response);
      this.onPage(page);
      yield page;
    }
    this.skip = 0;
  }

  /** Returns the names of all dimensions of figures, on all pages. @throws QueryRejectedError */
  async dimensions(): Promise<string[]> {
    const document = queryForDimensions(this.query.paged.document);
    const dimensionNames = new Set<string>();
    // Dimensions cost less than figures, so a page can contain those of more items.
    const { size } = this;
    this.size = PAGE_SIZE;
    let request: PageRequest | null = document && { document, cursors: {} };
    while (request) {
      const page = requireData(await this.fetch(request));
      collectDimensions(page, dimensionNames);
      request = this.pageAfter(page, request);
    }
    this.size = size;
    return [...dimensionNames];
  }

  /** Returns the request for the page after a page; null after the last one. */
  private pageAfter(page: QueryData, { document }: PageRequest): PageRequest | null {
    const lists = [...this.query.paged.cursors].flatMap(([key, variable]) => {
      const list = page[key] as Record<string, { hasNextPage: boolean; endCursor: string | null }> | null | undefined;
      const pageInfo = list?.[PAGE_INFO_KEY];
      const isRequested = this.rootKeys?.has(key) ?? true;
      return isRequested && pageInfo?.hasNextPage && pageInfo.endCursor !== null
        ? [{ key, variable, cursor: pageInfo.endCursor }]
        : [];
    });
    if (lists.length === 0) return null;
    return {
      document: restrictToRootFields(document, new Set(lists.map(({ key }) => key))),
      cursors: Object.fromEntries(lists.map(({ variable, cursor }) => [variable, cursor])),
    };
  }

  /** Returns the scopes of the lists of series that continue on later pages. */
  private continuedSeries({ scopes }: QueryResponse): FigureScope[] {
    const { series: seriesPaths } = this.query.paged;
    const pathOf = ({ path }: FigureScope) => path.filter((key) => typeof key === 'string');
    const isContinued = (scope: FigureScope) =>
      seriesPaths.has(pathOf(scope).join(' ')) && (this.rootKeys?.has(pathOf(scope)[0]!) ?? true);
    return scopes.filter((scope) => scope.isTruncated && isContinued(scope));
  }

  /** Returns the completeness of each list of figures. A list that continues on later pages is not truncated. */
  private scopesOf(response: QueryResponse): FigureScope[] {
    const continuedScopes = this.continuedSeries(response);
    return response.scopes.map((scope) => (continuedScopes.includes(scope) ? { ...scope, isTruncated: false } : scope));
  }

  /** Reads one page. Halves the page sizes while the query is too costly. @throws QueryRejectedError */
  private async fetch({ document, cursors }: PageRequest): Promise<QueryResponse> {
    const { paged } = this.query;
    const query = printWithSharedFragments(this.schema, document);
    const [isPaged, hasSeries] = [PAGE_SIZE_VARIABLE, SKIP_VARIABLE].map((name) => query.includes(`$${name}`));
    const areSeriesInLists = [...paged.series].some((path) => paged.cursors.has(path.split(' ')[0]!));
    for (;;) {
      const sizes = {
        ...(isPaged && { [PAGE_SIZE_VARIABLE]: this.size }),
        ...(hasSeries && { [SERIES_SIZE_VARIABLE]: this.seriesSize, [SKIP_VARIABLE]: this.skip }),
      };
      const response = await this.execute(query, { ...this.variables, ...cursors, ...sizes });
      if (!response.errors.some(({ extensions }) => extensions?.['code'] === 'TOO_COSTLY')) return response;
      // While series are continued, the page has to contain the same objects.
      const canHalveList = isPaged && this.size > 1 && this.skip === 0;
      const canHalveSeries = hasSeries && this.seriesSize > 1;
      if (canHalveList && (areSeriesInLists || !canHalveSeries)) this.size = Math.floor(this.size / 2);
      else if (canHalveSeries) this.seriesSize = Math.floor(this.seriesSize / 2);
      else throw new QueryRejectedError(response.errors, response.status);
    }
  }

  /** Returns the scopes of the nested lists in a page, except those that an earlier page contained. */
  private newNestedScopes(page: QueryData): FigureScope[] {
    if (!this.query.hasNestedLists) return [];
    const knownPaths = new Set(this.scopes.map(({ path }) => path.join(' ')));
    return nestedScopes(page).filter(({ path }) => !knownPaths.has(path.join(' ')));
  }
}

function collectDimensions(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) value.forEach((item) => collectDimensions(item, found));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, nestedValue] of Object.entries(value)) {
      if (key === 'dimensions' && Array.isArray(nestedValue))
        for (const { name } of nestedValue as { name: string }[]) found.add(name);
      else collectDimensions(nestedValue, found);
    }
  }
}

function limitedScopes(data: QueryData, limited: ReadonlySet<string>): FigureScope[] {
  return [...limited].flatMap((key): FigureScope[] => {
    const list = (data[key] ?? {}) as Record<string, unknown>;
    const items = Object.values(list).find(Array.isArray);
    const info = list[PAGE_INFO_KEY] as { hasNextPage: boolean } | undefined;
    if (!items || !info) return [];
    const [included, counted] = [items.length, (list[COUNT_KEY] as number | undefined) ?? null];
    const isTruncated = counted === null ? info.hasNextPage : included < counted;
    const existing = counted ?? (isTruncated ? null : included);
    return [{ path: [key], items: 'ITEMS', included, existing, isTruncated, requested: [] }];
  });
}
