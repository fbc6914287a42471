import type { FastifyInstance } from 'fastify';
import type { Services } from '../graphql/request/context.js';
import { PAGE_SECURITY_POLICY } from '../pages/page-shell.js';
import { landingPage } from '../pages/landing.js';
import { countEntries } from './count-entries.js';

/** Serves the first page. Its counts are taken again after something was written. */
export function addPages(app: FastifyInstance, { model, store }: Services): void {
  let counts: Promise<ReadonlyMap<string, number>> | null = null;
  const stop = store.log.follow(() => (counts = null));
  app.addHook('onClose', async () => stop());
  app.get('/', async (_request, reply) => {
    counts ??= countEntries(model, store.entries);
    try {
      const page = landingPage({ model, counts: await counts });
      return await reply.header('content-security-policy', PAGE_SECURITY_POLICY).type('text/html').send(page);
    } catch (error) {
      counts = null;
      throw error;
    }
  });
}
