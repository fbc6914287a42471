import type { FastifyInstance } from 'fastify';
import type { Admission } from '../admission.js';
import { HOME_PAGE } from '../../pages/home-page.js';
import { sendPage } from '../send-page.js';
import { addEntryFormats } from './entry-format-routes.js';
import { addEntryPages } from './entry-routes.js';
import { addChanges, addHistory } from './history-routes.js';
import { addListPage } from './list-routes.js';
import { addPreviews } from './preview-routes.js';
import { addErrorPages, sendPageNotFound } from './error-pages.js';
import { addSearchPage } from './search-routes.js';
import { addSitemap } from './sitemap-routes.js';
import { firstFigureYear, parsePageRequest, type SiteDeps } from './page-request.js';

/**
 * Serves the pages of the site. Each page executes one query, and src/pages/ renders the response. To add a page, add a
 * route in this folder that calls `parsePageRequest`. If the page may be cached, also call `cache.makeCacheable` with its first
 * path segment.
 */
export function addSite(app: FastifyInstance, deps: SiteDeps & { admission: Admission }): void {
  const { services, cache, admission } = deps;
  const { model } = services;
  app.setNotFoundHandler((request, reply) => sendPageNotFound(request, reply, deps));
  void app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => admission.acquire(request, reply));
    addErrorPages(scope, deps);
    cache?.storeResponses(scope);
    for (const kind of model.kinds.filter(({ audience }) => audience === null)) {
      addEntryPages(scope, kind, deps);
      addEntryFormats(scope, kind, deps);
      addPreviews(scope, kind, deps);
      addHistory(scope, kind, deps);
      addListPage(scope, kind, deps);
    }
    cache?.makeCacheable('', 'PAGE');
    scope.get('/', async (request, reply) => {
      const { writer, execute } = parsePageRequest(request, deps);
      return sendPage(
        reply,
        HOME_PAGE.page(await execute(HOME_PAGE.query, { from: firstFigureYear() }), writer),
        writer.locale,
      );
    });
    addSearchPage(scope, deps);
    addChanges(scope, deps);
    addSitemap(scope, deps);
  });
}
