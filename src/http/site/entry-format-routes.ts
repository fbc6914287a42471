import type { FastifyInstance } from 'fastify';
import { isSlug } from '../../model/entry-key.js';
import { textPagePath } from '../../model/explorer-url.js';
import type { Kind } from '../../model/model.js';
import { entryFormats, figuresQuery, queryForFormat } from '../../pages/entry/entry-formats.js';
import { type EntryPageResponse, toPageEntry } from '../../pages/entry/entry-page-data.js';
import { pageEntryReader } from './read-page-entry.js';
import { EntryNotFoundError, hiddenEntryError } from './error-pages.js';
import { parsePageRequest, type SiteDeps } from './page-request.js';

interface EntryFormatRoute {
  Params: { slug: string; extension: string };
}

/** Serves the other formats of each entry of a kind, at the URL of its page with `.json`, `.csv` or `.bib`. */
export function addEntryFormats(scope: FastifyInstance, kind: Kind, deps: SiteDeps): void {
  const { model } = deps.services;
  const readEntry = pageEntryReader(model, kind);
  const formats = new Map(entryFormats(kind).map((format) => [format.extension as string, format]));
  scope.get<EntryFormatRoute>(`${textPagePath(kind, ':slug')}.:extension`, async (request, reply) => {
    const slug = request.params.slug.toLowerCase();
    const format = formats.get(request.params.extension);
    if (!isSlug(slug) || !format) throw new EntryNotFoundError(kind, `${slug}.${request.params.extension}`);
    const { writer, execute } = parsePageRequest(request, deps);
    const { extension, mediaType } = format;
    const entry = await (extension === 'json'
      ? readEntry(slug, execute)
      : execute<EntryPageResponse>(queryForFormat(kind, extension), { slug }).then(toPageEntry));
    if (!entry) throw new EntryNotFoundError(kind, slug);
    if (entry.slug !== request.params.slug) {
      return reply.redirect(`${writer.path(textPagePath(kind, entry.slug))}.${extension}`, 301);
    }
    if (entry.status !== 'PUBLISHED') throw hiddenEntryError(kind, entry, writer);
    if (extension === 'csv') {
      const params = {
        format: 'csv',
        query: figuresQuery(kind, entry)!,
        variables: JSON.stringify({ slug }),
        locale: writer.locale,
      };
      return reply.redirect(`/graphql?${new URLSearchParams(params)}`, 302);
    }
    void reply.type(`${mediaType}; charset=utf-8`);
    return reply.send(extension === 'json' ? JSON.stringify(entry) : `${entry.citation}\n`);
  });
}
