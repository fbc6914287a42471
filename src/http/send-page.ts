import type { FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_SECURITY_POLICY, type PageAddress } from '../html/page-shell.js';
import { type PublicAddress, resolveOrigin } from './public-origin.js';
import { LOCALE_PARAMETER } from './request-locales.js';

/** Returns the origin, locale, path and parameters of a requested page. @param locale locale of the page */
export function pageAddress(request: FastifyRequest, address: PublicAddress, locale: string): PageAddress {
  // A leading double slash would start a host name.
  const { pathname, searchParams: search } = new URL(request.url.replace(/^\/{2,}/, '/'), 'http://host');
  search.delete(LOCALE_PARAMETER);
  return { origin: resolveOrigin(request, address), locale, path: pathname, search };
}

/** Sends a page with the headers for its locale. @param policy content security policy. Default: that of pages */
export function sendPage(
  reply: FastifyReply,
  page: string,
  locale: string,
  policy: string = PAGE_SECURITY_POLICY,
): FastifyReply {
  return reply.headers({ 'content-security-policy': policy, 'content-language': locale }).type('text/html').send(page);
}
