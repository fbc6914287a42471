import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { AppError } from '../errors.js';
import type { QueryResponse, Data } from './execute-query.js';
import { sendErrors, statusFor } from './errors.js';

/** A query of a page or a file was refused, with its errors. */
export class RefusedQuery extends Error {
  readonly status: number;

  /** @param status that of the response, for errors whose code has none */
  constructor(
    readonly errors: readonly GraphQLFormattedError[],
    status: number,
  ) {
    super(errors[0]?.message ?? 'the query was refused');
    this.status = statusFor(errors[0]?.extensions?.['code']) ?? status;
  }
}

/** The data of a response without errors. @throws Refused */
export function requireData({ data, errors, status }: QueryResponse): Data {
  if (data === null || errors.length > 0) throw new RefusedQuery(errors, status);
  return data;
}

const TOO_MUCH: readonly unknown[] = ['TOO_COSTLY', 'TOO_MANY', 'TOO_DEEP'];

/** Whether a query was refused as too costly. */
export function isTooCostly(error: unknown): boolean {
  if (error instanceof RefusedQuery)
    return error.errors.some(({ extensions }) => TOO_MUCH.includes(extensions?.['code']));
  return error instanceof AppError && TOO_MUCH.includes(error.code);
}

/** The status of an error page; null for an error that is handled as everywhere. */
export function refusedStatus(error: unknown): number | null {
  if (error instanceof RefusedQuery) return error.status;
  return error instanceof AppError ? (statusFor(error.code) ?? 400) : null;
}

/** Sends an error to a program; of a refused query all its errors. */
export function sendMachineReadableError(error: Error, reply: FastifyReply): FastifyReply {
  if (!(error instanceof RefusedQuery)) throw error;
  return sendErrors(reply, error.status, error.errors);
}
