import type { FastifyInstance } from 'fastify';
import type { MetricsAccess } from '../config.js';
import type { LocalRequestCheck } from './loopback-request.js';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ChangeLog } from '../store/change-log.js';

const CORS_HEADER_PREFIX = 'access-control-';

/** Histogram buckets, in seconds. The deadline of a request is 5 s. */
const SECONDS_BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30];

export interface Metrics {
  registry: Registry;
  errors: Counter<'code'>;
  storeReads: Counter;
  databaseCommands: Counter;
  databaseSeconds: Histogram;
}

/** Creates the metrics of one server. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  const gauge: Gauge = new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory of the process in bytes.',
    registers,
    collect: (): void => gauge.set(process.memoryUsage.rss()),
  });
  return {
    registry,
    errors: new Counter({
      name: 'signpost_errors_total',
      help: 'Errors in responses, by code.',
      labelNames: ['code'],
      registers,
    }),
    storeReads: new Counter({
      name: 'signpost_store_questions_total',
      help: 'Reads that requests sent to the store.',
      registers,
    }),
    databaseCommands: new Counter({
      name: 'signpost_database_commands_total',
      help: 'Commands that requests sent to the database.',
      registers,
    }),
    databaseSeconds: new Histogram({
      name: 'signpost_request_database_seconds',
      help: 'Total time of the commands of a request in seconds.',
      buckets: SECONDS_BUCKETS,
      registers,
    }),
  };
}

/** Adds a metric for the failed attempts to apply the change log. */
export function addFeedFailureMetric({ registry }: Metrics, log: Pick<ChangeLog, 'feedState'>): void {
  const failures: Counter = new Counter({
    name: 'signpost_feed_failures_total',
    help: 'Failed attempts to apply the change log; each is repeated until it succeeds.',
    registers: [registry],
    collect: (): void => {
      failures.reset();
      failures.inc(log.feedState().failures);
    },
  });
}

/** Counts and times responses by route. Serves /metrics to permitted clients. */
export function addMetrics(
  app: FastifyInstance,
  { registry }: Metrics,
  { access, isLocal }: { access: MetricsAccess; isLocal: LocalRequestCheck },
): void {
  const duration = new Histogram({
    name: 'signpost_request_seconds',
    help: 'Time from request to response in seconds, by route and status.',
    labelNames: ['route', 'status'],
    buckets: SECONDS_BUCKETS,
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) };
    duration.observe(labels, reply.elapsedTime / 1000);
  });
  if (access === 'off') return;
  app.route({
    method: ['GET', 'OPTIONS'],
    url: '/metrics',
    // Removes the CORS headers, because pages of other origins must not read the metrics.
    onSend: async (_request, reply) => {
      for (const name of Object.keys(reply.getHeaders()))
        if (name.startsWith(CORS_HEADER_PREFIX)) void reply.removeHeader(name);
    },
    handler: async (request, reply) => {
      if (request.method === 'OPTIONS' || (access === 'loopback' && !isLocal(request.raw))) return reply.callNotFound();
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  });
}
