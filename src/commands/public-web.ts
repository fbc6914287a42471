import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** How an address is asked. */
export interface Asking {
  /** The addresses of a host; what they are is looked at before anything is sent. */
  resolve: (host: string) => Promise<readonly string[]>;
  /** Addresses that may be asked although they are of this machine or its network. */
  allowed: readonly string[];
  timeoutMs: number;
  /** What is asked calls itself. */
  agent: string;
}

export const MOST_REDIRECTS = 5;

/** Of the sixth version, what is handed out for the public web; the rest is closed. */
const HANDED_OUT_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Returns whether an address is one host of the public web: not of this machine, its networks, tests, or a tunnel. */
export function isPublicAddress(address: string): boolean {
  // What is written in short, as in 127.1, is no address here.
  if (!isIP(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(HANDED_OUT_V6));
}

/**
 * Sends one question. The host is resolved here and the socket goes to what was looked at, so that no second answer
 * counts. The time allowed is for all of the answer; who takes the answer reads or destroys it.
 */
export async function askUrl(
  url: URL,
  method: 'HEAD' | 'GET',
  asking: Asking,
  signal = AbortSignal.timeout(asking.timeoutMs),
): Promise<IncomingMessage> {
  const { resolve, allowed, timeoutMs, agent } = asking;
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
  return new Promise<IncomingMessage>((done, fail) => {
    const headers = { 'user-agent': agent, accept: '*/*', 'accept-encoding': 'identity' };
    const options = { method, lookup, headers, signal, agent: false };
    const sent = request(url, options, done);
    sent.on('error', (error) => fail(signal.aborted ? tooLate(timeoutMs) : error));
    sent.end();
  });
}

/** The error of an answer that took too long. */
export function tooLate(timeoutMs: number): Error {
  return new Error(`no answer within ${timeoutMs / 1000} s`);
}
