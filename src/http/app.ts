import { createServer, type IncomingMessage } from 'node:http';
import cors from '@fastify/cors';
import proxyAddress from '@fastify/proxy-addr';
import { randomUUID } from 'node:crypto';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { MetricsAccess, TrustProxy } from '../config.js';
import type { SharedServices } from '../graphql/request/context.js';
import { ChangeBroadcaster } from '../graphql/live/change-broadcaster.js';
import { executableSchema } from '../graphql/executable-schema.js';
import { Admission, type AdmissionLimits, RATE_LIMIT_HEADERS } from './admission.js';
import { createApolloServer } from './apollo-server.js';
import { addEncoding } from './content-encoding.js';
import { addErrorHandler, rejectUnparsableRequest } from './error-responses.js';
import { DOWNLOAD_LIMITS, type DownloadLimits } from './files/download-limits.js';
import { addGraphiqlPage } from './graphiql-page.js';
import { addGraphql, type GraphqlDeps } from './graphql-route.js';
import { addHealthChecks } from './health-checks.js';
import { MAX_BODY_BYTES, restrictToJson } from './json-body.js';
import { addMetrics, addFeedFailureMetric, createMetrics } from './metrics.js';
import { createLocalRequestCheck } from './loopback-request.js';
import type { PublicAddress } from './public-origin.js';
import { escapeInvalidEncoding, moveLocaleToParameter } from './request-locales.js';
import { CacheKeyBuilder } from './cache/cache-key-builder.js';
import { ResponseCache } from './cache/response-cache.js';
import { ErrorReporter } from './error-reporter.js';
import { disconnectSlowClients, type SlowClientLimits } from './slow-clients.js';
import { EventStreams, STREAM_LIMITS, type StreamLimits } from './event-streams.js';
import { addSite } from './site/site-routes.js';
import { Shutdown } from './shutdown.js';
import { addStyleAndScript } from './style-and-script-routes.js';
import { addStateMetrics } from './server-state-metrics.js';
import type { TokenLookup } from './authentication.js';

/** Settings of the HTTP server. */
export interface AppOptions {
  log: Logger;
  corsOrigins: '*' | readonly string[];
  /** Folder of the built GraphiQL page. */
  graphiqlDir: string;
  tokens?: TokenLookup;
  fileLimits?: Partial<DownloadLimits>;
  /** Size of the response cache, in bytes. Default: 0, which turns the cache off. */
  cacheBytes?: number;
  /** Deadline of one operation, in milliseconds. */
  deadlineMs?: number;
  admission?: Partial<AdmissionLimits>;
  slowClients?: Partial<SlowClientLimits>;
  streams?: Partial<StreamLimits>;
  trustProxy?: TrustProxy;
  /** Public address of the server. Default: the host names of this machine, for local clients only. */
  address?: PublicAddress;
  /** Clients that may read the metrics. Default: programs on this machine. */
  metrics?: MetricsAccess;
  /** Aborted before the server closes, so that load balancers and clients can connect to another server. */
  stopping?: AbortSignal;
}

const DEADLINE_MS = 5000;
const ADMISSION_LIMITS: AdmissionLimits = {
  maxInFlight: 200,
  maxInFlightPerClient: 100,
  rate: { burst: 300, perSecond: 50 },
  invalidTokenCost: 20,
};
const MAX_CONNECTIONS = 2000;
const SLOW_CLIENT_LIMITS: SlowClientLimits = { maxIdleMs: 20_000, maxBufferedBytes: 256 * 1024 * 1024 };
/** Connection limits. Timeouts in milliseconds: for the headers, for the whole request, and between two requests. */
const CONNECTION_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 25_000,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 16 * 1024,
} as const;

/** Default `Retry-After` header, in seconds. */
const RETRY_AFTER_S = '5';
/** Request headers allowed by CORS: those that the server reads, and those that Apollo's clients add. */
const ALLOWED_HEADERS = [
  'content-type',
  'accept-language',
  'authorization',
  'if-none-match',
  'last-event-id',
  'traceparent',
  'tracestate',
  'apollographql-client-name',
  'apollographql-client-version',
  'apollo-require-preflight',
  'x-apollo-operation-name',
];
/** Content-Security-Policy of responses that are not pages. */
const NON_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Returns the proxy setting as Fastify expects it. A number is the number of trusted hops, counted from the server. */
function compileProxyTrust(trust: TrustProxy): false | ((address: string, hop: number) => boolean) {
  if (typeof trust === 'number') return (_address, hop) => hop < trust;
  return trust && proxyAddress.compile([...trust]);
}

function createResponseCache(
  { model, store }: SharedServices,
  { cacheBytes, corsOrigins, address, trustProxy = false, stopping }: AppOptions & { address: PublicAddress },
): ResponseCache | null {
  if (!cacheBytes) return null;
  const trust = compileProxyTrust(trustProxy);
  const resolveClient = (request: IncomingMessage) => {
    const { remoteAddress: peer = '' } = request.socket;
    if (!trust) return { request, ip: peer, isForwarded: false };
    return { request, ip: proxyAddress(request, trust), isForwarded: trust(peer, 0) };
  };
  const { publicUrl } = address;
  const keys = new CacheKeyBuilder({ locales: model.locales, corsOrigins, publicUrl });
  return new ResponseCache({ cache: store.createCache(cacheBytes), keys, resolveClient, stopping });
}

