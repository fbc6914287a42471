import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { remembered } from '../remembered.js';

/** The encodings in which answers are had beside the plain one, the smallest first. */
const ENCODINGS = ['br', 'gzip'] as const;

/** One of them, by its name in headers. */
export type Encoding = (typeof ENCODINGS)[number];

const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const;

/** The encodings that a request takes, by its Accept-Encoding, the smallest first; none where it takes plain answers alone. */
export const acceptedEncodings = rememberedHeader((header): readonly Encoding[] => {
  const accepted = new Negotiator({ headers: { 'accept-encoding': header } }).encodings([...ENCODINGS]);
  return ENCODINGS.filter((encoding) => accepted.includes(encoding));
}, '');

/** The media type of GraphQL that a request likes best, by its Accept; null where it takes none of them. */
export const acceptedMediaType = rememberedHeader((header): (typeof MEDIA_TYPES)[number] | null => {
  const best = new Negotiator({ headers: { accept: header } }).mediaType(MEDIA_TYPES);
  return MEDIA_TYPES.find((type) => type === best) ?? null;
}, '*/*');

/** Whether a request takes server-sent events, by its Accept. */
export const acceptsEvents = rememberedHeader(
  (header) => new Negotiator({ headers: { accept: header } }).mediaType(['text/event-stream']) !== undefined,
  '*/*',
);

/** The media types that an Accept header names, in its order, in lower case and without their parameters. */
export function namedTypes(header: string): string[] {
  return header.split(',').map((part) => part.split(';')[0]!.trim().toLowerCase());
}

/** What is read from a header, each spelling once. @param absent the header that stands for none */
export function rememberedHeader<T>(read: (header: string) => T, absent: string): (header: string | undefined) => T {
  const known = remembered(read);
  return (header = absent) => known(header);
}

/** Whether a request asks for a page, as browsers do. */
export function isForPerson({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html');
}
