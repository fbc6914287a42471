import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { AppError } from '../errors.js';
import type { Answered, Data } from './ask-query.js';
import { sendErrors, statusFor } from './errors.js';

/** A query of a page or a file that was refused, with what is told of it. */
export class Refused extends Error {
  readonly status: number;

  /** @param status  that of the answer, for errors whose code has none of its own */
  constructor(
    readonly errors: readonly GraphQLFormattedError[],
    status: number,
  ) {
    super(errors[0]?.message ?? 'the query was refused');
    this.status = statusFor(errors[0]?.extensions?.['code']) ?? status;
  }
}

/** The data of an answer without errors. @throws Refused */
export function requireData({ data, errors, status }: Answered): Data {
  if (data === null || errors.length > 0) throw new Refused(errors, status);
  return data;
}

const TOO_MUCH: readonly unknown[] = ['TOO_COSTLY', 'TOO_MANY', 'TOO_DEEP'];

/** Whether a query was refused because it asks for too much. */
export function isTooMuch(error: unknown): boolean {
  if (error instanceof Refused) return error.errors.some(({ extensions }) => TOO_MUCH.includes(extensions?.['code']));
  return error instanceof AppError && TOO_MUCH.includes(error.code);
}

/** The status by which a person is told of an error; null for what is told as everywhere. */
export function refusedStatus(error: unknown): number | null {
  if (error instanceof Refused) return error.status;
  return error instanceof AppError ? (statusFor(error.code) ?? 400) : null;
}

/** Tells a program of an error as everywhere, of a query that was refused with all that it was told. */
export function sendToProgram(error: Error, reply: FastifyReply): FastifyReply {
  if (!(error instanceof Refused)) throw error;
  return sendErrors(reply, error.status, error.errors);
}
