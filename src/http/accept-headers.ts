import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { memoise } from '../memoise.js';

const ENCODINGS = ['br', 'gzip'] as const;

export type ContentEncoding = (typeof ENCODINGS)[number];

const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const;

/** Returns the accepted content encodings, in the server's order of preference. Empty if there are none. */
export const acceptedEncodings = memoiseHeaderParser((header): readonly ContentEncoding[] => {
  const accepted = new Negotiator({ headers: { 'accept-encoding': header } }).encodings([...ENCODINGS]);
  return ENCODINGS.filter((encoding) => accepted.includes(encoding));
}, '');

/** Returns the GraphQL media type that a request prefers; null if it accepts none. */
export const acceptedMediaType = memoiseHeaderParser((header): (typeof MEDIA_TYPES)[number] | null => {
  const mediaType = new Negotiator({ headers: { accept: header } }).mediaType(MEDIA_TYPES);
  return MEDIA_TYPES.find((type) => type === mediaType) ?? null;
}, '*/*');

/** Whether a request accepts server-sent events. */
export const acceptsEvents = memoiseHeaderParser(
  (header) => new Negotiator({ headers: { accept: header } }).mediaType(['text/event-stream']) !== undefined,
  '*/*',
);

/** Returns the media types of an Accept header in their original order, in lower case and without parameters. */
export function parseMediaTypes(header: string): string[] {
  return header.split(',').map((part) => part.split(';')[0]!.trim().toLowerCase());
}

/** Returns a parser of a header that memoises results by text. @param fallback text to parse if the header is missing */
export function memoiseHeaderParser<T>(
  parse: (header: string) => T,
  fallback: string,
): (header: string | undefined) => T {
  const memoisedParse = memoise(parse);
  return (header = fallback) => memoisedParse(header);
}

/** Whether a request prefers an HTML page, as browsers do. */
export function prefersHtml({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html');
}
