import type { FastifyRequest } from 'fastify';
import { AppError } from '../../errors.js';
import type { TableFormat } from '../../files/formats.js';
import { findFormat, FORMATS, isTableFormat } from '../../files/formats.js';
import { parseMediaTypes } from '../accept-headers.js';

/** Returns the format requested by `?format=` or `Accept`; null for JSON. @throws AppError BAD_REQUEST */
export function requestedFormat(request: FastifyRequest): TableFormat | null {
  const { format: name } = request.query as { format?: unknown };
  if (name === undefined) return acceptedFormat(request.headers.accept ?? '');
  const found = findFormat(String(name));
  if (found) return isTableFormat(found) ? found : null;
  const formatNames = Object.keys(FORMATS).join(', ');
  throw new AppError('BAD_REQUEST', `Unknown format; the formats are ${formatNames}.`);
}

function acceptedFormat(accept: string): TableFormat | null {
  const accepted = parseMediaTypes(accept);
  return (
    Object.values(FORMATS)
      .filter(isTableFormat)
      .find(({ mediaType }) => accepted.includes(mediaType)) ?? null
  );
}
