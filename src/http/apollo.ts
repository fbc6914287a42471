import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { getVariableValues } from 'graphql';
import type { Logger } from 'pino';
import { chosenOperation } from '../graphql/chosen-operation.js';
import type { Context, Services } from '../graphql/context.js';
import { Cost } from '../graphql/cost.js';
import { appErrorIn, isUnforeseen, refusal, toldError } from '../graphql/format-error.js';
import { Jit } from '../graphql/jit.js';
import { checkShape, LIMITS } from '../graphql/limits.js';
import { Sizes } from '../graphql/sizes.js';
import type { Metrics } from './metrics.js';

/** The GraphQL server over a schema: what it refuses, how it executes and what it tells of errors. */
export function apolloServer(
  schema: GraphQLSchema,
  { model, modules }: Pick<Services, 'model' | 'modules'>,
  log: Logger,
  metrics: Metrics,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    // Stated and not left to the environment: what is open to whom must not depend on how a process is started.
    introspection: true,
    // A page of another origin gains nothing: there are no cookies, GET executes queries alone, and POST takes only JSON,
    // which browsers ask about first.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    nodeEnv: 'production',
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    logger: log,
    formatError: toldError,
    plugins: [
      // Its hook on every field would cost a third of the processor time.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      refuseAndExecute(schema, new Cost(schema, model, modules), new Jit(schema)),
      report(log, metrics),
    ],
  });
}

type Variables = Readonly<Record<string, unknown>>;

/** Refuses what is too large before anything is carried out; executes queries that come often by code compiled for them. */
function refuseAndExecute(schema: GraphQLSchema, cost: Cost, jit: Jit): ApolloServerPlugin<Context> {
  const wellShaped = new WeakSet<object>();
  const check = (request: GraphQLRequestContext<Context>): Variables | null => {
    const { document, operation: named, contextValue } = request;
    if (!document) return null;
    const operation = chosenOperation(document, named, request.request.operationName);
    if (!wellShaped.has(operation)) {
      checkShape(document, operation);
      wellShaped.add(operation);
    }
    const definitions = operation.variableDefinitions ?? [];
    const { coerced } = getVariableValues(schema, definitions, request.request.variables ?? {}, { maxErrors: 1 });
    // Variables that are wrong are told of when the operation is carried out.
    if (!coerced) return null;
    const { counts, view, receipt } = contextValue;
    // Who writes is answered with drafts.
    const sizes = counts?.of(operation.operation === 'mutation' ? { preview: true } : view) ?? Sizes.unknown;
    receipt.cost = cost.check(document, operation, coerced, sizes);
    return coerced;
  };
  return {
    async requestDidStart() {
      let variables: Variables | null = null;
      return {
        async didResolveOperation(request) {
          try {
            variables = check(request);
          } catch (error) {
            throw refusal(error, 400);
          }
        },
        async responseForOperation({ document, operation, operationName, queryHash, contextValue: context }) {
          if (operation.operation !== 'query' || !variables) return null;
          const digest = `${queryHash} ${operationName ?? ''}`;
          const result = await jit.answer({ digest, document, operation, variables, context });
          if (!result) return null;
          const singleResult = result as { data: Record<string, unknown> };
          return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}

/** Who tried to write what without the right to. The token is not among what a viewer is. */
function audit(
  log: Logger,
  errors: readonly GraphQLError[],
  { requestId, viewer }: Pick<Context, 'requestId' | 'viewer'>,
): void {
  const { name: who, role } = viewer;
  for (const error of errors.filter((each) => appErrorIn(each)?.code === 'FORBIDDEN')) {
    log.warn({ audit: true, who, role, mutation: error.path?.[0], requestId }, 'a mutation was refused');
  }
}

/** Logs what was not foreseen, under the number that the client is told, and counts. */
function report(log: Logger, metrics: Metrics): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue, operation }) {
          const { requestId, viewer } = contextValue;
          if (operation?.operation === 'mutation') audit(log, errors, { requestId, viewer });
          for (const error of errors) {
            const unforeseen = isUnforeseen(error);
            const code = appErrorIn(error)?.code ?? (unforeseen ? 'INTERNAL_SERVER_ERROR' : error.extensions['code']);
            metrics.errors.inc({ code: String(code) });
            if (!unforeseen) continue;
            error.extensions['requestId'] = requestId;
            log.error({ err: error.originalError ?? error, requestId, path: error.path }, 'a resolver failed');
          }
        },
        async willSendResponse({ contextValue }) {
          contextValue.deadline.end();
          metrics.questions.inc(contextValue.receipt.questions);
        },
      };
    },
  };
}
