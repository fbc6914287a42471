import type { FastifyInstance } from 'fastify';
import type { Admission } from '../admission.js';
import { addEntryForms } from './entry-form-routes.js';
import { addEntryPages } from './entry-routes.js';
import { addChanges, addHistory } from './history-routes.js';
import { addHome } from './home-route.js';
import { addListPage } from './list-routes.js';
import { addPreviews } from './preview-routes.js';
import { addErrorPages, sendPageNotFound } from './error-pages.js';
import { addSearchPage } from './search-routes.js';
import { addSitemap } from './sitemap-routes.js';
import type { SiteDeps } from './page-request.js';

/**
 * Serves the pages of the site. Each page executes one query, and src/pages/ renders the response. To add a page, add a
 * route in this folder that calls `pageRequest`. If the page may be cached, also call `cache.addRoute` with its first
 * path segment.
 */
export function addSite(app: FastifyInstance, parts: SiteDeps & { admission: Admission }): void {
  const { services, cache, admission } = parts;
  const { model } = services;
  app.setNotFoundHandler((request, reply) => sendPageNotFound(request, reply, parts));
  void app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => admission.acquire(request, reply));
    addErrorPages(scope, parts);
    cache?.storeResponses(scope);
    for (const kind of model.kinds.filter(({ audience }) => audience === null)) {
      addEntryPages(scope, kind, parts);
      addEntryForms(scope, kind, parts);
      addPreviews(scope, kind, parts);
      addHistory(scope, kind, parts);
      addListPage(scope, kind, parts);
    }
    addHome(scope, parts);
    addSearchPage(scope, parts);
    addChanges(scope, parts);
    addSitemap(scope, parts);
  });
}
