import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../admission.js';
import type { Dependencies } from '../../store/cache/dependencies.js';
import type { PendingLoad, TaggedCache } from '../../store/cache/tagged-cache.js';
import { encode, makeEtag } from '../content-encoding.js';
import { addVary } from '../vary-header.js';
import { CachedResponse } from './cached-response.js';
import type { ReceivedRequest, CacheKeyBuilder } from './cache-key-builder.js';
import { surrogateKeys } from './surrogate-keys.js';

/** Maximum total size of buffered request bodies, in bytes. Further requests bypass the cache. */
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;
const ERROR_PREFIX = '{"errors"';

export interface CacheOptions {
  cache: TaggedCache<CachedResponse>;
  keys: CacheKeyBuilder;
  resolveClient: (request: IncomingMessage) => ReceivedRequest;
  /** Aborted when the server is about to stop. All requests then bypass the cache. */
  stopping?: AbortSignal | undefined;
}

/** Numbers of cacheable requests by result. */
export interface CacheCounts {
  hit: number;
  /** Requests served with the response to an identical request that was in flight. */
  joined: number;
  /** Requests handled by the routes; their responses may have been stored. */
  missed: number;
  /** Requests that bypassed the cache: it may be stale, because the position of the change log could not be read. */
  unsure: number;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  ip: string;
}

/**
 * Serves public responses from a cache, before the request is routed. A change invalidates the responses that depend on
 * it. If the cache has not checked recently whether the change log has grown, it checks first.
 */
export class ResponseCache {
  private readonly cache: TaggedCache<CachedResponse>;
  /** Pending loads, by cache key and by the request that loads them. */
  private readonly loads = new Map<string, PendingLoad<CachedResponse>>();
  private readonly loadOf = new WeakMap<IncomingMessage, PendingLoad<CachedResponse>>();
  /** Request bodies that the cache has read from the socket, for the routes to parse. */
  private readonly bodies = new WeakMap<IncomingMessage, Buffer>();
  private bufferedBytes = 0;
  private readonly receivingRequests = new Set<IncomingMessage>();
  private handler: RequestListener = () => undefined;
  /** Rate limits for requests served from the cache. */
  admission: Pick<Admission, 'charge'> | null = null;
  readonly counts: CacheCounts = { hit: 0, joined: 0, missed: 0, unsure: 0 };

  constructor(private readonly options: CacheOptions) {
    this.cache = options.cache;
  }

  /** Number of cached responses, and an estimate of their memory in bytes. */
  get stats(): { count: number; bytes: number } {
    return this.cache.stats;
  }

  /** Number of requests whose bodies are being received. */
  get arrivingCount(): number {
    return this.receivingRequests.size;
  }

  /** Makes responses cacheable whose URLs start with this path segment. The empty segment is the home page. */
  makeCacheable(segment: string, type: 'API' | 'PAGE'): void {
    this.options.keys.makeCacheable(segment, type);
  }

  /** Returns a request listener that serves responses from the cache, and passes all other requests to `handler`. */
  wrap(handler: RequestListener): RequestListener {
    this.handler = handler;
    return (request, response) => this.handleRequest(request, response);
  }

  /** Lets routes parse the bodies that the cache has already read from the socket. */
  replayReadBodies(app: FastifyInstance): void {
    app.addHook('preParsing', async (request, _reply, payload) => {
      const body = this.bodies.get(request.raw);
      return body ? Readable.from([body]) : payload;
    });
  }

  /** Stores the responses of a scope whose routes call `dependenciesOf`. Must be its last `onSend` hook. */
  storeResponses(scope: FastifyInstance): void {
    scope.addHook('onSend', async (request, reply, payload) => {
      const load = this.loadOf.get(request.raw);
      if (!load) return payload;
      this.complete(load, reply, payload);
      return encode(request, reply, payload);
    });
  }

  /** Whether the response to a request is being loaded into the cache. `storeResponses` then encodes it. */
  isLoading({ raw }: FastifyRequest): boolean {
    return this.loadOf.has(raw);
  }

  /** Returns the dependency collector of the response to a request; null if the response is not stored. */
  dependenciesOf({ raw }: FastifyRequest): Dependencies | null {
    return this.loadOf.get(raw)?.track() ?? null;
  }

  /** Stops other requests from waiting for the response to this one, which may be an endless stream. */
  doNotShare({ raw }: FastifyRequest): void {
    const load = this.loadOf.get(raw);
    if (load) this.abandon(load);
  }

