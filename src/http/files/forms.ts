import type { FastifyRequest } from 'fastify';
import { AppError } from '../../errors.js';
import { namedTypes } from '../accepted.js';

/** A form other than JSON in which the answer to a query can be had. */
export interface FileForm {
  /** As in `?format=csv`; the ending of the file as well, but for `ending`. */
  name: 'csv' | 'ndjson' | 'xlsx' | 'jsonstat' | 'svg' | 'zip' | 'tables';
  /** What `Accept` asks for. */
  mediaType: string;
  /** Null where it is no file but all tables for a screen, as JSON. */
  ending: string | null;
}

/** The forms that there are beside JSON. */
const FORMS: readonly FileForm[] = [
  { name: 'csv', mediaType: 'text/csv', ending: 'csv' },
  { name: 'ndjson', mediaType: 'application/x-ndjson', ending: 'ndjson' },
  { name: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  { name: 'jsonstat', mediaType: 'application/vnd.json-stat+json', ending: 'json' },
  { name: 'svg', mediaType: 'image/svg+xml', ending: 'svg' },
  { name: 'zip', mediaType: 'application/zip', ending: 'zip' },
  { name: 'tables', mediaType: 'application/vnd.signpost.tables+json', ending: null },
];

/** The form of a file by its name, as in `csv`; undefined where there is none. */
export function fileForm(name: string): FileForm | undefined {
  return FORMS.find((form) => form.name === name && form.ending !== null);
}

/** The form that a request asks for, by `?format=` or by `Accept`; null where it is JSON. @throws AppError BAD_REQUEST */
export function askedForm(request: FastifyRequest): FileForm | null {
  const { format: name } = request.query as { format?: unknown };
  if (name !== undefined) {
    if (name === 'json') return null;
    const found = FORMS.find((form) => form.name === name);
    if (found) return found;
    const known = ['json', ...FORMS.map((form) => form.name)].join(', ');
    throw new AppError('BAD_REQUEST', `There is no such format; the formats are ${known}.`);
  }
  const accepted = namedTypes(request.headers.accept ?? '');
  return FORMS.find(({ mediaType }) => accepted.includes(mediaType)) ?? null;
}
