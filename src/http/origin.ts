import type { FastifyRequest } from 'fastify';
import { LOOPBACK, OWN_NAME } from './local.js';

/** By which addresses people reach the server. */
export interface PublicAddress {
  /** As in `https://signpost.example.org`; null where it is not said. */
  publicUrl: string | null;
  /** Names of hosts that a request may ask by where it is not said; those of this machine may be used from it. */
  allowedHosts: readonly string[];
}

/**
 * What addresses of this server begin with in the answer to a request, as in `https://signpost.example.org`. A host that
 * anybody could have made up is not repeated: it is empty then, and addresses begin at the root.
 */
export function resolveOrigin(
  { host, protocol, ip }: FastifyRequest,
  { publicUrl, allowedHosts }: PublicAddress,
): string {
  if (publicUrl !== null) return publicUrl;
  const name = host.toLowerCase();
  const isOwn = OWN_NAME.test(name) && LOOPBACK.has(ip);
  return isOwn || allowedHosts.includes(name) || allowedHosts.includes(name.replace(/:\d+$/, ''))
    ? `${protocol}://${host}`
    : '';
}
