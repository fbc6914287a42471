import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError, SERVER_CODES } from '../../errors.js';
import { LocatedError } from '../../query/located-error.js';

export const INTERNAL_CODE: keyof typeof SERVER_CODES = 'INTERNAL_SERVER_ERROR';
const CLIENT_ERROR_CODES = new Set([...Object.keys(SERVER_CODES), 'BAD_USER_INPUT', 'BAD_REQUEST']);
CLIENT_ERROR_CODES.delete(INTERNAL_CODE);
/** Codes of operational errors, which clients do not cause. */
const OPERATIONAL_CODES = new Set<string>(['DEADLINE', 'DATABASE_UNREACHABLE', 'DATABASE_FULL']);

/** Returns the AppError behind an error; null if there is none. */
export function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return error instanceof GraphQLError && error.originalError ? asAppError(error.originalError) : null;
}

/** Whether an error is expected, but must be reported to operators. */
export function isOperationalError(error: unknown): boolean {
  return OPERATIONAL_CODES.has(asAppError(error)?.code ?? '');
}

/** Whether an error is a bug, to be logged and masked. */
export function isUnexpectedError(error: unknown): boolean {
  if (asAppError(error)) return false;
  return !(error instanceof GraphQLError && CLIENT_ERROR_CODES.has(String(error.extensions['code'])));
}

/**
 * Formats an error for clients. Preserves the code of an AppError and of a client error of GraphQL. Any other error
 * becomes an internal error with its request ID. Never exposes a stack or a file path.
 * @param formatted the error as formatted by Apollo
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const location = { ...(locations && { locations }), ...(path && { path }) };
  const requestId = formatted.extensions?.['requestId'];
  const appError = asAppError(error);
  if (appError) {
    const extensions = { code: appError.code, ...appError.details, ...(requestId !== undefined && { requestId }) };
    return { message: appError.message, ...location, extensions };
  }
  const code = String(formatted.extensions?.['code']);
  if (CLIENT_ERROR_CODES.has(code)) return { message: formatted.message, ...location, extensions: { code } };
  return { ...internalError(requestId === undefined ? null : String(requestId)), ...location };
}

/** Returns the error that clients receive for a bug. */
export function internalError(requestId: string | null): GraphQLFormattedError {
  const extensions = { code: INTERNAL_CODE, ...(requestId !== null && { requestId }) };
  return { message: 'Internal server error', extensions };
}

/** Adds location and HTTP status to an AppError that rejects an operation. Returns other errors unchanged. */
export function toOperationError(error: unknown, status: number): unknown {
  if (!(error instanceof AppError)) return error;
  const nodes = error instanceof LocatedError ? [error.node] : [];
  const extensions = { code: error.code, http: { status } };
  return new GraphQLError(error.message, { nodes, originalError: error, extensions });
}
