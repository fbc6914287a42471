import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { AppError, type ErrorCode } from '../errors.js';
import { acceptedMediaType } from './accept-headers.js';
import { INTERNAL_CODE, internalError, isOperationalError } from '../graphql/execution/format-error.js';

/** HTTP status of a response that contains only an error, by error code. Default: 400. */
export const STATUS_BY_CODE: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  NOT_TRUSTED: 403,
  PERSISTED_QUERY_NOT_FOUND: 404,
  BODY_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  BUSY: 503,
  DATABASE_UNREACHABLE: 503,
  DATABASE_FULL: 503,
  DEADLINE: 503,
};

/** Returns the HTTP status of an error code; undefined if it has no specific status. */
export function statusFor(code: unknown): number | undefined {
  return code === INTERNAL_CODE ? 500 : STATUS_BY_CODE[code as ErrorCode];
}

const STATUS_MESSAGES: Readonly<Record<number, string>> = {
  400: 'The request is invalid; send JSON with a "query".',
  404: 'This address does not exist; the API is at /graphql.',
  408: 'The request timed out before it was complete.',
  413: 'The body is too large; at most 256 kB are allowed.',
  414: 'The address is too long.',
  415: 'The body has to be JSON, in UTF-8 and not compressed: content-type: application/json.',
  431: 'The address and the headers are too long; use POST for long queries.',
};
/** HTTP status by error code of Node's HTTP parser. Default: 400. */
const PARSER_ERROR_STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Sends an error as a GraphQL response. */
export function sendError(
  reply: FastifyReply,
  error: AppError,
  status = STATUS_BY_CODE[error.code] ?? 400,
): FastifyReply {
  const { message, code, details } = error;
  return sendErrors(reply, status, [{ message, extensions: { code, ...details } }]);
}

/** Sends errors in the GraphQL media type that the client prefers. */
export function sendErrors(
  reply: FastifyReply,
  status: number,
  errors: readonly GraphQLFormattedError[],
): FastifyReply {
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  const type = acceptedMediaType(reply.request.headers.accept) ?? 'application/json';
  return reply.code(status).header('content-type', `${type}; charset=utf-8`).send({ errors });
}

/** Responds to a request that cannot be parsed, and closes the connection. */
export function rejectUnparsableRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = PARSER_ERROR_STATUS[error.code] ?? 400;
  const body = JSON.stringify({ errors: [{ message: STATUS_MESSAGES[status], extensions: { code: 'BAD_REQUEST' } }] });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}

/** Sends a 404 response in JSON. */
export function sendNotFound(reply: FastifyReply): FastifyReply {
  return sendError(reply, new AppError('NOT_FOUND', STATUS_MESSAGES[404]!));
}

/** Adds the handler of errors outside GraphQL. Known errors are sent; others are logged and sent as internal errors. */
export function addErrorHandler(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof AppError) {
      const { code, message, details } = error;
      if (!isOperationalError(error)) return sendError(reply, error);
      log.warn(
        { requestId: request.id, code, ms: Math.round(reply.elapsedTime) },
        'request failed with an internal error',
      );
      return sendError(reply, new AppError(code, message, { ...details, requestId: request.id }));
    }
    const status = error.statusCode ?? 500;
    const message = STATUS_MESSAGES[status];
    if (status < 500 && message !== undefined) {
      return sendError(reply, new AppError(status === 413 ? 'BODY_TOO_LARGE' : 'BAD_REQUEST', message), status);
    }
    log.error({ err: error, requestId: request.id }, 'request failed');
    return sendErrors(reply, 500, [internalError(request.id)]);
  });
}
