import type { IncomingMessage } from 'node:http';
import { acceptedLocales } from '../../reading/locales.js';
import { acceptedMediaType, namedTypes, rememberedHeader } from '../accepted.js';
import { LOOPBACK } from '../local.js';

/** More of a header or an address than this is of no browser and no library. */
const LONGEST_ACCEPT = 200;
const LONGEST_ADDRESS = 8000;
/** Bodies that are longer are not kept: what is asked often is short. */
const LONGEST_BODY = 64 * 1024;
/** Parameters of an address for responses that are never cached. */
const NEVER_KEPT: ReadonlySet<string> = new Set(['preview', 'cost', 'format', 'signature']);
const DAY_MS = 86_400_000;
/** Of so many requests the keys are remembered. */
const MOST_RECENT = 256;
/** Bodies that are read as JSON, as they are. */
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;

/** What of a server's settings decides what its answers are. */
export interface ServerFacts {
  locales: readonly string[];
  corsOrigins: '*' | readonly string[];
  /** Where people reach the server; null where a request tells. */
  publicUrl: string | null;
}

/** A key, and what it was made of. */
interface Recent {
  made: readonly unknown[];
  key: string | null;
}

/** Who asks, as far as answers depend on it. */
export interface Client {
  request: IncomingMessage;
  /** The address that it asks from. */
  ip: string;
  /** Whether a proxy that is trusted passes it on, so that its word on how the server was reached is taken. */
  isPassedOn: boolean;
}

/** The media types that an answer of the API can have in JSON; null where a file or a page may be meant. */
const apiMediaType = rememberedHeader((header) => {
  const parts = namedTypes(header);
  const isJson = parts.every((part) => ['*/*', 'application/*'].includes(part) || /^application\/.*json$/.test(part));
  return isJson && !parts.some((part) => part.includes('vnd.')) ? acceptedMediaType(header) : null;
}, '*/*');

/**
 * Tells requests apart by all that decides what the public is answered. Whoever brings a token, and whatever is asked in
 * a way that is seldom, has no key.
 */
export class RequestKeys {
  /** The first parts of the addresses that are covered, each with what is there. */
  private readonly covered = new Map<string, 'API' | 'PAGE'>();

  private readonly recent: Recent[] = [];

  /** The languages of a request, best first, as one text. */
  private readonly localesOf: (header: string | undefined) => string;

  /** @param now milliseconds since 1970, in UTC */
  constructor(
    private readonly server: ServerFacts,
    private readonly now: () => number = Date.now,
  ) {
    this.localesOf = rememberedHeader((header) => acceptedLocales(header, server.locales).join(), '');
  }

  /** Says what is at the addresses that begin with this part, after the language; the empty one is the first page. */
  cover(first: string, what: 'API' | 'PAGE'): void {
    this.covered.set(first, what);
  }

  /**
   * The key but for the body; null where the answer is not to be kept. A page has one for GET and HEAD.
   *
   * Who asks by GET what was asked before is given the same text again: to compare what it is made of takes a fraction of
   * making it, and of finding something by it.
   */
  of(client: Client): string | null {
    const { method, url = '' } = client.request;
    if (method !== 'GET') return this.make(client);
    const at = (url.length + url.charCodeAt(url.length - 1) + url.charCodeAt(url.length >> 1)) % MOST_RECENT;
    const made = collectParts(client, this.today());
    const known = this.recent[at];
    if (known?.made.every((part, of) => part === made[of])) return known.key;
    const key = this.make(client);
    if (key !== null) this.recent[at] = { made, key };
    return key;
  }

  private make(client: Client): string | null {
    const { request } = client;
    const { method, url = '', headers } = request;
    if (headers.authorization !== undefined || url.length > LONGEST_ADDRESS) return null;
    const first = firstPart(url, this.server.locales);
    const what = first === undefined ? undefined : this.covered.get(first);
    if (what === undefined || hasUncachedParameter(url)) return null;
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isRead && !(method === 'POST' && what === 'API' && hasPlainBody(headers))) return null;
    const accepted = what === 'API' ? apiMediaType(headers.accept) : (headers.accept ?? '');
    if (accepted === null || accepted.length > LONGEST_ACCEPT) return null;
    const locales = this.localesOf(headers['accept-language']);
    const reader = this.readReader(headers.origin);
    return [this.today(), isRead ? 'GET' : 'POST', url, accepted, locales, this.readSite(client), reader].join('\n');
  }

  /** What is said of today, as in how to cite, is true for a day. */
  private today(): number {
    return Math.floor(this.now() / DAY_MS);
  }

  /** All that says under which address the request believes to have reached the server. */
  private readSite({ request: { headers }, ip, isPassedOn }: Client): string {
    if (this.server.publicUrl !== null) return '';
    const forwarded = isPassedOn
      ? `${String(headers['x-forwarded-host'])} ${String(headers['x-forwarded-proto'])}`
      : '';
    return `${headers.host} ${forwarded} ${LOOPBACK.has(ip)}`;
  }

  /** The page of another origin that is to read the answer, where answers name it. */
  private readReader(origin: string | undefined): string {
    const { corsOrigins } = this.server;
    return corsOrigins !== '*' && origin !== undefined && corsOrigins.includes(origin) ? origin : '';
  }
}

/** All that a key is made of where nothing is posted. */
function collectParts({ request: { url, headers }, ip, isPassedOn }: Client, today: number): Recent['made'] {
  return [
    url,
    today,
    headers.authorization,
    headers.accept,
    headers['accept-language'],
    headers.host,
    headers.origin,
    headers['x-forwarded-host'],
    headers['x-forwarded-proto'],
    LOOPBACK.has(ip),
    isPassedOn,
  ];
}

/** Returns the first part of a path after the language, decoded as the router decodes it; undefined where it cannot be. */
function firstPart(url: string, locales: readonly string[]): string | undefined {
  const first = partFrom(url, 1);
  return decode(locales.includes(first) ? partFrom(url, first.length + 2) : first);
}

function partFrom(url: string, start: number): string {
  let end = start;
  while (end < url.length && url[end] !== '/' && url[end] !== '?') end += 1;
  return url.slice(start, end);
}

/** Whether an address has a parameter of `NEVER_KEPT`, in whatever encoding its name is written. */
function hasUncachedParameter(url: string): boolean {
  const start = url.indexOf('?');
  if (start < 0) return false;
  return url
    .slice(start + 1)
    .split('&')
    .some((parameter) => {
      const end = parameter.indexOf('=');
      const name = decode(end < 0 ? parameter : parameter.slice(0, end));
      return name === undefined || NEVER_KEPT.has(name);
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

function hasPlainBody(headers: IncomingMessage['headers']): boolean {
  const length = Number(headers['content-length']);
  return (
    length > 0 &&
    length <= LONGEST_BODY &&
    JSON_TYPE.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    headers.expect === undefined
  );
}
