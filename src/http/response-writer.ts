import type { ApolloServerPlugin } from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import { AppError } from '../errors.js';
import type { Context } from '../graphql/request/context.js';
import { formatError } from '../graphql/execution/format-error.js';
import type { CooperativeScheduler } from '../graphql/request/cooperative-scheduler.js';
import { MAX_JSON_BYTES, writeJson } from './json-writer.js';
import type { ErrorReporter } from './error-reporter.js';

/** Serialises responses before their headers are sent, so that an error can still replace an oversized response. */
export class ResponseWriter {
  constructor(private readonly scheduler: CooperativeScheduler) {}

  private readonly textByData = new WeakMap<object, string>();

  /** Returns a plugin that serialises each response, or replaces it with an error. */
  plugin(reporter: ErrorReporter): ApolloServerPlugin<Context> {
    return {
      requestDidStart: async () => ({
        willSendResponse: async (request) => {
          const { contextValue } = request;
          const { body, http } = request.response;
          try {
            if (body.kind === 'single' && contextValue.isHttpResponse)
              await this.write(body.singleResult, contextValue);
          } catch (error) {
            if (!(error instanceof AppError) || body.kind !== 'single') throw error;
            const tooLargeError = new GraphQLError(error.message, { originalError: error });
            reporter.report([tooLargeError], request);
            http.status = error.code === 'DEADLINE' ? 503 : 400;
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

  private async write(response: FormattedExecutionResult, { deadline, pace }: Context): Promise<void> {
    if (!response.data) return;
    const yieldIfOver = () => (pace.jobs ??= this.scheduler.createJobs()).yieldIfOver();
    const json = writeJson(errorsFirst(response), { maxBytes: MAX_JSON_BYTES, yieldIfOver });
    this.textByData.set(response.data, typeof json === 'string' ? json : await deadline.within(json));
  }

  readonly stringify = (response: FormattedExecutionResult): string =>
    `${(response.data && this.textByData.get(response.data)) ?? JSON.stringify(response)}\n`;
}

/** Puts the errors of a response before its data, where people see them. */
function errorsFirst({ errors, data, extensions }: FormattedExecutionResult): object {
  return { ...(errors && { errors }), data, ...(extensions && { extensions }) };
}
