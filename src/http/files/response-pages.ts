import type { DocumentNode, GraphQLSchema } from 'graphql';
import { AppError } from '../../errors.js';
import type { FigureScope } from '../../tables/figure-scope.js';
import { mergeScopes } from '../../tables/figure-scope.js';
import type { QueryResponse, ExecuteQuery, QueryData } from '../execute-query.js';
import { RejectedQuery, requireData } from '../query-errors.js';
import { printCompactQuery } from './print-compact-query.js';
import { nestedScopes } from './truncated-nested-lists.js';
import type { QueryByAreas } from './paged-query.js';
import {
  AREAS_VARIABLE,
  COUNT_KEY,
  PAGE_SIZE_VARIABLE,
  restrictToRootFields,
  RESERVED_PREFIX,
  PAGE_INFO_KEY,
  queryByAreas,
  queryForDimensions,
} from './paged-query.js';
import type { PreparedQuery } from './prepared-query.js';

/** Initial page size. Like `AREAS_PER_REQUEST`, it is halved if one request would cost too much. */
const PAGE_SIZE = 100;
const AREAS_PER_REQUEST = 40;

/**
 * Executes a query page by page. Root lists are paged by cursors. Figures are read a few areas at a time if one request
 * cannot return all. Each page has the response keys of the query.
 */
