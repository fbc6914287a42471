import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { AppError } from '../errors.js';

/** A form other than JSON in which the answer to a query can be had. */
export interface AnswerFormat {
  /** As in `?format=csv`. */
  name: string;
  /** As in `text/csv`; what `Accept` asks for. */
  mediaType: string;
  /** The whole answer in this form. */
  write(result: ExecutionResult, request: FastifyRequest): string | Buffer;
}

/** The forms that there are beside JSON: none yet. One that is put here is served. */
export const FORMATS: readonly AnswerFormat[] = [];

/**
 * Gives the answers of a scope in other forms where they are asked for. All that holds for a request for JSON holds for
 * these: they are made from the JSON answer.
 */
export function addFormats(scope: FastifyInstance, formats: readonly AnswerFormat[]): void {
  const asked = new WeakMap<FastifyRequest, AnswerFormat>();
  scope.addHook('onRequest', async (request) => {
    const format = askedFormat(request, formats);
    if (!format) return;
    asked.set(request, format);
    request.headers.accept = 'application/json';
  });
  scope.addHook('onSend', async (request, reply, payload) => {
    const format = asked.get(request);
    if (!format || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    void reply.type(format.mediaType).header('content-length', undefined);
    return format.write(JSON.parse(payload) as ExecutionResult, request);
  });
}

/** The form that a request asks for, by `?format=` or by `Accept`; null where it is JSON. @throws AppError BAD_REQUEST */
function askedFormat(request: FastifyRequest, formats: readonly AnswerFormat[]): AnswerFormat | null {
  const { format: name } = request.query as { format?: unknown };
  if (name !== undefined && name !== 'json') {
    const found = formats.find((format) => format.name === name);
    if (found) return found;
    const known = ['json', ...formats.map((format) => format.name)].join(', ');
    throw new AppError('BAD_REQUEST', `There is no such format; the formats are ${known}.`);
  }
  const accepted = (request.headers.accept ?? '').split(',').map((part) => part.split(';')[0]!.trim().toLowerCase());
  return formats.find(({ mediaType }) => accepted.includes(mediaType)) ?? null;
}
