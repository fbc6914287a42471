import type { FastifyInstance } from 'fastify';
import { HOME } from '../../pages/home-page.js';
import { sendPage } from '../pages.js';
import type { SiteParts } from './site-parts.js';
import { figuresFrom, pageRequest } from './site-parts.js';

/** Serves the home page. */
export function addHome(scope: FastifyInstance, parts: SiteParts): void {
  parts.cache?.addRoute('', 'PAGE');
  scope.get('/', async (request, reply) => {
    const { writer, execute } = pageRequest(request, parts);
    return sendPage(reply, HOME.page(await execute(HOME.query, { from: figuresFrom() }), writer), writer.locale);
  });
}
