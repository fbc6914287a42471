import type { FastifyInstance } from 'fastify';
import { isSlug, publicPath } from '../../model/entry-key.js';
import { textPagePath } from '../../model/explorer-url.js';
import { areaCodeField, type Kind } from '../../model/model.js';
import { entryPage } from '../../pages/entry/entry-page.js';
import { slugByCodeQuery } from '../../pages/entry/entry-query.js';
import { EntryScope } from '../../pages/entry/entry-page-data.js';
import { QueryRejectedError } from '../query-errors.js';
import { sendPage } from '../send-page.js';
import { pageEntryReader } from './read-page-entry.js';
import { EntryNotFoundError, hiddenEntryError } from './error-pages.js';
import { type EntryRoute, parsePageRequest, type SiteDeps, type SitePageRequest } from './page-request.js';

/** Serves the pages of entries of a kind at `/<kind>/<slug>`. Redirects former slugs, and entries with another page. */
export function addEntryPages(scope: FastifyInstance, kind: Kind, deps: SiteDeps): void {
  const { model } = deps.services;
  const readEntry = pageEntryReader(model, kind);
  const target = (slug: string) => (kind.page === null ? textPagePath(kind, slug) : publicPath(kind, slug));
  deps.cache?.makeCacheable(kind.singular, 'PAGE');
  scope.get<EntryRoute>(textPagePath(kind, ':slug'), async (request, reply) => {
    // Codes may be in upper case; the canonical URL is in lower case.
    const slug = request.params.slug.toLowerCase();
    const { writer, execute } = parsePageRequest(request, deps);
    if (!isSlug(slug)) throw new EntryNotFoundError(kind, slug);
    const entry = await readEntry(slug, execute);
    if (!entry) {
      const currentSlug = await slugOfCode(kind, slug, execute);
      if (currentSlug === null) throw new EntryNotFoundError(kind, slug);
      return reply.redirect(writer.path(target(currentSlug), writer.address.search), 301);
    }
    const hasPublishedPage = kind.page !== null && entry.status === 'PUBLISHED';
    if (hasPublishedPage || entry.slug !== request.params.slug) {
      return reply.redirect(writer.path(target(entry.slug), writer.address.search), 301);
    }
    if (entry.status !== 'PUBLISHED') throw hiddenEntryError(kind, entry, writer);
    return sendPage(reply, entryPage(new EntryScope(model, kind, entry, writer)), writer.locale);
  });
}

/** Returns the slug of the entry with an alternative code, such as EL for Greece; null if there is none. */
async function slugOfCode(kind: Kind, code: string, execute: SitePageRequest['execute']): Promise<string | null> {
  if (!areaCodeField(kind)) return null;
  try {
    const { entry } = await execute<{ entry: { slug: string } | null }>(slugByCodeQuery(kind), {
      code: code.toUpperCase(),
    });
    return entry?.slug ?? null;
  } catch (error) {
    // The unknown slug is not a valid code either, so there is no such entry.
    if (error instanceof QueryRejectedError && error.status < 500) return null;
    throw error;
  }
}
