import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { AppError } from '../errors.js';
import type { Context, RequestFacts, Services } from '../graphql/request/context.js';
import { contextFor } from '../graphql/request/context.js';
import type { PageEditions } from '../graphql/request/page-editions.js';
import type { Viewer } from '../graphql/request/viewer.js';
import { mayDo, notAllowed } from '../model/roles.js';
import { isForPerson } from './accepted.js';
import type { Admission } from './admission.js';
import { sendError } from './errors.js';
import type { FileLimits } from './files/limits.js';
import { FileAnswers } from './files/file-answers.js';
import { readAsked } from './files/asked.js';
import { requestedFormat } from './files/requested-format.js';
import { queryString } from './query-string.js';
import { negotiateLocales, namesLocale } from './request-locales.js';
import type { PublicAddress } from './origin.js';
import { resolveOrigin } from './origin.js';
import type { ResponseCache } from './cache/response-cache.js';
import { QuestionReader } from './questions/asked-question.js';
import { addQuestions } from './questions/question-routes.js';
import type { Tokens } from './tokens.js';
import { authenticate } from './tokens.js';
import type { Reporter } from './reporter.js';
import { addStream } from './stream-route.js';
import type { Streams } from './streams.js';
import { TrustedRequests } from './trusted-requests.js';
import { addVary } from './vary.js';

/** What the API at /graphql is made of. */
export interface GraphqlParts {
  apollo: ApolloServer<Context>;
  services: Services;
  tokens: Tokens;
  admission: Admission;
  address: PublicAddress;
  cache: ResponseCache | null;
  schema: GraphQLSchema;
  fileLimits: FileLimits;
  streams: Streams;
  reporter: Reporter;
  deadlineMs: number;
  log: Logger;
}

/** What reads a request further on makes an address of it, and fails where there can be none. */
const HOST = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/;
const SCHEME = /^https?$/;
const ALLOWED = ['GET', 'POST'];
const REFUSED = ['PUT', 'PATCH', 'DELETE'];

/** Serves the API. Who asks is found out before anything else is read of a request. */
export function addGraphql(app: FastifyInstance, parts: GraphqlParts): void {
  const { apollo, schema, services, admission, address, cache, fileLimits, deadlineMs, log } = parts;
  const files = new FileAnswers({ apollo, schema, limits: fileLimits, log });
  const viewers = new WeakMap<FastifyRequest, Viewer>();
  const viewerOf = (request: FastifyRequest) => viewers.get(request)!;
  const trusted = new TrustedRequests(services.trusted);

  cache?.cover('graphql', 'API');
  cache?.cover('q', 'PAGE');
  void app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (!HOST.test(request.headers.host ?? '') || !HOST.test(request.host) || !SCHEME.test(request.protocol)) {
        throw new AppError('BAD_REQUEST', 'The header "Host", or what a proxy made of it, is no host.');
      }
      admission.enter(request, reply);
      viewers.set(request, await identifyViewer(request, parts));
      addVary(reply, 'accept', ...(namesLocale(request) ? [] : ['accept-language']), 'authorization');
    });
    type Making = Pick<RequestFacts, 'dependencies' | 'editions'> & { locales?: readonly string[] };
    const contextNow = (request: FastifyRequest, { locales, dependencies = null, editions = null }: Making = {}) => {
      const viewer = { ...viewerOf(request), preview: asksForPreview(request), ...(locales && { locales }) };
      return contextFor(services, {
        requestId: request.id,
        viewer,
        deadlineMs,
        origin: resolveOrigin(request, address),
        tellsCost: asksFor(request, 'cost'),
        keptPrice: trusted.of(request)?.price,
        dependencies,
        editions,
      });
    };
    const makeContext = async (...of: Parameters<typeof contextNow>) => contextNow(...of);
    const handler = fastifyApolloHandler(apollo, {
      context: (request) => {
        // What an answer cost is of that answer alone.
        const dependencies = asksFor(request, 'cost') ? null : cache?.dependenciesOf(request);
        return makeContext(request, { dependencies: dependencies ?? null });
      },
    });
    // What is refused is told in English.
    scope.addHook('onSend', async (request, reply) => {
      if (reply.statusCode !== 200 || reply.hasHeader('content-language')) return;
      void reply.header('content-language', viewerOf(request).locales[0]);
    });
    cache?.storeResponses(scope);
    // What an address must not ask for is refused here, where an answer of its own can be given.
    scope.addHook('preHandler', async (request) => {
      asksFor(request, 'cost');
      const { role } = viewerOf(request);
      if (asksForPreview(request) && !mayDo(role, 'EDITOR')) {
        throw notAllowed(role, 'A preview is for editors; send the token of one, or leave "preview" out.');
      }
    });
    scope.route({
      method: ALLOWED,
      url: '/graphql',
      preHandler: (request) => trusted.take(request, viewerOf(request).role),
      handler(request, reply) {
        const format = requestedFormat(request);
        if (format) {
          const context = (editions: PageEditions) => makeContext(request, { editions });
          const locale = viewerOf(request).locales[0]!;
          const viewer = { context, locale, origin: resolveOrigin(request, address) };
          return files.answer(request, reply, { asked: readAsked(request), format, viewer });
        }
        if (isOpenedInBrowser(request)) return reply.redirect(`/graphiql${queryString(request)}`);
        return handler.call(this, asGet(request), reply);
      },
    });
    addStream(scope, {
      schema,
      services,
      streams: parts.streams,
      reporter: parts.reporter,
      admission,
      cache,
      trusted,
      roleOf: (request) => viewerOf(request).role,
      contextOf: (request) => contextNow(request),
      authenticate: async ({ headers }) => authenticate(headers.authorization, parts.tokens),
    });
    addQuestions(scope, {
      apollo,
      reader: new QuestionReader(schema),
      files,
      address,
      locales: services.model.locales,
      localesOf: (request) => viewerOf(request).locales,
      contextOf: (request, locales, editions) => {
        const dependencies = cache?.dependenciesOf(request) ?? null;
        return makeContext(request, { locales, dependencies, editions });
      },
    });
    scope.route({
      method: REFUSED,
      url: '/graphql',
      handler: (_request, reply) => {
        void reply.header('allow', 'GET, HEAD, POST');
        return sendError(reply, new AppError('BAD_REQUEST', 'The API answers GET, HEAD and POST.'), 405);
      },
    });
  });
}

