import type { IncomingMessage } from 'node:http';
import type { TrustProxy } from '../config.js';

export const LOOPBACK_ADDRESSES: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** Host names by which a client on this machine reaches the server. */
export const LOCAL_HOST_NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;
const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** Whether a program on this machine sent a request on its own behalf, not as a proxy. */
export type LocalRequestCheck = (request: IncomingMessage) => boolean;

/**
 * Creates the check for local requests. Some proxies send no forwarding header. Therefore, no request is local if a
 * proxy is configured, and a request is not local if it names another host or uses HTTP/1.0, the default of proxies.
 */
export function createLocalRequestCheck(trustProxy: TrustProxy, publicUrl: string | null): LocalRequestCheck {
  const isProxied = trustProxy !== false || (publicUrl !== null && !LOCAL_HOST_NAMES.test(new URL(publicUrl).host));
  if (isProxied) return () => false;
  return ({ socket, headers, httpVersionMinor }) =>
    LOOPBACK_ADDRESSES.has(socket.remoteAddress ?? '') &&
    httpVersionMinor !== 0 &&
    LOCAL_HOST_NAMES.test(headers.host ?? '') &&
    !FORWARDING_HEADERS.some((name) => name in headers);
}
