import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { execute, GraphQLError } from 'graphql';
import { AppError } from '../../errors.js';
import type { Context } from '../request/context.js';
import { slicedFieldResolver } from './sliced-fields.js';
import type { SliceScheduler } from '../request/slices.js';

/** Answers priced higher are made in slices. */
export const MOST_AT_ONCE = 2000;

/** One operation whose answer is made in slices. */
export interface SlicedRequest {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | null | undefined;
  /** As they came. */
  variables: Readonly<Record<string, unknown>> | undefined;
  context: Context;
}

/** Executes an operation in slices. Once it is over its deadline it is given up, and the answer is that error alone. */
export async function executeInSlices(
  scheduler: SliceScheduler,
  { schema, document, operationName, variables, context }: SlicedRequest,
): Promise<ExecutionResult> {
  const { deadline, pace } = context;
  const slices = scheduler.open();
  pace.slices = slices;
  deadline.whenOver(() => slices.close());
  const answer = async () =>
    execute({
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? {},
      contextValue: context,
      fieldResolver: slicedFieldResolver,
    });
  try {
    return await deadline.within(answer());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { errors: [new GraphQLError(error.message, { originalError: error })] };
  }
}