  /** Invalidates all responses. */
  clear(): void {
    this.cache.invalidate('EVERYTHING');
  }

  close(): void {
    this.cache.close();
  }

  private handleRequest(request: IncomingMessage, response: ServerResponse): void {
    const client = this.options.resolveClient(request);
    const { ip } = client;
    const key = this.options.stopping?.aborted ? null : this.options.keys.keyFor(client);
    if (key === null) return this.handler(request, response);
    if (request.method !== 'POST') return this.serve(key, { request, response, ip });
    const length = Number(request.headers['content-length']);
    if (this.bufferedBytes + length > MAX_BUFFERED_BYTES) return this.handler(request, response);
    this.bufferedBytes += length;
    this.receivingRequests.add(request);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('close', () => {
      this.bufferedBytes -= length;
      this.receivingRequests.delete(request);
    });
    request.once('end', () => {
      this.receivingRequests.delete(request);
      const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      this.bodies.set(request, body);
      this.serve(`${key}\n${body.toString('latin1')}`, { request, response, ip });
    });
  }

  private serve(key: string, exchange: Exchange): void {
    if (this.cache.isFresh) return this.serveFresh(key, exchange);
    void this.cache.refresh().then((isFresh) => {
      if (exchange.request.socket.destroyed) return;
      if (isFresh) return this.serveFresh(key, exchange);
      this.counts.unsure += 1;
      return this.handler(exchange.request, exchange.response);
    });
  }

  private serveFresh(key: string, exchange: Exchange): void {
    const cachedResponse = this.cache.get(key);
    if (cachedResponse) return this.send(cachedResponse, key, exchange, 'hit');
    const isJoined = this.loads.get(key)?.join((shared) => {
      if (shared) this.send(shared, key, exchange, 'joined');
      else this.handler(exchange.request, exchange.response);
    });
    if (!isJoined) this.load(key, exchange);
  }

  private load(key: string, { request, response }: Exchange): void {
    this.counts.missed += 1;
    const load = this.cache.beginLoad(key);
    this.loads.set(key, load);
    this.loadOf.set(request, load);
    response.once('close', () => this.abandon(load));
    this.handler(request, response);
  }

  /** Stores the response if it is cacheable, and sends it to the requests that wait for it. */
  private complete(load: PendingLoad<CachedResponse>, reply: FastifyReply, payload: unknown): void {
    const { dependencies } = load;
    const isComplete = reply.statusCode === 200 && typeof payload === 'string' && !payload.startsWith(ERROR_PREFIX);
    if (!isComplete || !dependencies?.isCacheable || isPrivate(reply)) return this.abandon(load);
    addVary(reply, 'accept-encoding');
    if (reply.request.method !== 'POST') {
      const keys = surrogateKeys(dependencies.tags.keys());
      // The ETag covers the surrogate keys, so a 304 response need not repeat them.
      const etag = makeEtag(`${payload}${keys}`);
      void reply.headers({ etag, 'cache-control': 'public, no-cache' });
      if (keys !== '') void reply.header('surrogate-key', keys);
    }
    const cachedResponse = new CachedResponse(reply.getHeaders() as OutgoingHttpHeaders, payload);
    this.remove(load);
    load.complete(cachedResponse, cachedResponse.bytes);
  }

  private abandon(load: PendingLoad<CachedResponse>): void {
    this.remove(load);
    load.abandon();
  }

  private remove(load: PendingLoad<CachedResponse>): void {
    if (this.loads.get(load.key) === load) this.loads.delete(load.key);
  }

  private send(cachedResponse: CachedResponse, key: string, exchange: Exchange, outcome: 'hit' | 'joined'): void {
    const { request, response, ip } = exchange;
    const rateHeaders = this.admission ? this.admission.charge(request, ip) : [];
    // A request beyond the rate limit is passed to the handler, which rejects it.
    if (rateHeaders === null) return this.handler(request, response);
    this.counts[outcome] += 1;
    cachedResponse.send(request, response, rateHeaders, (bytes) => this.cache.addBytes(key, cachedResponse, bytes));
  }
}

/** Whether the handler of a route prevents shared caches from storing its response. */
function isPrivate(reply: FastifyReply): boolean {
  return /\b(?:no-store|private)\b/.test(String(reply.getHeader('cache-control') ?? ''));
}
