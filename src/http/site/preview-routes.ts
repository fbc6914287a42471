import { isDeepStrictEqual } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { isSlug, publicPath } from '../../model/entry-key.js';
import type { Kind } from '../../model/model.js';
import type { EntryStates } from '../../store/entries.js';
import { entryPage } from '../../pages/entry/entry-page.js';
import { type DraftComparison, EntryScope } from '../../pages/entry/entry-page-data.js';
import { checkPreviewLink } from '../../reading/preview-link.js';
import { sendPage } from '../send-page.js';
import { pageEntryReader } from './read-page-entry.js';
import { withoutUnpublishedLinks } from './unpublished-links.js';
import { EntryNotFoundError, PreviewExpiredError } from './error-pages.js';
import { type EntryRoute, parsePageRequest, type SiteDeps } from './page-request.js';

/** Headers of a preview: not cached, not indexed, and without a referrer. */
const PRIVATE_HEADERS = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
};

function compareWithPublished({ published, newest }: EntryStates): DraftComparison {
  if (!published || !newest) return 'NO_PUBLIC_PAGE';
  const isSame =
    published.originalLocale === newest.originalLocale && isDeepStrictEqual(published.record, newest.record);
  return isSame ? 'SAME' : 'DIFFERS';
}

/** Serves the newest state of each entry of a kind at `/preview/<kind>/<slug>`, if the preview link is valid. */
export function addPreviews(scope: FastifyInstance, kind: Kind, deps: SiteDeps): void {
  const { model, store } = deps.services;
  const readEntry = pageEntryReader(model, kind);
  scope.get<EntryRoute>(`/preview/${kind.singular}/:slug`, async (request, reply) => {
    const { slug } = request.params;
    const { writer, execute } = parsePageRequest(request, deps);
    void reply.headers(PRIVATE_HEADERS);
    const linkContext = { secrets: store.secrets, now: new Date() };
    const link = isSlug(slug) ? await checkPreviewLink({ kind, slug }, writer.address.search, linkContext) : 'INVALID';
    if (link === 'EXPIRED') throw new PreviewExpiredError();
    if (link === 'INVALID') throw new EntryNotFoundError(kind, slug);
    const draft = { kind: kind.name, slug, hiddenTitle: writer.labels.notPublic };
    const entry = await readEntry(slug, execute, { draft });
    if (!entry || entry.status === 'RETIRED') throw new EntryNotFoundError(kind, slug);
    // The draft has been published since the link was made.
    if (entry.status === 'PUBLISHED') return reply.redirect(writer.path(publicPath(kind, entry.slug)), 302);
    const [states] = (await store.entries.readStatesBeforeWrite([{ kind: kind.name, slug: entry.slug }])).entries;
    const page = entryPage(new EntryScope(model, kind, entry, writer, compareWithPublished(states!)));
    return sendPage(reply, await withoutUnpublishedLinks(page, deps.services), writer.locale);
  });
}
