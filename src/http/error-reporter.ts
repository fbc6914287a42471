import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../graphql/request/context.js';
import { asAppError, INTERNAL_CODE, isOperationalError, isUnexpectedError } from '../graphql/execution/format-error.js';
import type { Metrics } from './metrics.js';

const ACCESS_CODES = new Set<string>(['UNAUTHENTICATED', 'FORBIDDEN']);
const SLOW_REQUEST_MS = 1000;

type ReportedRequest = Pick<GraphQLRequestContext<Context>, 'contextValue' | 'operation' | 'operationName'>;

/** Logs unexpected and operational errors with the request ID, and slow requests. Counts all errors by code. */
export class ErrorReporter {
  private readonly reportedContexts = new WeakSet<Context>();

  constructor(
    private readonly log: Logger,
    private readonly metrics: Metrics,
  ) {}

  plugin(): ApolloServerPlugin<Context> {
    return {
      requestDidStart: async () => ({
        didEncounterErrors: async ({ errors, ...request }) => this.report(errors, request),
        willSendResponse: async (request) => this.recordStats(request),
      }),
    };
  }

  report(errors: readonly GraphQLError[], request: ReportedRequest): void {
    const { contextValue, operation } = request;
    const { requestId } = contextValue;
    if (operation?.operation === 'mutation') this.audit(errors, contextValue);
    for (const error of errors) {
      const isUnexpected = isUnexpectedError(error);
      const code = asAppError(error)?.code ?? (isUnexpected ? INTERNAL_CODE : error.extensions['code']);
      this.metrics.errors.inc({ code: String(code) });
      if (isUnexpected) {
        this.log.error({ err: error.originalError ?? error, requestId, path: error.path }, 'resolver failed');
      } else if (!isOperationalError(error)) continue;
      else if (!this.reportedContexts.has(contextValue)) {
        this.reportedContexts.add(contextValue);
        this.log.warn({ ...collectLogFields(request), code }, 'request failed with an internal error');
      }
      error.extensions['requestId'] = requestId;
    }
  }

  private recordStats(request: ReportedRequest): void {
    const { stats } = request.contextValue;
    this.metrics.storeReads.inc(stats.storeReads);
    this.metrics.databaseCommands.inc(stats.database.commands);
    this.metrics.databaseSeconds.observe(stats.database.milliseconds / 1000);
    const isSlow = performance.now() - stats.startedAt > SLOW_REQUEST_MS;
    if (isSlow && !this.reportedContexts.has(request.contextValue))
      this.log.info(collectLogFields(request), 'slow request');
  }

  /** Logs each mutation that was rejected for missing access, with its user and role, but not the token. */
  private audit(errors: readonly GraphQLError[], { requestId, viewer }: Context): void {
    const { name: userName, role } = viewer;
    for (const error of errors.filter((error) => ACCESS_CODES.has(asAppError(error)?.code ?? ''))) {
      this.log.warn({ audit: true, who: userName, role, mutation: error.path?.[0], requestId }, 'mutation rejected');
    }
  }
}

/** Returns the log fields of a slow or failed request. Omits the query text and the variables. */
function collectLogFields({ operationName, contextValue }: ReportedRequest): Record<string, unknown> {
  const { requestId, stats } = contextValue;
  return {
    requestId,
    operation: operationName ?? null,
    cost: stats.cost,
    questions: stats.storeReads,
    commands: stats.database.commands,
    databaseMs: Math.round(stats.database.milliseconds),
    ms: Math.round(performance.now() - stats.startedAt),
  };
}
