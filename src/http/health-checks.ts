import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { SharedServices } from '../graphql/request/context.js';
import type { Connection } from '../store/store.js';

const PING_TIMEOUT_MS = 2000;

/**
 * Serves the liveness and readiness checks. Ready means: the store responds, the log was projected, and the server is
 * not stopping. The state of the search index is reported, but does not affect readiness.
 */
export function addHealthChecks(
  app: FastifyInstance,
  services: Pick<SharedServices, 'store' | 'search'>,
  stopping?: AbortSignal,
): void {
  const { store } = services;
  app.get('/health/live', async () => ({ status: 'alive' }));
  app.get('/health/ready', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    const search = searchState(services.search);
    const sendNotReady = (reason: string) => reply.code(503).send({ status: 'not ready', reason, search });
    if (stopping?.aborted) return sendNotReady('the server is shutting down');
    if (!(await isResponding(store.connection))) return sendNotReady('the database does not respond');
    const { isProjected, sequence } = store.log.feedState();
    if (!isProjected) return sendNotReady(`queries return the change log up to ${sequence}, not yet later changes`);
    return reply.send({ status: 'ready', search });
  });
}

function searchState(search: SharedServices['search']): string {
  const fillState = search?.fillState ?? { state: 'FILLING', done: 0, of: 0 };
  if (fillState.state === 'READY') return 'READY';
  // The number of entries is unknown until the first read.
  return fillState.of === 0 ? 'FILLING' : `FILLING ${fillState.done} of ${fillState.of}`;
}

async function isResponding(connection: Connection): Promise<boolean> {
  const pingResult = connection.ping().then(
    () => true,
    () => false,
  );
  return Promise.race([pingResult, delay(PING_TIMEOUT_MS, false, { ref: false })]);
}
