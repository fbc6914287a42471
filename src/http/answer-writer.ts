import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { GraphQLError } from 'graphql';
import { AppError } from '../errors.js';
import type { Context } from '../graphql/request/context.js';
import { toldError } from '../graphql/execution/format-error.js';
import type { SliceScheduler } from '../graphql/request/slices.js';
import { MOST_BYTES_OF_JSON, writeJson } from './json-writer.js';
import type { Reporter } from './reporter.js';

/** Serialises responses within a size limit before the head is sent, so that a refusal has its own status. */
export class AnswerWriter {
  constructor(private readonly scheduler: SliceScheduler) {}

  private readonly written = new WeakMap<object, string>();

  /** Serialises each response, or replaces it with a refusal. */
  plugin(reporter: Reporter): ApolloServerPlugin<Context> {
    return {
      requestDidStart: async () => ({
        willSendResponse: async (request) => {
          const { contextValue } = request;
          const { body, http } = request.response;
          try {
            if (body.kind === 'single' && contextValue.isSent) await this.write(body.singleResult, contextValue);
          } catch (error) {
            if (!(error instanceof AppError) || body.kind !== 'single') throw error;
            const refused = new GraphQLError(error.message, { originalError: error });
            reporter.tell([refused], request);
            http.status = error.code === 'DEADLINE' ? 503 : 400;
            const { extensions } = body.singleResult;
            const errors = [toldError(refused.toJSON(), refused)];
            body.singleResult = { errors, ...(extensions && { extensions }) };
          } finally {
            contextValue.deadline.end();
          }
        },
      }),
    };
  }

  private async write(answer: FormattedExecutionResult, { deadline, pace }: Context): Promise<void> {
    if (!answer.data) return;
    const turn = () => (pace.slices ??= this.scheduler.open()).turn();
    const json = writeJson(inOrder(answer), { mostBytes: MOST_BYTES_OF_JSON, turn });
    this.written.set(answer.data, typeof json === 'string' ? json : await deadline.within(json));
  }

  /** The serialised response. */
  readonly text = (answer: FormattedExecutionResult): string =>
    `${(answer.data && this.written.get(answer.data)) ?? JSON.stringify(answer)}\n`;
}

/** Errors come first, where people see them. */
function inOrder({ errors, data, extensions }: FormattedExecutionResult): object {
  return { ...(errors && { errors }), data, ...(extensions && { extensions }) };
}
