import type { FastifyInstance } from 'fastify';
import type { Services } from '../graphql/request/context.js';
import { landingPage } from '../pages/landing.js';
import { countEntries } from './count-entries.js';
import type { PublicAddress } from './origin.js';
import { addStyle, pageAddress, sendPage } from './pages.js';

/** Serves the first page, and the style sheet of all. Its counts are taken again after something was written. */
export function addPages(app: FastifyInstance, { model, store }: Services, address: PublicAddress): void {
  let counts: Promise<ReadonlyMap<string, number>> | null = null;
  const stop = store.log.follow(() => (counts = null));
  app.addHook('onClose', async () => stop());
  addStyle(app);
  app.get('/', async (request, reply) => {
    counts ??= countEntries(model, store.entries);
    try {
      const page = landingPage({ model, counts: await counts, address: pageAddress(request, address, 'en') });
      return await sendPage(reply, page, 'en');
    } catch (error) {
      counts = null;
      throw error;
    }
  });
}
