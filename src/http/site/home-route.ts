import type { FastifyInstance } from 'fastify';
import { HOME } from '../../pages/home-page.js';
import { sendPage } from '../send-page.js';
import type { SiteDeps } from './page-request.js';
import { figuresFrom, pageRequest } from './page-request.js';

/** Serves the home page. */
export function addHome(scope: FastifyInstance, deps: SiteDeps): void {
  deps.cache?.addRoute('', 'PAGE');
  scope.get('/', async (request, reply) => {
    const { writer, execute } = pageRequest(request, deps);
    return sendPage(reply, HOME.page(await execute(HOME.query, { from: figuresFrom() }), writer), writer.locale);
  });
}
