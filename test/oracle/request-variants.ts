import type { AddressInfo } from 'node:net';
import { astFromValue, GraphQLList, print } from 'graphql';
import { makeToken } from '../authoring/editing-server.js';
import { type SeededApp, seededApp, type SeededOptions } from '../graphql/seeded-app.js';
import { HttpClient } from '../http/http-client.js';
import type { SendQuery, Filter, RootList, FieldValues } from './introspection.js';
import type { OrderTerm } from './random-order.js';

const MEGABYTE = 1024 * 1024;
const RATE = { burst: 1_000_000, perSecond: 1_000_000 };
// Reads of the complete content take long on a busy machine, so the deadline is long.
const COMMON_OPTIONS = { withCounts: true, pollMs: 50, deadlineMs: 120_000, admission: { rate: RATE } };

/** The role and the language of a request. */
export interface RequestVariant {
  /** One locale in the URL, or several in the header, as `it,fr`. */
  locale: string;
  preview?: boolean;
}

/** The response to a GET request. */
export interface PathResponse {
  status: number;
  body: string;
  /** ETag for a conditional request. */
  etag: string | undefined;
}

/** Two servers over one database, one with caches and one without. Sends queries to them in all supported ways. */
export class RequestVariants {
  /** Lists whose queries were sent often enough to be compiled. */
  private readonly compiled = new Set<string>();

  private constructor(
    readonly withCaches: SeededApp,
    readonly withoutCaches: SeededApp,
    private readonly client: HttpClient,
    private readonly token: string,
  ) {}

  static async open(options: Pick<SeededOptions, 'withSearch'> = {}): Promise<RequestVariants> {
    const cacheSizes = { cacheBytes: 32 * MEGABYTE, entryCacheBytes: 32 * MEGABYTE };
    const cached = await seededApp({ ...COMMON_OPTIONS, ...cacheSizes, ...options, own: true });
    const uncached = await seededApp({ ...COMMON_OPTIONS, ...options, over: cached.place });
    await cached.app.listen({ port: 0, host: '127.0.0.1' });
    const client = new HttpClient((cached.app.server.address() as AddressInfo).port);
    return new RequestVariants(cached, uncached, client, await makeToken(cached, { name: 'Ana', role: 'EDITOR' }));
  }

  /** Sends queries to the server without caches, or to another over the same database. */
  sendUncached(variant: RequestVariant, server = this.withoutCaches): SendQuery {
    return async (query, variables) => {
      const { body } = await server.inject({
        method: 'POST',
        url: this.path(variant),
        headers: { 'content-type': 'application/json', ...this.headers(variant) },
        payload: { query, variables },
      });
      return dataOf(body, query);
    };
  }

  /** Sends queries to the server with caches. */
  sendCached(variant: RequestVariant): SendQuery {
    const [path, headers] = [this.path(variant), this.headers(variant)];
    return async (query, variables) =>
      dataOf(String((await this.client.send({ path, query, variables, headers })).body), query);
  }

  /** Sends a GET request to the server with caches; with an ETag, a conditional one. */
  async getCached(path: string, etag?: string): Promise<PathResponse> {
    const headers = { accept: '*/*', ...(etag === undefined ? {} : { 'if-none-match': etag }) };
    const { status, body, headers: receivedHeaders } = await this.client.send({ path, headers });
    return { status, body: String(body), etag: receivedHeaders.etag };
  }

  /** Sends a GET request to the server without caches, under the host name of the other server. */
  async getUncached(path: string): Promise<PathResponse> {
    const { port } = this.withCaches.app.server.address() as AddressInfo;
    const { statusCode, body, headers } = await this.withoutCaches.inject({
      url: path,
      headers: { accept: '*/*', host: `127.0.0.1:${port}` },
    });
    return { status: statusCode, body, etag: headers.etag };
  }

