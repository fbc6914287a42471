import type { IncomingMessage } from 'node:http';
import { acceptedLocales } from '../../reading/locale-fallback.js';
import { acceptedMediaType, parseMediaTypes, memoiseHeaderParser } from '../accept-headers.js';
import { LOOPBACK_ADDRESSES } from '../loopback-request.js';

/** Maximum lengths of the Accept header and of the URL of a cacheable request, in characters. */
const MAX_ACCEPT_LENGTH = 200;
const MAX_ADDRESS_LENGTH = 8000;
/** Maximum body length of cacheable requests, in bytes. */
const MAX_BODY_LENGTH = 64 * 1024;
/** URL parameters that make a response uncacheable. */
const UNCACHED_PARAMETERS: ReadonlySet<string> = new Set(['preview', 'cost', 'format', 'signature']);
const DAY_MS = 86_400_000;
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;

/** Server settings that responses depend on. */
export interface ServerSettings {
  locales: readonly string[];
  corsOrigins: '*' | readonly string[];
  /** Public URL; null if it is derived from the request. */
  publicUrl: string | null;
}

/** A request, its client's IP address, and whether it was forwarded. */
export interface ReceivedRequest {
  request: IncomingMessage;
  ip: string;
  /** Whether a trusted proxy forwarded the request, so that its `X-Forwarded-*` headers are used. */
  isForwarded: boolean;
}

/** Negotiates the JSON media type of the API; null if the client may expect a file or a page. */
const apiMediaType = memoiseHeaderParser((header) => {
  const mediaTypes = parseMediaTypes(header);
  const isJson = mediaTypes.every(
    (part) => ['*/*', 'application/*'].includes(part) || /^application\/.*json$/.test(part),
  );
  return isJson && !mediaTypes.some((part) => part.includes('vnd.')) ? acceptedMediaType(header) : null;
}, '*/*');

/** Computes cache keys from the request properties that a public response depends on. */
export class CacheKeyBuilder {
  /** Types of cacheable routes, by first path segment. */
  private readonly routeTypes = new Map<string, 'API' | 'PAGE'>();

  /** Returns the locales of an Accept-Language header, joined in order of preference. */
  private readonly localesOf: (header: string | undefined) => string;

  /** @param now returns the current time, in milliseconds since 1970 (UTC) */
  constructor(
    private readonly server: ServerSettings,
    private readonly now: () => number = Date.now,
  ) {
    this.localesOf = memoiseHeaderParser((header) => acceptedLocales(header, server.locales).join(), '');
  }

  /** Makes URLs cacheable that start with this path segment, after the locale. The empty segment is the home page. */
  makeCacheable(segment: string, type: 'API' | 'PAGE'): void {
    this.routeTypes.set(segment, type);
  }

  /** Returns the cache key of a request, without its body; null if it is not cacheable. GET and HEAD share a key. */
  keyFor(received: ReceivedRequest): string | null {
    const { request } = received;
    const { method, url = '', headers } = request;
    if (headers.authorization !== undefined || url.length > MAX_ADDRESS_LENGTH) return null;
    const first = firstSegment(url, this.server.locales);
    const type = first === undefined ? undefined : this.routeTypes.get(first);
    if (type === undefined || hasUncachedParameter(url)) return null;
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isRead && !(method === 'POST' && type === 'API' && hasCacheableBody(headers))) return null;
    const accepted = type === 'API' ? apiMediaType(headers.accept) : (headers.accept ?? '');
    if (accepted === null || accepted.length > MAX_ACCEPT_LENGTH) return null;
    const locales = this.localesOf(headers['accept-language']);
    const allowedOrigin = this.corsOrigin(headers.origin);
    const urlInputs = this.urlInputs(received);
    return [this.today(), isRead ? 'GET' : 'POST', url, accepted, locales, urlInputs, allowedOrigin].join('\n');
  }

  /** Returns the number of the current day. Pages include the date, for example in citations, so keys change daily. */
  private today(): number {
    return Math.floor(this.now() / DAY_MS);
  }

  /** Returns the part of the key on which URLs in the response depend; empty with a configured public URL. */
  private urlInputs({ request: { headers }, ip, isForwarded }: ReceivedRequest): string {
    if (this.server.publicUrl !== null) return '';
    const forwarded = isForwarded
      ? `${String(headers['x-forwarded-host'])} ${String(headers['x-forwarded-proto'])}`
      : '';
    return `${headers.host} ${forwarded} ${LOOPBACK_ADDRESSES.has(ip)}`;
  }

  /** Returns the origin that the CORS headers depend on; empty if they do not depend on it. */
  private corsOrigin(origin: string | undefined): string {
    const { corsOrigins } = this.server;
    return corsOrigins !== '*' && origin !== undefined && corsOrigins.includes(origin) ? origin : '';
  }
}

/** Returns the first path segment after the locale, decoded as by the router; undefined if decoding fails. */
function firstSegment(url: string, locales: readonly string[]): string | undefined {
  const first = segmentFrom(url, 1);
  return decode(locales.includes(first) ? segmentFrom(url, first.length + 2) : first);
}

function segmentFrom(url: string, start: number): string {
  let end = start;
  while (end < url.length && url[end] !== '/' && url[end] !== '?') end += 1;
  return url.slice(start, end);
}

/** Whether a URL has a parameter that makes the response uncacheable. Decodes percent-encoded names. */
function hasUncachedParameter(url: string): boolean {
  const start = url.indexOf('?');
  if (start < 0) return false;
  return url
    .slice(start + 1)
    .split('&')
    .some((parameter) => {
      const end = parameter.indexOf('=');
      const name = decode(end < 0 ? parameter : parameter.slice(0, end));
      return name === undefined || UNCACHED_PARAMETERS.has(name);
    });
}

function decode(part: string): string | undefined {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function hasCacheableBody(headers: IncomingMessage['headers']): boolean {
  const length = Number(headers['content-length']);
  return (
    length > 0 &&
    length <= MAX_BODY_LENGTH &&
    JSON_TYPE.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    headers.expect === undefined
  );
}
