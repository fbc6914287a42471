import type { FastifyInstance } from 'fastify';
import type { Store } from '../store/store.js';

/** How long the store has to answer before the server counts as not ready. */
const READY_WITHIN_MS = 2000;

/** Tells whether the process lives, and whether it can serve: then its store answers. */
export function addHealth(app: FastifyInstance, store: Store): void {
  app.get('/health/live', async () => ({ status: 'alive' }));
  app.get('/health/ready', async (_request, reply) => {
    const isReady = await answers(store);
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(isReady ? { status: 'ready' } : { status: 'not ready', reason: 'the database does not answer' });
  });
}

async function answers(store: Store): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), READY_WITHIN_MS);
  });
  const pinged = store.ping().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([pinged, late]);
  } finally {
    clearTimeout(timer);
  }
}
