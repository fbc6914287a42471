import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

export interface PublicRequestOptions {
  /** Resolves a host name. The addresses are checked before a request is sent. */
  resolve: (host: string) => Promise<readonly string[]>;
  /** Private addresses to allow. */
  allowed: readonly string[];
  timeoutMs: number;
  /** User-Agent header. */
  userAgent: string;
}

export const MAX_REDIRECTS = 5;

/** IPv6 range of all global unicast addresses that have been allocated. */
const GLOBAL_UNICAST_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address is a public host. False for loopback, private, reserved and tunnel addresses. */
export function isPublicAddress(address: string): boolean {
  // Abbreviated addresses such as 127.1 are not valid, and so not public.
  if (!isIP(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST_IPV6));
}

/**
 * Sends a request to a public host. Connects to the address that was checked, so that a second DNS lookup cannot lead
 * elsewhere. The timeout includes the body, which the caller must read or destroy.
 */
export async function requestPublicUrl(
  url: URL,
  method: 'HEAD' | 'GET',
  urlRequest: PublicRequestOptions,
  signal = AbortSignal.timeout(urlRequest.timeoutMs),
): Promise<IncomingMessage> {
  const { resolve, allowed, timeoutMs, userAgent } = urlRequest;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolve(host);
  const [address] = addresses;
  if (address === undefined) throw new Error('has no address');
  if (!addresses.every((address) => isPublicAddress(address) || allowed.includes(address))) {
    throw new Error('is not a public web address');
  }
  const family = isIP(address) as 4 | 6;
  const lookup: LookupFunction = (_host, { all }, callback) =>
    all ? callback(null, [{ address, family }]) : callback(null, address, family);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise<IncomingMessage>((done, fail) => {
    const headers = { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'identity' };
    const options = { method, lookup, headers, signal, agent: false };
    const sent = request(url, options, done);
    sent.on('error', (error) => fail(signal.aborted ? timeoutError(timeoutMs) : error));
    sent.end();
  });
}

export function timeoutError(timeoutMs: number): Error {
  return new Error(`no answer within ${timeoutMs / 1000} s`);
}
