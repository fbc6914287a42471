import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { GraphQLError } from 'graphql';
import { AppError } from '../errors.js';
import type { Context } from '../graphql/request/context.js';
import { formatError } from '../graphql/execution/format-error.js';
import { writeJson } from './json-writer.js';
import type { ErrorReporter } from './error-reporter.js';

/**
 * Serialises responses before their headers are sent, so that an oversized response can be replaced with an error
 * status.
 */
export class ResponseWriter {
  private readonly written = new WeakMap<object, string>();

  /** Returns a plugin that serialises each response, or replaces it with an error. */
  plugin(reporter: ErrorReporter): ApolloServerPlugin<Context> {
    return {
      requestDidStart: async () => ({
        willSendResponse: async (request) => {
          const { contextValue } = request;
          const { body, http } = request.response;
          try {
            if (body.kind === 'single' && contextValue.isHttpResponse) this.write(body.singleResult);
          } catch (error) {
            if (!(error instanceof AppError) || body.kind !== 'single') throw error;
            const tooLargeError = new GraphQLError(error.message, { originalError: error });
            reporter.report([tooLargeError], request);
            http.status = 400;
            const { extensions } = body.singleResult;
            const errors = [formatError(tooLargeError.toJSON(), tooLargeError)];
            body.singleResult = { errors, ...(extensions && { extensions }) };
          } finally {
            contextValue.deadline.end();
          }
        },
      }),
    };
  }

  private write(response: FormattedExecutionResult): void {
    if (response.data) this.written.set(response.data, writeJson(inOrder(response)));
  }

  readonly text = (response: FormattedExecutionResult): string =>
    `${(response.data && this.written.get(response.data)) ?? JSON.stringify(response)}\n`;
}

/** Puts errors first, where people see them. */
function inOrder({ errors, data, extensions }: FormattedExecutionResult): object {
  return { ...(errors && { errors }), data, ...(extensions && { extensions }) };
}
