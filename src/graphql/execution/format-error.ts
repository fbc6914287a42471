import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { AppError, SERVER_CODES } from '../../errors.js';
import { PlacedError } from '../../query/placed-error.js';

export const INTERNAL: keyof typeof SERVER_CODES = 'INTERNAL_SERVER_ERROR';
/** Codes of the GraphQL server for invalid requests. */
const CODES_OF_GRAPHQL = new Set([...Object.keys(SERVER_CODES), 'BAD_USER_INPUT', 'BAD_REQUEST']);
CODES_OF_GRAPHQL.delete(INTERNAL);
/** Codes of faults that clients do not cause. */
const TROUBLES = new Set<string>(['DEADLINE', 'DATABASE_UNREACHABLE', 'DATABASE_FULL']);

/** The AppError behind an error; null for none. */
export function appErrorIn(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return error instanceof GraphQLError && error.originalError ? appErrorIn(error.originalError) : null;
}

/** Whether an error is an expected fault that operators need to know. */
export function isOperationalError(error: unknown): boolean {
  return TROUBLES.has(appErrorIn(error)?.code ?? '');
}

/** Whether an error is a bug, to be logged and masked. */
export function isUnexpectedError(error: unknown): boolean {
  if (appErrorIn(error)) return false;
  return !(error instanceof GraphQLError && CODES_OF_GRAPHQL.has(String(error.extensions['code'])));
}

/**
 * Formats an error for clients: an AppError with its code, anything else as an internal error with the id of its log
 * line. Never a stack, a path or a library's message.
 * @param formatted the error as Apollo formats it
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const requestId = formatted.extensions?.['requestId'];
  const known = appErrorIn(error);
  if (known) {
    const extensions = { code: known.code, ...known.details, ...(requestId !== undefined && { requestId }) };
    return { message: known.message, ...place, extensions };
  }
  const code = String(formatted.extensions?.['code']);
  if (CODES_OF_GRAPHQL.has(code)) return { message: formatted.message, ...place, extensions: { code } };
  return { ...internalError(requestId === undefined ? null : String(requestId)), ...place };
}

/** The error that clients get for a bug. */
export function internalError(requestId: string | null): GraphQLFormattedError {
  const extensions = { code: INTERNAL, ...(requestId !== null && { requestId }) };
  return { message: 'Internal server error', extensions };
}

/** An error that refuses an operation before it is executed, with its location and a status. */
export function operationError(error: unknown, status: number): unknown {
  if (!(error instanceof AppError)) return error;
  const nodes = error instanceof PlacedError ? [error.node] : [];
  const extensions = { code: error.code, http: { status } };
  return new GraphQLError(error.message, { nodes, originalError: error, extensions });
}
