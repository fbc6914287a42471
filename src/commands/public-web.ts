import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { BlockList, isIP } from 'node:net';

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
