import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { BlockList, isIP } from 'node:net';

/** What came of asking one address; no problem where it answers. */
export interface CheckedUrl {
  url: string;
  problem: string | null;
}

/** How addresses are asked. */
export interface CheckOptions {
  /** The addresses of a host; what they are is looked at before anything is sent. */
  resolve: (host: string) => Promise<readonly string[]>;
  /** Addresses that may be asked although they are of this machine or its network; none unless given. */
  allowed?: readonly string[];
  timeoutMs?: number;
  /** Milliseconds between two questions to one host. */
  pauseMs?: number;
  /** Asked at once; of one host only one is. */
  atOnce?: number;
  onChecked?: (done: number) => void;
}

const MOST_REDIRECTS = 5;
const DEFAULTS = { allowed: [], timeoutMs: 10_000, pauseMs: 500, atOnce: 8, onChecked: () => {} };

/** Addresses that are not of the public web: this machine, its networks, links, tests, and what has no single host. */
const CLOSED = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  CLOSED.addSubnet(net, bits, 'ipv4');
}
/** Of the sixth version, what is handed out for the public web; the rest is closed. */
const OPEN_V6 = new BlockList();
OPEN_V6.addSubnet('2000::', 3, 'ipv6');
const CLOSED_V6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  CLOSED_V6.addSubnet(net, bits, 'ipv6');
}

/** Whether an address is one of the public web. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !CLOSED.check(address, 'ipv4');
  return version === 6 && OPEN_V6.check(address, 'ipv6') && !CLOSED_V6.check(address, 'ipv6');
}

/** Asks each address, in the order given; one after the other at each host, and with a pause. */
export async function checkUrls(urls: readonly string[], options: CheckOptions): Promise<CheckedUrl[]> {
  const { pauseMs, atOnce, onChecked, ...asking } = { ...DEFAULTS, ...options };
  const byHost = new Map<string, string[]>();
  for (const url of urls) byHost.set(new URL(url).host, [...(byHost.get(new URL(url).host) ?? []), url]);
  const hosts = [...byHost.values()];
  const found = new Map<string, string | null>();
  const work = async () => {
    for (let ofHost = hosts.pop(); ofHost; ofHost = hosts.pop()) {
      for (const [at, url] of ofHost.entries()) {
        if (at > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
        found.set(url, await problemOf(url, asking));
        onChecked(found.size);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return urls.map((url) => ({ url, problem: found.get(url) ?? null }));
}

type Asking = Required<Pick<CheckOptions, 'resolve' | 'allowed' | 'timeoutMs'>>;

async function problemOf(given: string, asking: Asking): Promise<string | null> {
  try {
    let url = new URL(given);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return `leads to ${url.protocol}`;
      let answer = await ask(url, 'HEAD', asking);
      // Some servers know only GET.
      if ([403, 404, 405, 501].includes(answer.status)) answer = await ask(url, 'GET', asking);
      if (answer.status < 300) return null;
      if (answer.status >= 400 || answer.location === null) return `answers ${answer.status}`;
      url = new URL(answer.location, url);
    }
    return 'leads on and on';
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}

/** One question. The host is resolved here and the socket goes to what was looked at, so that no second answer counts. */
async function ask(url: URL, method: 'HEAD' | 'GET', { resolve, allowed, timeoutMs }: Asking) {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolve(host);
  const [address] = addresses;
  if (address === undefined) throw new Error('has no address');
  if (!addresses.every((each) => isPublicAddress(each) || allowed.includes(each))) {
    throw new Error('is no address of the public web');
  }
  const family = isIP(address) as 4 | 6;
  const lookup: LookupFunction = (_host, { all }, callback) =>
    all ? callback(null, [{ address, family }]) : callback(null, address, family);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise<{ status: number; location: string | null }>((done, fail) => {
    const headers = { 'user-agent': 'signpost-links', accept: '*/*' };
    const sent = request(
      url,
      { method, lookup, headers, signal: AbortSignal.timeout(timeoutMs), agent: false },
      (answer) => {
        done({ status: answer.statusCode ?? 0, location: answer.headers.location ?? null });
        answer.destroy(); // what the page says is of no interest
      },
    );
    sent.on('error', (error) =>
      fail(
        error.name === 'TimeoutError' || error.name === 'AbortError'
          ? new Error(`no answer within ${timeoutMs / 1000} s`)
          : error,
      ),
    );
    sent.end();
  });
}
