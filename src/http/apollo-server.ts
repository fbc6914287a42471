import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestContextDidResolveOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type DocumentNode,
  type ExecutionResult,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind as Node,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import { AppError } from '../errors.js';
import { formerNamesRule } from '../graphql/execution/former-names-rule.js';
import type { Context, SharedServices } from '../graphql/request/context.js';
import { CostLimiter } from '../cost/cost-limiter.js';
import { asAppError, toOperationError, formatError } from '../graphql/execution/format-error.js';
import { explainInputError } from '../graphql/execution/explain-input-error.js';
import { Executor } from '../graphql/execution/executor.js';
import { checkQueryShape, QUERY_LIMITS } from '../query/limits.js';
import { LocatedError } from '../query/located-error.js';
import { CollectionStats } from '../cost/collection-stats.js';
import { ResponseWriter } from './response-writer.js';
import { responseExtensions } from './response-extensions.js';
import type { ErrorReporter } from './error-reporter.js';

/** Creates the Apollo server for a schema. */
export function createApolloServer(
  schema: GraphQLSchema,
  { model, modules }: Pick<SharedServices, 'model' | 'modules'>,
  log: Logger,
  reporter: ErrorReporter,
): ApolloServer<Context> {
  const executor = new Executor(schema);
  const writer = new ResponseWriter(executor.scheduler);
  const cost = new CostLimiter(schema, model, modules);
  return new ApolloServer<Context>({
    schema,
    // Explicit, because introspection must not depend on NODE_ENV.
    introspection: true,
    // CSRF prevention is not needed: there are no cookies, GET runs only queries, and POST accepts only JSON, for which
    // browsers send a preflight.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    nodeEnv: 'production',
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    validationRules: [formerNamesRule(model)],
    parseOptions: { maxTokens: QUERY_LIMITS.tokens },
    logger: log,
    formatError: (formatted, error) =>
      formatError(
        error instanceof GraphQLError ? { ...formatted, message: explainInputError(schema, error) } : formatted,
        error,
      ),
    stringifyResult: writer.stringify,
    plugins: [
      // Apollo's cache control plugin has a hook on every field, which would take a third of the CPU time.
      ApolloServerPluginCacheControlDisabled(),
      // Inline traces are only for subgraphs of a federation, and slow down every start.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      executionPlugin({ schema, cost, executor, reporter }),
      responseExtensions,
      writer.plugin(reporter),
      reporter.plugin(),
    ],
  });
}

type Variables = Readonly<Record<string, unknown>>;

interface ExecutionDeps {
  schema: GraphQLSchema;
  cost: CostLimiter;
  executor: Executor;
  reporter: ErrorReporter;
}

/** Creates the plugin that rejects oversized operations and executes the others. */
function executionPlugin({ schema, cost, executor, reporter }: ExecutionDeps): ApolloServerPlugin<Context> {
  const checkedOperations = new WeakSet<object>();
  const check = (request: GraphQLRequestContextDidResolveOperation<Context>): Variables | null => {
    const { document, operation: selectedOperation, contextValue } = request;
    const operation = chooseOperation(document, selectedOperation, request.request.operationName);
    if (!checkedOperations.has(operation)) {
      checkQueryShape(document, operation);
      checkedOperations.add(operation);
    }
    const definitions = operation.variableDefinitions ?? [];
    const { coerced } = getVariableValues(schema, definitions, request.request.variables ?? {}, { maxErrors: 1 });
    // Execution reports the invalid variables, so no cost is computed.
    if (!coerced) return null;
    const { collectionStats, view, stats, trustedCost } = contextValue;
    // Mutations return drafts, so the statistics must include drafts.
    const countedView = operation.operation === 'mutation' ? { preview: true } : view;
    const statistics = collectionStats?.forView(countedView) ?? CollectionStats.unknown;
    const { objects, introspectionObjects } = cost.check(document, operation, coerced, statistics, trustedCost);
    stats.counted = objects;
    stats.cost = objects + introspectionObjects;
    return coerced;
  };
  return {
    async requestDidStart() {
      let coerced: Variables | null = null;
      return {
        async didResolveOperation(request) {
          if (request.operation?.operation !== 'query') request.contextValue.dependencies?.markUncacheable();
          try {
            coerced = check(request);
          } catch (error) {
            const { objects: objectCount } = asAppError(error)?.details ?? {};
            if (typeof objectCount === 'number') request.contextValue.stats.counted = objectCount;
            throw toOperationError(error, 400);
          }
        },
        async responseForOperation(request) {
          const { document, operation, operationName, queryHash, contextValue: context } = request;
          const digest = `${queryHash} ${operationName ?? ''}`;
          const rawVariables = request.request.variables;
          const result = await executor.execute({
            digest,
            document,
            operation,
            operationName,
            variables: rawVariables,
            coerced,
            context,
          });
          if (!result) return null;
          const { errors, data } = result;
          if (errors) reporter.report(errors, request);
          return makeResponse(data, errors);
        },
      };
    },
  };
}

/** Creates a response. A result without data missed its deadline and has the status 503. */
function makeResponse(data: ExecutionResult['data'], errors: readonly GraphQLError[] | undefined): GraphQLResponse {
  const formattedErrors = errors?.map((error) => formatError(error.toJSON(), error));
  const singleResult = { ...(formattedErrors && { errors: formattedErrors }), ...(data !== undefined && { data }) };
  const status = data === undefined ? 503 : undefined;
  return { http: { status, headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
}

/** Returns the operation to execute: the named or the only one. @throws AppError BAD_REQUEST also for subscriptions */
function chooseOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
  operationName: string | null | undefined,
): OperationDefinitionNode {
  if (operation?.operation === 'subscription') {
    const message = 'Subscriptions are answered at /graphql/stream, as server-sent events.';
    throw new LocatedError(operation, 'BAD_REQUEST', message);
  }
  if (operation) return operation;
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Node.OPERATION_DEFINITION && definition.name ? [`"${definition.name.value}"`] : [],
  );
  const hint = names.length === 0 ? 'its operation has no name' : `its operations are ${names.join(', ')}`;
  const problem =
    operationName == null
      ? 'The query has several operations and "operationName" does not choose one'
      : `The query has no operation named "${operationName}"`;
  throw new AppError('BAD_REQUEST', `${problem}; ${hint}.`);
}
