import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { AppError } from '../../errors.js';
import type { Context } from '../request/context.js';
import { CooperativeScheduler } from '../request/cooperative-scheduler.js';
import { Jit } from './jit.js';

/**
 * Maximum cost of a response that is computed without interruption. A cost of 1 400 to 2 100 blocks other requests for
 * 5 to 13 ms. The page of any entry costs less.
 */
export const MAX_COST_UNSLICED = 2500;

/** A validated operation to execute. */
export interface OperationRequest {
  /** Hash of the query and operation. */
  digest: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | null | undefined;
  variables: Readonly<Record<string, unknown>> | undefined;
  /** Coerced variables; null if they are invalid. */
  coerced: Readonly<Record<string, unknown>> | null;
  context: Context;
}

/** Executes operations. Compiles frequent queries, and computes expensive responses in time slices. */
export class Executor {
  constructor(
    private readonly schema: GraphQLSchema,
    readonly scheduler: CooperativeScheduler = new CooperativeScheduler(),
    private readonly jit: Jit = new Jit(schema),
  ) {}

  /** Executes an operation. Returns null for a cheap operation that is not compiled; Apollo then executes it. */
  async execute(request: OperationRequest): Promise<ExecutionResult | null> {
    if (request.context.stats.cost <= MAX_COST_UNSLICED) return this.executeCompiled(request);
    return this.executeInSlices(request);
  }

  private async executeCompiled({ coerced, ...request }: OperationRequest): Promise<ExecutionResult | null> {
    if (request.operation.operation !== 'query' || !coerced) return null;
    return this.jit.execute({ ...request, variables: coerced });
  }

  /** Executes an operation in time slices. After the deadline, the response consists of the deadline error only. */
  private async executeInSlices(request: OperationRequest): Promise<ExecutionResult> {
    const { deadline, pace } = request.context;
    const jobs = this.scheduler.createJobs();
    pace.jobs = jobs;
    deadline.onExpiry(() => jobs.close());
    const execution = async () => (await this.executeCompiled(request)) ?? this.interpret(request);
    try {
      return await deadline.within(execution());
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { errors: [new GraphQLError(error.message, { originalError: error })] };
    }
  }

  private async interpret({ document, operationName, variables, context }: OperationRequest): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? {},
      contextValue: context,
    });
  }
}
