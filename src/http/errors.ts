import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { ErrorCode } from '../errors.js';
import { AppError } from '../errors.js';
import { acceptedMediaType } from './accepted.js';
import { INTERNAL, internalError, isTrouble } from '../graphql/execution/format-error.js';

/** The status of an answer that is nothing but an error, where it is not 400. */
export const STATUS: Partial<Record<ErrorCode, number>> = {
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

/** The status of an answer that is nothing but an error of a code; undefined for a code that has none of its own. */
export function statusFor(code: unknown): number | undefined {
  return code === INTERNAL ? 500 : STATUS[code as ErrorCode];
}

/** What is told of a request that the HTTP server itself refuses. */
const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read; send JSON with a "query".',
  404: 'There is nothing at this address; the API is at /graphql.',
  408: 'The request took too long to arrive.',
  413: 'The body is too large; at most 256 kB are read.',
  414: 'The address is too long.',
  415: 'The body has to be JSON, in UTF-8 and not compressed: content-type: application/json.',
  431: 'The address and the headers are too long; send what is long by POST.',
};
/** The status for what Node finds wrong with a request that it cannot read to the end; else it is 400. */
const UNREAD: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** An error as the whole of an answer, in the form that GraphQL gives errors. */
export function sendError(reply: FastifyReply, error: AppError, status = STATUS[error.code] ?? 400): FastifyReply {
  const { message, code, details } = error;
  return sendErrors(reply, status, [{ message, extensions: { code, ...details } }]);
}

/** Errors as the whole of an answer, in the media type that the client likes best of those that GraphQL has. */
export function sendErrors(
  reply: FastifyReply,
  status: number,
  errors: readonly GraphQLFormattedError[],
): FastifyReply {
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  const type = acceptedMediaType(reply.request.headers.accept) ?? 'application/json';
  return reply.code(status).header('content-type', `${type}; charset=utf-8`).send({ errors });
}

/** Tells a client that its request cannot be read to the end, and ends the connection. */
export function refuseUnread(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = UNREAD[error.code] ?? 400;
  const body = JSON.stringify({ errors: [{ message: REFUSALS[status], extensions: { code: 'BAD_REQUEST' } }] });
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

/** Tells a program that there is nothing at an address. */
export function sendNotFound(reply: FastifyReply): FastifyReply {
  return sendError(reply, new AppError('NOT_FOUND', REFUSALS[404]!));
}

/** One policy for errors outside GraphQL: what is known is told, anything else is logged and masked. */
export function addErrorPolicy(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof AppError) {
      const { code, message, details } = error;
      if (!isTrouble(error)) return sendError(reply, error);
      log.warn({ requestId: request.id, code, ms: Math.round(reply.elapsedTime) }, 'a request could not be answered');
      return sendError(reply, new AppError(code, message, { ...details, requestId: request.id }));
    }
    const status = error.statusCode ?? 500;
    const message = REFUSALS[status];
    if (status < 500 && message !== undefined) {
      return sendError(reply, new AppError(status === 413 ? 'BODY_TOO_LARGE' : 'BAD_REQUEST', message), status);
    }
    log.error({ err: error, requestId: request.id }, 'a request failed');
    return sendErrors(reply, 500, [internalError(request.id)]);
  });
}
