import type { FastifyInstance } from 'fastify';
import { AppError } from '../../errors.js';
import { isSlug, pagePath } from '../../model/entry-key.js';
import { entryKindName, type Kind } from '../../model/model.js';
import {
  CHANGED_ENTRIES_QUERY,
  changedEntriesPage,
  type ChangedEntriesResponse,
  CHANGES_QUERY,
  changesPage,
  type ChangesResponse,
} from '../../pages/history/changes-page.js';
import { historyPage, historyQuery, type HistoryResponse } from '../../pages/history/history-page.js';
import { sendPage } from '../send-page.js';
import { EntryNotFoundError } from './error-pages.js';
import { type EntryRoute, parsePageRequest, type SiteDeps } from './page-request.js';

/** Serves the history of each entry of a kind at `/<kind>/<slug>/history`; `?from=2&to=3` compares two revisions. */
export function addHistory(scope: FastifyInstance, kind: Kind, deps: SiteDeps): void {
  const { model } = deps.services;
  const query = historyQuery(kind);
  scope.get<EntryRoute>(`/${kind.singular}/:slug/history`, async (request, reply) => {
    const slug = request.params.slug.toLowerCase();
    const { writer, execute } = parsePageRequest(request, deps);
    if (!isSlug(slug)) throw new EntryNotFoundError(kind, slug);
    const revisions = parseRevisions(writer.address.search);
    const variables = { slug, differs: revisions !== null, from: revisions?.from ?? 1, to: revisions?.to ?? 1 };
    const { entry, diff = null } = await execute<HistoryResponse>(query, variables);
    if (!entry) throw new EntryNotFoundError(kind, slug);
    if (entry.slug !== request.params.slug) {
      return reply.redirect(`${writer.path(pagePath(kind, entry.slug))}/history`, 301);
    }
    return sendPage(reply, historyPage({ model, kind, entry, diff, between: revisions, writer }), writer.locale);
  });
}

/** Serves all changes at `/changes`; `?at=2026-11-28T09:15:00.000Z` shows one change. */
export function addChanges(scope: FastifyInstance, deps: SiteDeps): void {
  deps.cache?.makeCacheable('changes', 'PAGE');
  const kinds = deps.services.model.kinds.filter(({ audience }) => audience === null).map(entryKindName);
  scope.get('/changes', async (request, reply) => {
    const { writer, execute } = parsePageRequest(request, deps);
    const { search } = writer.address;
    const [after, at] = [search.get('after') || null, search.get('at')];
    if (at !== null) {
      const changed = await execute<ChangedEntriesResponse>(CHANGED_ENTRIES_QUERY, { kinds, at, after });
      if (changed.entries.nodes.length === 0)
        throw new AppError('NOT_FOUND', 'No entry was last changed at this time.');
      return sendPage(reply, changedEntriesPage(changed, at, writer), writer.locale);
    }
    const answer = await execute<ChangesResponse>(CHANGES_QUERY, { after });
    return sendPage(reply, changesPage(answer, writer), writer.locale);
  });
}

/** Returns the two revisions in the URL; null unless both are valid. */
function parseRevisions(search: URLSearchParams): { from: number; to: number } | null {
  const [from, to] = ['from', 'to'].map((name) =>
    /^\d{1,6}$/.test(search.get(name) ?? '') ? Number(search.get(name)) : 0,
  );
  return from && to ? { from, to } : null;
}
