import type { FastifyRequest } from 'fastify';
import { LOOPBACK_ADDRESSES, LOCAL_HOST_NAMES } from './local.js';

export interface PublicAddress {
  /** As in `https://signpost.example.org`. */
  publicUrl: string | null;
  /** Host names that a request may use where there is no public URL. Local names are valid from this machine. */
  allowedHosts: readonly string[];
}

/**
 * The origin of addresses in a response, as in `https://signpost.example.org`. Empty for an unknown Host, which anybody
 * can send: addresses are then relative.
 */
export function resolveOrigin(
  { host, protocol, ip }: FastifyRequest,
  { publicUrl, allowedHosts }: PublicAddress,
): string {
  if (publicUrl !== null) return publicUrl;
  const name = host.toLowerCase();
  const isOwn = LOCAL_HOST_NAMES.test(name) && LOOPBACK_ADDRESSES.has(ip);
  return isOwn || allowedHosts.includes(name) || allowedHosts.includes(name.replace(/:\d+$/, ''))
    ? `${protocol}://${host}`
    : '';
}
