import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { AppError } from '../errors.js';
import type { QueryResponse, QueryData } from './execute-query.js';
import { sendErrors, statusFor } from './error-responses.js';

/** Thrown if a query of a page or file fails. Contains the GraphQL errors. */
export class QueryRejectedError extends Error {
  readonly status: number;

  /** @param status HTTP status to use if the first error's code has no specific status */
  constructor(
    readonly errors: readonly GraphQLFormattedError[],
    status: number,
  ) {
    super(errors[0]?.message ?? 'query rejected');
    this.status = statusFor(errors[0]?.extensions?.['code']) ?? status;
  }
}

/** Returns the data of a response. @throws QueryRejectedError if the response has errors */
export function requireData({ data, errors, status }: QueryResponse): QueryData {
  if (data === null || errors.length > 0) throw new QueryRejectedError(errors, status);
  return data;
}

const TOO_COSTLY_CODES: readonly unknown[] = ['TOO_COSTLY', 'TOO_MANY', 'TOO_DEEP'];

/** Whether a query was rejected because it costs too much. */
export function isTooCostly(error: unknown): boolean {
  if (error instanceof QueryRejectedError)
    return error.errors.some(({ extensions }) => TOO_COSTLY_CODES.includes(extensions?.['code']));
  return error instanceof AppError && TOO_COSTLY_CODES.includes(error.code);
}

/** Returns the status for an error page; null for errors that the default handler handles. */
export function errorPageStatus(error: unknown): number | null {
  if (error instanceof QueryRejectedError) return error.status;
  return error instanceof AppError ? (statusFor(error.code) ?? 400) : null;
}

/** Sends all errors of a failed query in JSON. Rethrows other errors. */
export function sendQueryErrorsAsJson(error: Error, reply: FastifyReply): FastifyReply {
  if (!(error instanceof QueryRejectedError)) throw error;
  return sendErrors(reply, error.status, error.errors);
}
