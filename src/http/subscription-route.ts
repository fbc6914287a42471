import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { AppError } from '../errors.js';
import { CostLimiter } from '../cost/cost-limiter.js';
import {
  LiveSubscription,
  type SharedResponses,
  SubscriptionRejectedError,
} from '../graphql/live/live-subscription.js';
import type { Context, SharedServices } from '../graphql/request/context.js';
import type { Role } from '../model/model.js';
import { acceptsEvents } from './accept-headers.js';
import type { Admission } from './admission.js';
import { sendError, sendErrors } from './error-responses.js';
import { parseFileParams } from './files/file-params.js';
import type { ResponseCache } from './cache/response-cache.js';
import type { ErrorReporter } from './error-reporter.js';
import { type EventStreams, STREAM_HEADERS } from './event-streams.js';
import type { TrustedDocumentResolver } from './trusted-document-resolver.js';

/** Dependencies of `addSubscriptionRoute`. */
export interface SubscriptionRouteDeps {
  schema: GraphQLSchema;
  services: SharedServices;
  streams: EventStreams;
  reporter: ErrorReporter;
  admission: Admission;
  cache: Pick<ResponseCache, 'doNotShare'> | null;
  trusted: TrustedDocumentResolver;
  roleOf: (request: FastifyRequest) => Role;
  contextOf: (request: FastifyRequest) => Context;
  /** Rejects if the token is no longer valid. */
  authenticate: (request: FastifyRequest) => Promise<unknown>;
}

/** Serves subscriptions at `/graphql/stream`, as server-sent events. */
export function addSubscriptionRoute(scope: FastifyInstance, deps: SubscriptionRouteDeps): void {
  const { schema, services, streams, reporter, admission, cache, trusted, roleOf, contextOf, authenticate } = deps;
  const cost = new CostLimiter(schema, services.model, services.modules);
  const sharedResponses: SharedResponses = new WeakMap();
  const report = reporter.report.bind(reporter);
  scope.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    preHandler: (request) => trusted.resolve(request, roleOf(request)),
    handler: (request, reply) => {
      if (!acceptsEvents(request.headers.accept)) {
        const message = 'Subscriptions use server-sent events. Send "Accept: text/event-stream".';
        return sendError(reply, new AppError('BAD_REQUEST', message), 406);
      }
      const { query, variables, operationName } = parseFileParams(request);
      try {
        const openOptions = { schema, cost, sharedResponses, report, contextOf: () => contextOf(request) };
        const operation = LiveSubscription.open(
          { query, variables, operationName, lastEventId: readLastEventId(request) },
          openOptions,
        );
        streams.checkCapacity(request);
        if (request.method === 'HEAD') return reply.headers(STREAM_HEADERS).send();
        cache?.doNotShare(request);
        streams.begin(operation, request, reply, () => authenticate(request).then(() => true, mayBeValid));
      } catch (error) {
        if (error instanceof SubscriptionRejectedError) return sendErrors(reply, 400, error.errors);
        throw error;
      }
      // A stream can last for hours, and does not count as in flight.
      admission.release(request);
      return reply;
    },
  });
}

/** Parses the Last-Event-ID of a client that reconnects; undefined if it is not a number. */
function readLastEventId({ headers }: FastifyRequest): number | undefined {
  const sent = headers['last-event-id'];
  return typeof sent === 'string' && /^\d{1,15}$/.test(sent) ? Number(sent) : undefined;
}

/** Whether a token may still be valid after a failed check. False only if the token was rejected. */
function mayBeValid(error: unknown): boolean {
  return !(error instanceof AppError && error.code === 'UNAUTHENTICATED');
}
