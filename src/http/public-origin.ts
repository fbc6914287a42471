import type { FastifyRequest } from 'fastify';
import { LOOPBACK_ADDRESSES, LOCAL_HOST_NAMES } from './loopback-request.js';

export interface PublicAddress {
  /** Public origin, such as `https://signpost.example.org`; null if it is derived from requests. */
  publicUrl: string | null;
  /** Permitted Host headers without a public URL. Requests from this machine may also use local names. */
  allowedHosts: readonly string[];
}

/** Returns the origin for URLs in a response; empty, for relative URLs, if the Host header is not permitted. */
export function resolveOrigin(
  { host, protocol, ip }: FastifyRequest,
  { publicUrl, allowedHosts }: PublicAddress,
): string {
  if (publicUrl !== null) return publicUrl;
  const name = host.toLowerCase();
  const isLocal = LOCAL_HOST_NAMES.test(name) && LOOPBACK_ADDRESSES.has(ip);
  return isLocal || allowedHosts.includes(name) || allowedHosts.includes(name.replace(/:\d+$/, ''))
    ? `${protocol}://${host}`
    : '';
}
