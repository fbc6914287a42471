import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { AppError, SERVER_CODES } from '../../errors.js';
import { PlacedError } from '../limits/placed-error.js';

/** The code of a fault that nobody foresaw. */
export const INTERNAL: keyof typeof SERVER_CODES = 'INTERNAL_SERVER_ERROR';
/** Codes of the GraphQL server itself that tell of a fault in what was sent. */
const CODES_OF_GRAPHQL = new Set([...Object.keys(SERVER_CODES), 'BAD_USER_INPUT', 'BAD_REQUEST']);
CODES_OF_GRAPHQL.delete(INTERNAL);
/** Codes of trouble that is none of whoever asks. */
const TROUBLES = new Set<string>(['DEADLINE', 'DATABASE_UNREACHABLE', 'DATABASE_FULL']);

/** The error of ours that lies behind another, or null where there is none. */
export function appErrorIn(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return error instanceof GraphQLError && error.originalError ? appErrorIn(error.originalError) : null;
}

/** Whether an error tells of trouble that those who run the server want to know of, though it was foreseen. */
export function isTrouble(error: unknown): boolean {
  return TROUBLES.has(appErrorIn(error)?.code ?? '');
}

/** Whether an error is a fault of ours, to be logged and not to be told. */
export function isUnforeseen(error: unknown): boolean {
  if (appErrorIn(error)) return false;
  return !(error instanceof GraphQLError && CODES_OF_GRAPHQL.has(String(error.extensions['code'])));
}

/**
 * An error as it is told: what a person can be told, with its code; anything else is an internal error with the number
 * under which the log has it. Never a stack, a path or the words of a library.
 *
 * @param formatted the error as the GraphQL server would tell it
 */
export function toldError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
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

/** What a client is told about a fault of the server. */
export function internalError(requestId: string | null): GraphQLFormattedError {
  const extensions = { code: INTERNAL, ...(requestId !== null && { requestId }) };
  return { message: 'Internal server error', extensions };
}

/** An error of ours as one that ends a request before it is run, with its place in the document and the status of its answer. */
export function refusal(error: unknown, status: number): unknown {
  if (!(error instanceof AppError)) return error;
  const nodes = error instanceof PlacedError ? [error.node] : [];
  const extensions = { code: error.code, http: { status } };
  return new GraphQLError(error.message, { nodes, originalError: error, extensions });
}