export class ResponsePages {
  /** Whether there are further items after the pages read so far. */
  hasMore = false;
  /** Scopes of the lists of figures in the pages read so far: the numbers of included and of existing items. */
  scopes: readonly FigureScope[] = [];
  private size = PAGE_SIZE;
  private requested: ReadonlySet<string> | null = null;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly query: Pick<PreparedQuery, 'document' | 'paged' | 'hasNestedLists'>,
    private readonly variables: QueryData,
    private readonly execute: ExecuteQuery,
    private readonly onPage: (page: QueryData) => void = () => {},
  ) {}

  /** Restricts all further pages to these root fields. */
  keepOnly(keys: ReadonlySet<string>): void {
    this.requested = keys;
  }

  /** Yields all pages of the response. @throws RejectedQuery */
  async *pages(): AsyncGenerator<QueryData> {
    const first = await this.page(this.query.paged.document, {});
    const byAreas = queryByAreas(this.schema, this.query.document, this.variables);
    const isByAreas = first === null || byAreas?.isCut(first);
    if (isByAreas) this.scopes = [];
    const pageIterator = isByAreas ? this.byAreas(byAreas!) : this.nextPages(first, this.query.paged.document);
    for await (const page of pageIterator) {
      this.onPage(page);
      yield page;
    }
  }

  /** Returns the names of all dimensions of figures, on all pages. @throws RejectedQuery */
  async dimensions(): Promise<string[]> {
    const document = queryForDimensions(this.query.paged.document);
    if (!document) return [];
    const found = new Set<string>();
    const first = await this.page(document, {});
    if (first === null) return [];
    for await (const page of this.nextPages(first, document)) collectDimensions(page, found);
    return [...found];
  }

  private async *nextPages(first: QueryData, document: DocumentNode): AsyncGenerator<QueryData> {
    let page = first;
    for (;;) {
      const cursors = this.cursorsAfter(page);
      this.hasMore = cursors.size > 0;
      yield page;
      const remaining = new Map([...cursors].filter(([key]) => this.requested === null || this.requested.has(key)));
      if (remaining.size === 0) return;
      const variables = Object.fromEntries(
        [...remaining].map(([key, cursor]) => [this.query.paged.cursors.get(key)!, cursor]),
      );
      const next = await this.page(restrictToRootFields(document, new Set(remaining.keys())), variables);
      if (next === null) throw tooCostlyError();
      page = next;
    }
  }

  private cursorsAfter(page: QueryData): Map<string, string> {
    return new Map(
      [...this.query.paged.cursors.keys()].flatMap((key): [string, string][] => {
        const list = page[key] as Record<string, { hasNextPage: boolean; endCursor: string | null }> | null | undefined;
        const info = list?.[PAGE_INFO_KEY];
        return info?.hasNextPage && info.endCursor !== null ? [[key, info.endCursor]] : [];
      }),
    );
  }

  /** Reads one page, of a smaller size if it costs too much. Null if even the smallest does, but areas can be paged. */
  private async page(document: DocumentNode, cursors: QueryData): Promise<QueryData | null> {
    const query = printCompactQuery(this.schema, document);
    for (;;) {
      const isPaged = query.includes(`$${PAGE_SIZE_VARIABLE}`);
      const variables = { ...this.variables, ...cursors, ...(isPaged && { [PAGE_SIZE_VARIABLE]: this.size }) };
      const response = await this.execute(query, variables);
      if (!isTooCostly(response)) {
        const data = requireData(response);
        const limited = limitedScopes(data, this.query.paged.limited);
        this.scopes = [...this.scopes, ...response.scopes, ...limited, ...this.newNestedScopes(data)];
        return data;
      }
      if (isPaged && this.size > 1) this.size = Math.floor(this.size / 2);
      else if (queryByAreas(this.schema, this.query.document, this.variables)) return null;
      else throw new RejectedQuery(response.errors, response.status);
    }
  }

  /** Returns the scopes of nested lists in a page that no earlier page had. */
  private newNestedScopes(page: QueryData): FigureScope[] {
    if (!this.query.hasNestedLists) return [];
    const knownPaths = new Set(this.scopes.map(({ path }) => path.join(' ')));
    return nestedScopes(page).filter(({ path }) => !knownPaths.has(path.join(' ')));
  }

  private async *byAreas({ document, areas: givenAreas, isCut, others }: QueryByAreas): AsyncGenerator<QueryData> {
    const isGiven = Array.isArray(givenAreas);
    const areas = isGiven ? (givenAreas as string[]) : await this.listAreas(givenAreas as DocumentNode);
    const query = printCompactQuery(this.schema, document);
    const otherPages = others.size > 0 ? this.pagesOf(restrictToRootFields(this.query.paged.document, others)) : null;
    // The first page of the other root fields is merged into the first page of figures.
    let otherFields: QueryData = (await otherPages?.next())?.value ?? {};
    const isMore = this.hasMore;
    let count = AREAS_PER_REQUEST;
    for (let index = 0; index < Math.max(1, areas.length);) {
      const batch = areas.slice(index, index + count);
      const response = await this.execute(query, { ...this.variables, [AREAS_VARIABLE]: batch });
      const isTooMany = isTooCostly(response) || isCut(response.data ?? {});
      if (isTooMany && count > 1) {
        count = Math.floor(count / 2);
        continue;
      }
      const page = requireData(response);
      // If the query requests no specific areas, its list of missing requested areas is empty.
      const scopes = isGiven ? response.scopes : response.scopes.map((scope) => ({ ...scope, requested: [] }));
      this.scopes = mergeScopes([...this.scopes, ...scopes]);
      // A single area has too many series. Continuing would omit some of them without notice.
      if (isTooMany)
        throw new AppError('TOO_MANY', 'An area has more series than one request returns; select fewer codes.');
      index += count;
      this.hasMore = isMore || index < areas.length;
      yield { ...otherFields, ...page };
      otherFields = {};
    }
    if (otherPages) yield* otherPages;
  }

  /** Yields the pages of a part of the query. @throws AppError TOO_COSTLY if it is too large for one request */
  private async *pagesOf(document: DocumentNode): AsyncGenerator<QueryData> {
    const first = await this.page(document, {});
    if (first === null) throw tooCostlyError();
    yield* this.nextPages(first, document);
  }

  private async listAreas(document: DocumentNode): Promise<string[]> {
    const data = requireData(await this.execute(printCompactQuery(this.schema, document), this.variables));
    return (data[`${RESERVED_PREFIX}root`] as { coverage: { areas: string[] } } | null)?.coverage.areas ?? [];
  }
}

function tooCostlyError(): AppError {
  return new AppError('TOO_COSTLY', 'The query is too large for one request; request less.');
}

function isTooCostly({ errors }: QueryResponse): boolean {
  return errors.some(({ extensions }) => extensions?.['code'] === 'TOO_COSTLY');
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
    const isCut = counted === null ? info.hasNextPage : included < counted;
    const existing = counted ?? (isCut ? null : included);
    return [{ path: [key], items: 'ITEMS', included, existing, isCut, requested: [] }];
  });
}
