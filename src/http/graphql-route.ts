import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { AppError } from '../errors.js';
import type { Context } from '../graphql/request/context.js';
import type { PageFigureEditions } from '../graphql/request/page-figure-editions.js';
import { FILE_FORMATS, findFileFormat, isTableFormat, type TableFormat } from '../files/formats.js';
import { hasExplorer } from '../model/explorer-url.js';
import { parseMediaTypes, prefersHtml } from './accept-headers.js';
import { ApiContextFactory, type ApiDeps } from './api-context-factory.js';
import { sendError } from './error-responses.js';
import type { DownloadLimits } from './files/download-limits.js';
import { ResponseExporter } from './files/response-exporter.js';
import { parseFileParams } from './files/file-params.js';
import { hasLocaleInUrl } from './request-locales.js';
import { resolveOrigin } from './public-origin.js';
import { addCompareRoute } from './questions/compare-route.js';
import { addExplorer } from './questions/explorer-routes.js';
import { QuestionParamsParser } from './questions/question-params.js';
import { addQuestions } from './questions/question-routes.js';
import { authenticate } from './authentication.js';
import type { ErrorReporter } from './error-reporter.js';
import { addSubscriptionRoute } from './subscription-route.js';
import type { EventStreams } from './event-streams.js';
import { addVary } from './vary-header.js';

/** Dependencies of `addGraphql`. */
export interface GraphqlDeps extends ApiDeps {
  apollo: ApolloServer<Context>;
  schema: GraphQLSchema;
  fileLimits: DownloadLimits;
  streams: EventStreams;
  reporter: ErrorReporter;
}

/** Format of a valid Host header. URLs are built from it, and building one from an invalid value would fail later. */
const VALID_HOST = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/;
const VALID_SCHEME = /^https?$/;
const ALLOWED_METHODS = ['GET', 'POST'];
const REJECTED_METHODS = ['PUT', 'PATCH', 'DELETE'];

/** Serves the API, the questions and the explorers. Requests are authenticated before their body is read. */
export function addGraphql(app: FastifyInstance, deps: GraphqlDeps): void {
  const { apollo, schema, services, address, cache, fileLimits, log } = deps;
  const files = new ResponseExporter({ apollo, schema, limits: fileLimits, log });
  const requests = new ApiContextFactory(deps);
  cache?.makeCacheable('graphql', 'API');
  cache?.makeCacheable('q', 'PAGE');
  void app.register(async (scope) => {
    addHooks(scope, deps, requests);
    addGraphqlEndpoint(scope, deps, { requests, files });
    addSubscriptionRoute(scope, {
      schema,
      services,
      streams: deps.streams,
      reporter: deps.reporter,
      admission: deps.admission,
      cache,
      trusted: requests.trusted,
      roleOf: (request) => requests.viewerOf(request).role,
      contextOf: (request) => requests.contextOf(request),
      authenticate: async ({ headers }) => authenticate(headers.authorization, deps.tokens),
    });
    const questionDeps = {
      apollo,
      parser: new QuestionParamsParser(schema),
      files,
      address,
      locales: services.model.locales,
      areas: services.areas,
      localesOf: (request: FastifyRequest) => requests.viewerOf(request).locales,
      contextOf: async (request: FastifyRequest, locales: readonly string[], editions: PageFigureEditions | null) => {
        const dependencies = cache?.dependenciesOf(request) ?? null;
        return requests.contextOf(request, { locales, dependencies, editions });
      },
    };
    addQuestions(scope, questionDeps);
    const explorerDeps = { ...questionDeps, site: deps };
    for (const kind of services.model.kinds.filter(hasExplorer)) addExplorer(scope, kind, explorerDeps);
    addCompareRoute(scope, explorerDeps);
  });
}

