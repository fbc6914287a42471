import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { execute, GraphQLError } from 'graphql';
import { AppError } from '../../errors.js';
import type { Context } from '../request/context.js';
import { SliceScheduler } from '../request/slices.js';
import { Jit } from './jit.js';

/**
 * Answers priced higher are made in slices, compiled or not, for nobody is to wait 50 ms for another: made in one piece,
 * what is priced at 1 400 to 2 100 lets others wait 5 to 13 ms. The page of any entry stays below it.
 */
export const MOST_AT_ONCE = 2500;

/** One operation that is to be answered. */
export interface OperationRequest {
  /** The same for the same query and operation. */
  digest: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | null | undefined;
  /** As they came. */
  variables: Readonly<Record<string, unknown>> | undefined;
  /** Null where they are wrong. */
  coerced: Readonly<Record<string, unknown>> | null;
  context: Context;
}

/** How operations are executed: queries that come often by code compiled for them, and long answers in slices. */
export class Executor {
  /**
   * @param scheduler shares the thread between the long answers
   * @param jit compiles what comes often
   * @param mostAtOnce what is priced higher is made in slices
   */
  constructor(
    private readonly schema: GraphQLSchema,
    readonly scheduler: SliceScheduler = new SliceScheduler(),
    private readonly jit: Jit = new Jit(schema),
    private readonly mostAtOnce = MOST_AT_ONCE,
  ) {}

  /** The answer to an operation; null where it is short and not compiled, so that anybody may execute it. */
  async answer(request: OperationRequest): Promise<ExecutionResult | null> {
    if (request.context.stats.cost <= this.mostAtOnce) return this.compiled(request);
    return this.inSlices(request);
  }

  private async compiled({ coerced, ...request }: OperationRequest): Promise<ExecutionResult | null> {
    if (request.operation.operation !== 'query' || !coerced) return null;
    return this.jit.answer({ ...request, variables: coerced });
  }

  /** Answers in slices. Once it is over its deadline it is given up, and the answer is that error alone. */
  private async inSlices(request: OperationRequest): Promise<ExecutionResult> {
    const { deadline, pace } = request.context;
    const slices = this.scheduler.open();
    pace.slices = slices;
    deadline.whenOver(() => slices.close());
    const answer = async () => (await this.compiled(request)) ?? this.interpreted(request);
    try {
      return await deadline.within(answer());
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { errors: [new GraphQLError(error.message, { originalError: error })] };
    }
  }

  private async interpreted({
    document,
    operationName,
    variables,
    context,
  }: OperationRequest): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? {},
      contextValue: context,
    });
  }
}
