import {
  type DocumentNode,
  execute,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { formerNamesRule } from '../execution/former-names-rule.js';
import type { ChangeEvent } from '../../store/change-log.js';
import { explainInputError } from '../execution/explain-input-error.js';
import { toOperationError, formatError } from '../execution/format-error.js';
import type { CostLimiter } from '../../cost/cost-limiter.js';
import { checkQueryShape, QUERY_LIMITS } from '../../query/limits.js';
import { CollectionStats } from '../../cost/collection-stats.js';
import type { Context } from '../request/context.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import { type EntryChangedArguments, EntryChangeFilter } from './entry-change-filter.js';
import type { LiveEvent } from './change-broadcaster.js';

/** Parameters of a subscription request. */
export interface LiveRequest {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | undefined;
  /** Sequence number of the last event received before a reconnect; overrides the argument `after`. */
  lastEventId?: number | undefined;
}

interface LiveResponse {
  /** Sequence number from which a client can resume. */
  after: number;
  text: string;
  /** Cost of the response, as a number of objects. */
  cost: number;
}

interface OpenOptions {
  schema: GraphQLSchema;
  cost: CostLimiter;
  sharedResponses: SharedResponses;
  /** Called with the errors of a response and the executed operation, before the response is sent. */
  report: (errors: readonly GraphQLError[], executed: ExecutedOperation) => void;
  contextOf: () => Context;
}

interface ExecutedOperation {
  contextValue: Context;
  operation: OperationDefinitionNode;
  operationName: string | null;
}

interface ParsedRequest {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  request: LiveRequest;
}

/** An invalid subscription request, with the GraphQL errors to send to the client. */
export class SubscriptionRejectedError extends Error {
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super('refused');
  }
}

/** A validated subscription. It is executed once per event. */
export class LiveSubscription {
  /** Sequence number after which to start; null to start with the next change. */
  readonly after: number | null;
  private readonly filter: EntryChangeFilter;
  private readonly digest: string;
  /** Estimated cost of a response of maximum size, as a number of objects. */
  private readonly maxCost: number;

  private constructor(
    private readonly options: Pick<OpenOptions, 'schema' | 'sharedResponses' | 'report'> & ParsedRequest,
    args: EntryChangedArguments,
    private readonly contextOf: () => Context,
    { context, maxCost }: { context: Context; maxCost: number },
  ) {
    this.after = options.request.lastEventId ?? args.after ?? null;
    this.maxCost = maxCost;
    this.filter = new EntryChangeFilter(context, args);
    const { view, viewer, origin } = context;
    const { query, operationName, variables } = options.request;
    this.digest = JSON.stringify([query, operationName, variables, args, view, viewer.locales, origin]);
  }

  /** Validates a subscription and estimates its cost. @throws SubscriptionRejectedError, AppError BAD_ID */
  static open(
    request: LiveRequest,
    { schema, cost, sharedResponses, report, contextOf }: OpenOptions,
  ): LiveSubscription {
    const context = contextOf();
    try {
      const document = parse(request.query, { maxTokens: QUERY_LIMITS.tokens });
      const errors = validate(schema, document, [...specifiedRules, formerNamesRule(context.model)]);
      if (errors.length > 0)
        throw new SubscriptionRejectedError(
          errors.map((error) => toFormatted(error, 'GRAPHQL_VALIDATION_FAILED', explainInputError(schema, error))),
        );
      const operation = getOperationAST(document, request.operationName);
      if (operation?.operation !== 'subscription') {
        throw new SubscriptionRejectedError([
          {
            message: 'Only subscriptions are streamed; send other operations to /graphql.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ]);
      }
      checkQueryShape(document, operation);
      const { coerced, errors: variableErrors } = getVariableValues(
        schema,
        operation.variableDefinitions ?? [],
        request.variables,
      );
      if (!coerced)
        throw new SubscriptionRejectedError(
          variableErrors.map((error) => toFormatted(error, 'BAD_USER_INPUT', explainInputError(schema, error))),
        );
      const stats = context.collectionStats?.forView(context.view) ?? CollectionStats.unknown;
      const { objects: maxCost } = cost.check(document, operation, coerced, stats, context.trustedCost);
      const field = operation.selectionSet.selections[0];
      const fields = schema.getSubscriptionType()!.getFields();
      if (field?.kind !== 'Field' || !fields[field.name.value]) throw new SubscriptionRejectedError([ONE_FIELD_ERROR]);
      const args = getArgumentValues(fields[field.name.value]!, field, coerced);
      const options = { schema, sharedResponses, report, document, operation, request };
      return new LiveSubscription(options, args, contextOf, { context, maxCost });
    } catch (error) {
      if (error instanceof SubscriptionRejectedError) throw error;
      if (error instanceof GraphQLError)
        throw new SubscriptionRejectedError([toFormatted(error, 'GRAPHQL_PARSE_FAILED')]);
      const rejection = toOperationError(error, 400);
      if (rejection instanceof GraphQLError)
        throw new SubscriptionRejectedError([formatError(rejection.toJSON(), rejection)]);
      throw error;
    } finally {
      context.deadline.end();
    }
  }

  /** Returns the responses to an event. Identical subscriptions share the responses. */
  responsesTo(event: LiveEvent): Promise<readonly LiveResponse[]> {
    this.filter.observe(event);
    if (typeof event.payload === 'string') return this.makeResponses(event);
    const sharedResponses =
      this.options.sharedResponses.get(event.payload) ?? new Map<string, Promise<readonly LiveResponse[]>>();
    this.options.sharedResponses.set(event.payload, sharedResponses);
    const responses = sharedResponses.get(this.digest) ?? this.makeResponses(event);
    sharedResponses.set(this.digest, responses);
    return responses;
  }

  private async makeResponses(event: LiveEvent): Promise<readonly LiveResponse[]> {
    const responses: LiveResponse[] = [];
    for (const entryChanged of await this.filter.toEvents(event)) {
      const { after, entries } = entryChanged;
      const cost = Math.ceil((this.maxCost * Math.max(1, entries.length)) / PAGE_LIMITS.max);
      responses.push({ after, cost, text: await this.execute({ entryChanged }) });
    }
    return responses;
  }

  private async execute(rootValue: object): Promise<string> {
    const { schema, document, operation, request, report } = this.options;
    const context = this.contextOf();
    const operationName = request.operationName ?? null;
    const executionArguments = {
      schema,
      document,
      rootValue,
      contextValue: context,
      variableValues: request.variables,
      operationName,
    };
    try {
      const { data, errors } = await context.deadline.within(Promise.resolve(execute(executionArguments)));
      if (errors) report(errors, { contextValue: context, operation, operationName });
      return JSON.stringify({
        ...(errors && { errors: errors.map((error) => formatError(error.toJSON(), error)) }),
        data,
      });
    } finally {
      context.deadline.end();
    }
  }
}

/** Responses that identical subscriptions share, by change and by request digest. */
export type SharedResponses = WeakMap<ChangeEvent, Map<string, Promise<readonly LiveResponse[]>>>;

const ONE_FIELD_ERROR: GraphQLFormattedError = {
  message: 'Select the field of the subscription directly, not in a fragment.',
  extensions: { code: 'BAD_REQUEST' },
};

function toFormatted(error: GraphQLError, code: string, message = error.message): GraphQLFormattedError {
  const { locations } = error.toJSON();
  return { message, ...(locations && { locations }), extensions: { code } };
}