/** Adds the hooks that check each request and set the language of the response. */
function addHooks(scope: FastifyInstance, { admission, cache }: GraphqlDeps, requests: ApiContextFactory): void {
  scope.addHook('onRequest', async (request, reply) => {
    if (
      !VALID_HOST.test(request.headers.host ?? '') ||
      !VALID_HOST.test(request.host) ||
      !VALID_SCHEME.test(request.protocol)
    ) {
      throw new AppError('BAD_REQUEST', 'Invalid "Host" header. If a proxy sets it, correct the proxy.');
    }
    admission.acquire(request, reply);
    await requests.authenticateRequest(request);
    addVary(reply, 'accept', ...(hasLocaleInUrl(request) ? [] : ['accept-language']), 'authorization');
  });
  // Only successful responses are in the language of the client; error messages are in English.
  scope.addHook('onSend', async (request, reply) => {
    if (reply.statusCode !== 200 || reply.hasHeader('content-language')) return;
    void reply.header('content-language', requests.viewerOf(request).locales[0]);
  });
  cache?.storeResponses(scope);
  scope.addHook('preHandler', async (request) => requests.checkUrlParameters(request));
}

/** Serves /graphql: GraphQL over HTTP, file exports, and a redirect to GraphiQL for browsers. */
function addGraphqlEndpoint(
  scope: FastifyInstance,
  { apollo, address }: GraphqlDeps,
  { requests, files }: { requests: ApiContextFactory; files: ResponseExporter },
): void {
  const handler = fastifyApolloHandler(apollo, {
    context: async (request) => requests.contextOf(request, { dependencies: requests.dependenciesOf(request) }),
  });
  scope.route({
    method: ALLOWED_METHODS,
    url: '/graphql',
    preHandler: (request) => requests.trusted.resolve(request, requests.viewerOf(request).role),
    handler(request, reply) {
      const format = requestedFormat(request);
      if (format) {
        const context = async (editions: PageFigureEditions) => requests.contextOf(request, { editions });
        const locale = requests.viewerOf(request).locales[0]!;
        const viewer = { context, locale, origin: resolveOrigin(request, address) };
        return files.sendFile(request, reply, { params: parseFileParams(request), format, viewer });
      }
      if (isOpenedInBrowser(request)) return reply.redirect(request.url.replace(/^[^?]*/, '/graphiql'));
      return handler.call(this, asGet(request), reply);
    },
  });
  scope.route({
    method: REJECTED_METHODS,
    url: '/graphql',
    handler: (_request, reply) => {
      void reply.header('allow', 'GET, HEAD, POST');
      return sendError(reply, new AppError('BAD_REQUEST', 'The API accepts GET, HEAD and POST.'), 405);
    },
  });
}

/** Returns a HEAD request as GET, because Apollo does not support HEAD. The router omits the body. */
function asGet(request: FastifyRequest): FastifyRequest {
  if (request.method !== 'HEAD') return request;
  return Object.create(request, { method: { value: 'GET' } }) as FastifyRequest;
}

/** Whether a browser opens the URL as a page. Requests with `?format=` receive data instead. */
function isOpenedInBrowser(request: FastifyRequest): boolean {
  return request.method !== 'POST' && !('format' in (request.query as object)) && prefersHtml(request);
}

/** Returns the format requested by `?format=` or `Accept`; null for JSON. @throws AppError BAD_REQUEST */
function requestedFormat(request: FastifyRequest): TableFormat | null {
  const { format: name } = request.query as { format?: unknown };
  if (name === undefined) return acceptedFormat(request.headers.accept ?? '');
  const format = findFileFormat(String(name));
  if (format) return isTableFormat(format) ? format : null;
  const formatNames = Object.keys(FILE_FORMATS).join(', ');
  throw new AppError('BAD_REQUEST', `Unknown format; the formats are ${formatNames}.`);
}

function acceptedFormat(accept: string): TableFormat | null {
  const acceptedTypes = parseMediaTypes(accept);
  const formats = Object.values(FILE_FORMATS).filter(isTableFormat);
  return formats.find(({ mediaType }) => acceptedTypes.includes(mediaType)) ?? null;
}
