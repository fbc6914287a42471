import type { FastifyInstance } from 'fastify';
import type { Store } from '../store/store.js';

/** How long the store has to answer before the server counts as not ready. */
const READY_WITHIN_MS = 2000;

/** Tells whether the process lives, and whether it can serve: then its store answers, and it is not about to stop. */
export function addHealth(app: FastifyInstance, store: Store, stopping?: AbortSignal): void {
  app.get('/health/live', async () => ({ status: 'alive' }));
  app.get('/health/ready', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    const unready = (reason: string) => reply.code(503).send({ status: 'not ready', reason });
    if (stopping?.aborted) return unready('the server is about to stop');
    if (!(await answers(store))) return unready('the database does not answer');
    return reply.send({ status: 'ready' });
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