function rejectSchemas(): never {
  throw new Error('Routes must not have fastify schemas.');
}

/** Builds and memoises the schema while the database opens. It is the slowest start-up step that needs no database. */
export function prebuildSchema({ model, modules }: Pick<SharedServices, 'model' | 'modules'>): void {
  executableSchema(model, modules);
}

/** Builds the HTTP server for services that are already open. Closing the server does not close them. */
export async function buildApp(services: SharedServices, options: AppOptions): Promise<FastifyInstance> {
  const { log, trustProxy = false, stopping } = options;
  const { address = { publicUrl: null, allowedHosts: [] } } = options;
  const cache = createResponseCache(services, { ...options, address });
  const app = createFastify(services, options, cache);
  addErrorHandler(app, log);
  addEncoding(app, (request) => cache?.isLoading(request) ?? false);
  cache?.replayReadBodies(app);
  restrictToJson(app);
  await addHeaders(app, options);
  const isLocal = createLocalRequestCheck(trustProxy, address.publicUrl);
  const admission = new Admission(app, { ...ADMISSION_LIMITS, ...options.admission }, isLocal);
  if (cache) cache.admission = admission;
  // A change of the trusted documents makes cached responses stale.
  services.trusted.whenChanged(() => cache?.clear());
  const metrics = createMetrics();
  addFeedFailureMetric(metrics, services.store.log);
  addMetrics(app, metrics, { access: options.metrics ?? 'loopback', isLocal });
  addHealthChecks(app, services, stopping);
  const streamLimits = { ...STREAM_LIMITS, ...options.streams };
  const streams = new EventStreams(app, new ChangeBroadcaster(services.store.log), streamLimits, stopping);
  addStateMetrics(app, metrics, services, { admission, cache, streams });
  const reporter = new ErrorReporter(log, metrics);
  await addPagesAndApi(app, services, options, { address, cache, admission, reporter, streams });
  app.addHook('onClose', async () => cache?.close());
  await app.ready();
  return app;
}

function createFastify(services: SharedServices, options: AppOptions, cache: ResponseCache | null): FastifyInstance {
  const { log, trustProxy = false } = options;
  const shutdown = new Shutdown();
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    rewriteUrl: ({ url = '/' }) => moveLocaleToParameter(escapeInvalidEncoding(url), services.model.locales),
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: compileProxyTrust(trustProxy),
    clientErrorHandler: rejectUnparsableRequest,
    exposeHeadRoutes: true,
    // No route has a schema, so the compilers need not be loaded.
    schemaController: { compilersFactory: { buildValidator: rejectSchemas, buildSerializer: rejectSchemas } },
    // Requests that arrived before the server closes are still answered.
    return503OnClosing: false,
    serverFactory: (handler) => createServer(CONNECTION_LIMITS, shutdown.wrap(cache?.wrap(handler) ?? handler)),
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  const sockets = disconnectSlowClients(app.server, log, { ...SLOW_CLIENT_LIMITS, ...options.slowClients });
  app.addHook('preClose', () => shutdown.stopListening(app.server, sockets));
  return app;
}

async function addHeaders(app: FastifyInstance, { corsOrigins, stopping }: AppOptions): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'content-security-policy': NON_PAGE_POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-request-id': request.id,
    });
  });
  app.addHook('onSend', async (_request, reply) => {
    if (stopping?.aborted) void reply.header('connection', 'close');
    const isTemporary = reply.statusCode === 429 || reply.statusCode === 503;
    if (isTemporary && !reply.hasHeader('retry-after')) void reply.header('retry-after', RETRY_AFTER_S);
  });
  await app.register(cors, {
    origin: corsOrigins === '*' ? '*' : [...corsOrigins],
    credentials: false,
    methods: ['GET', 'POST'],
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: ['x-request-id', 'retry-after', ...RATE_LIMIT_HEADERS],
    maxAge: 86_400,
  });
}

async function addPagesAndApi(
  app: FastifyInstance,
  services: SharedServices,
  options: AppOptions,
  shared: Pick<GraphqlDeps, 'address' | 'cache' | 'admission' | 'reporter' | 'streams'>,
): Promise<void> {
  const { log, tokens = services.store.tokens, deadlineMs = DEADLINE_MS } = options;
  const schema = executableSchema(services.model, services.modules);
  const apollo = createApolloServer(schema, services, log, shared.reporter);
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  addStyleAndScript(app);
  addSite(app, { ...shared, apollo, services, deadlineMs });
  addGraphiqlPage(app, options.graphiqlDir);
  const fileLimits = { ...DOWNLOAD_LIMITS, ...options.fileLimits };
  addGraphql(app, { ...shared, apollo, schema, services, tokens, fileLimits, deadlineMs, log });
}