/** A request by HEAD as one by GET, which alone Apollo knows; the router leaves out the body. */
function asGet(request: FastifyRequest): FastifyRequest {
  if (request.method !== 'HEAD') return request;
  return Object.create(request, { method: { value: 'GET' } }) as FastifyRequest;
}

/** Whether a person opens the address of the API in a browser, which GraphiQL is for; `?format=json` is for those who want JSON. */
function isOpenedInBrowser(request: FastifyRequest): boolean {
  return request.method !== 'POST' && !('format' in (request.query as object)) && isForPerson(request);
}

async function identifyViewer(
  request: FastifyRequest,
  { services, tokens, admission, log }: GraphqlParts,
): Promise<Viewer> {
  const locales = negotiateLocales(request, services.model.locales);
  try {
    const token = await authenticate(request.headers.authorization, tokens);
    return { role: token?.role ?? 'READER', name: token?.name ?? null, locales, preview: false };
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAUTHENTICATED') {
      admission.tokenFailed(request);
      log.warn({ audit: true, client: request.ip, requestId: request.id }, 'a token was refused');
    }
    throw error;
  }
}

/** Whether the address of a request says `=true` of something. @throws AppError BAD_REQUEST  it says neither that nor `=false` */
function asksFor({ query }: FastifyRequest, what: string): boolean {
  const said = (query as Record<string, unknown>)[what];
  if (said === 'true') return true;
  if (said === undefined || said === 'false') return false;
  throw new AppError('BAD_REQUEST', `The address does not say whether it asks for "${what}"; give true or false.`);
}

/** Drafts are shown where a request says `?preview=true` in its address, or `extensions: { preview: true }` in its body. */
function asksForPreview(request: FastifyRequest): boolean {
  const { body } = request;
  if (asksFor(request, 'preview')) return true;
  if (typeof body !== 'object' || body === null || !('extensions' in body)) return false;
  const { extensions } = body;
  return (
    typeof extensions === 'object' && extensions !== null && 'preview' in extensions && extensions.preview === true
  );
}
