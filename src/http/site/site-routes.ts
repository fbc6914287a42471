import type { FastifyInstance } from 'fastify';
import type { Admission } from '../admission.js';
import { HOME } from '../../pages/home-page.js';
import { sendPage } from '../send-page.js';
import { addEntryForms } from './entry-format-routes.js';
import { addEntryPages } from './entry-routes.js';
import { addChanges, addHistory } from './history-routes.js';
import { addListPage } from './list-routes.js';
import { addPreviews } from './preview-routes.js';
import { addErrorPages, sendPageNotFound } from './error-pages.js';
import { addSearchPage } from './search-routes.js';
import { addSitemap } from './sitemap-routes.js';
import type { SiteDeps } from './page-request.js';
import { figuresFrom, pageRequest } from './page-request.js';

/**
 * Serves the pages of the site. Each page executes one query, and src/pages/ renders the response. To add a page, add a
 * route in this folder that calls `pageRequest`. If the page may be cached, also call `cache.addRoute` with its first
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
      addEntryForms(scope, kind, deps);
      addPreviews(scope, kind, deps);
      addHistory(scope, kind, deps);
      addListPage(scope, kind, deps);
    }
    cache?.addRoute('', 'PAGE');
    scope.get('/', async (request, reply) => {
      const { writer, execute } = pageRequest(request, deps);
      return sendPage(reply, HOME.page(await execute(HOME.query, { from: figuresFrom() }), writer), writer.locale);
    });
    addSearchPage(scope, deps);
    addChanges(scope, deps);
    addSitemap(scope, deps);
  });
}