  /** Waits until both servers have projected and indexed all changes. */
  async waitUntilSynced(): Promise<void> {
    const { sequence } = this.withCaches.services.store.log.feedState();
    const isSynced = () => this.withoutCaches.services.store.log.feedState().sequence >= sequence;
    while (!isSynced()) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const { services } of [this.withCaches, this.withoutCaches]) await services.search?.whenIdle();
  }

  /** Starts another server without caches or collected statistics. */
  startUncached(): Promise<SeededApp> {
    return seededApp({ ...COMMON_OPTIONS, over: this.withCaches.place });
  }

  /** Returns all ways to query a list, by a description of each. */
  async openVariants(
    variant: RequestVariant,
    list: RootList,
    variables: FieldValues,
    query: string,
  ): Promise<Record<string, () => Promise<FieldValues>>> {
    const { name, filter, order } = list;
    const withVariables = `query ($filter: ${filter.name}, $orderBy: [${order.name}!], $first: Int) {
      list: ${name}(filter: $filter, orderBy: $orderBy, first: $first) { totalCount nodes { __typename slug } } }`;
    const path = `${this.path(variant)}&query=${encodeURIComponent(query)}`;
    const headers = this.headers(variant);
    const post = async (text: string, more?: object) => {
      const { body } = await this.client.send({ path: this.path(variant), query: text, variables: more, headers });
      return dataOf(String(body), query);
    };
    const get = async () => {
      const { body } = await this.client.send({ path, headers: { ...headers, accept: 'application/json' } });
      return dataOf(String(body), query);
    };
    for (let times = 0; times < 3 && !this.compiled.has(name); times += 1) {
      await Promise.all([this.sendUncached(variant)(withVariables, variables), post(withVariables, variables)]);
    }
    this.compiled.add(name);
    return {
      'no cache': () => this.sendUncached(variant)(query),
      'no cache, compiled': () => this.sendUncached(variant)(withVariables, variables),
      'entry cache': () => post(query),
      'entry cache, compiled': () => post(withVariables, variables),
      'response cache': async () => (await get()) && get(),
    };
  }

  /** Returns the number of responses that the server sent from its cache. */
  async hits(): Promise<number> {
    const { body } = await this.withCaches.inject({ url: '/metrics' });
    return Number(/signpost_cacheable_requests_total\{how="hit"\} (\d+)/.exec(body)?.[1]);
  }

  async close(): Promise<void> {
    this.client.close();
    await this.withoutCaches.close();
    await this.withCaches.close();
  }

  private path({ locale, preview = false }: RequestVariant): string {
    return `/graphql?${locale.includes(',') ? '' : `locale=${locale}`}${preview ? '&preview=true' : ''}`;
  }

  private headers({ locale, preview = false }: RequestVariant): Record<string, string> {
    const languages = { 'accept-language': locale };
    return preview ? { ...languages, authorization: `Bearer ${this.token}` } : languages;
  }
}

function dataOf(body: string, query: string): FieldValues {
  const { data, errors } = JSON.parse(body) as { data: FieldValues; errors?: unknown };
  if (errors !== undefined) throw new Error(`${query}\n  ${JSON.stringify(errors)}`);
  return data;
}

/** Formats a filter and an order as the arguments of a list. */
export function argumentsOf(
  { filter: filterType, order }: RootList,
  filter: Filter,
  orderBy: readonly OrderTerm[],
): string {
  const filterText = `filter: ${print(astFromValue(filter, filterType)!)}`;
  return orderBy.length > 0
    ? `${filterText}, orderBy: ${print(astFromValue(orderBy, new GraphQLList(order))!)}`
    : filterText;
}

/** Formats the query of a list so that it can be pasted into an editor. */
export function printListQuery(
  list: RootList,
  filter: Filter,
  orderBy: readonly OrderTerm[],
  more: string,
  fields: string,
): string {
  return `{ list: ${list.name}(${argumentsOf(list, filter, orderBy)}, ${more}) { ${fields} } }`;
}
