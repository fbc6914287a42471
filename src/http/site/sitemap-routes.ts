import type { FastifyInstance } from 'fastify';
import { AppError } from '../../errors.js';
import { publicPath } from '../../model/entry-key.js';
import { countSitemapFiles, type SitemapPage, robotsTxt, sitemap, sitemapIndex } from '../../pages/sitemap.js';
import { OWN_PAGE_FIELDS, hasOwnPage } from '../../saved-queries/explorer-path.js';
import { LOCALES as locales } from '../../i18n/locales.js';
import type { SharedServices } from '../../graphql/request/context.js';
import { resolveOrigin } from '../public-origin.js';
import { sendNotFound } from '../error-responses.js';
import type { SiteDeps } from './page-request.js';

interface SitemapRoute {
  Params: { file: string };
}

/** Serves `/robots.txt`, and all page URLs at `/sitemap.xml`. The list is reread after a change. */
export function addSitemap(scope: FastifyInstance, { services, address }: SiteDeps): void {
  let pageList: Promise<readonly SitemapPage[]> | null = null;
  const stop = services.store.log.follow(() => (pageList = null));
  scope.addHook('onClose', async () => stop());
  const pages = async (): Promise<readonly SitemapPage[]> => {
    pageList ??= listPages(services);
    try {
      return await pageList;
    } catch (error) {
      pageList = null;
      throw error;
    }
  };
  scope.get('/robots.txt', async (request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robotsTxt({ origin: resolveOrigin(request, address), locales })),
  );
  scope.get('/sitemap.xml', async (request, reply) => {
    const origin = requireOrigin(resolveOrigin(request, address));
    const sitemapPages = await pages();
    const files = countSitemapFiles(sitemapPages.length, locales.length);
    return reply
      .type('application/xml; charset=utf-8')
      .send(files > 1 ? sitemapIndex(files, origin) : sitemap(sitemapPages, { origin, locales }));
  });
  scope.get<SitemapRoute>('/sitemap/:file', async (request, reply) => {
    const origin = requireOrigin(resolveOrigin(request, address));
    const [, file = '0'] = /^(\d{1,5})\.xml$/.exec(request.params.file) ?? [];
    const sitemapPages = await pages();
    if (Number(file) < 1 || Number(file) > countSitemapFiles(sitemapPages.length, locales.length))
      return sendNotFound(reply);
    return reply
      .type('application/xml; charset=utf-8')
      .send(sitemap(sitemapPages, { origin, locales, file: Number(file) }));
  });
}

/** Requires a known origin, since sitemaps contain absolute URLs. @throws AppError NOT_FOUND if it is unknown */
function requireOrigin(origin: string): string {
  if (origin !== '') return origin;
  throw new AppError(
    'NOT_FOUND',
    'There is no list of pages for this host name; set PUBLIC_URL to the public address.',
  );
}

/** Lists the general pages, then by kind its non-empty list and the published entries that have their own page. */
async function listPages({ model, store }: SharedServices): Promise<readonly SitemapPage[]> {
  const kinds = model.kinds.filter(({ audience }) => audience === null);
  const pages: SitemapPage[] = ['/', '/q', '/compare', '/changes'].map((path) => ({ path, updatedAt: null }));
  for (const kind of kinds) {
    const firstIndex = pages.length;
    const requiredFields = OWN_PAGE_FIELDS.filter((name) => kind.fields.some((field) => field.name === name));
    for await (const { slug, updatedAt, record } of store.entries.published(kind.name, [
      'revision',
      ...requiredFields,
    ])) {
      if (hasOwnPage(record)) pages.push({ path: publicPath(kind, slug), updatedAt });
    }
    if (kind.page === null && pages.length > firstIndex)
      pages.splice(firstIndex, 0, { path: `/${kind.plural}`, updatedAt: null });
  }
  return pages;
}
