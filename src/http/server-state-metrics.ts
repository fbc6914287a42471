import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge } from 'prom-client';
import type { SharedServices } from '../graphql/request/context.js';
import { readVersion } from '../package-info.js';
import type { Admission } from './admission.js';
import type { ResponseCache } from './cache/response-cache.js';
import type { EventStreams } from './event-streams.js';
import type { Metrics } from './metrics.js';

/** Sampling interval of the event loop delay, in milliseconds. */
const SAMPLE_INTERVAL_MS = 20;
/** Time after which sampling stops until the next request, in milliseconds. */
const SAMPLING_MS = 10_000;
const NANOSECONDS_PER_SECOND = 1e9;

/** Adds the state of a server to its metrics. Values are read at each scrape. */
export function addStateMetrics(
  app: FastifyInstance,
  { registry }: Metrics,
  services: Pick<SharedServices, 'store' | 'search' | 'entryCache'>,
  { admission, cache, streams }: { admission: Admission; cache: ResponseCache | null; streams: EventStreams },
): void {
  const { store } = services;
  const gauge = (name: string, help: string, read: () => number) => {
    const metric: Gauge = new Gauge({ name, help, registers: [registry], collect: () => metric.set(read()) });
  };
  const countInFlight = () => admission.inFlight + (cache?.arrivingCount ?? 0);
  gauge('signpost_requests_under_way', 'Open requests to the API.', countInFlight);
  gauge('signpost_streams', 'Open subscriptions.', () => streams.count);
  gauge(
    'signpost_feed_sequence',
    'The last change of the log that queries return.',
    () => store.log.feedState().sequence,
  );
  gauge('signpost_feed_failing', '1 while changes cannot be applied.', () => Number(store.log.feedState().isFailing));
  gauge('signpost_search_ready', '1 once the search index is complete.', () =>
    Number(services.search?.fillState.state === 'READY'),
  );

  const { entryCache } = services;
  if (entryCache) {
    gauge('signpost_cached_entries', 'Entries, pages and series in the cache.', () => entryCache.stats.count);
    gauge('signpost_cached_entries_bytes', 'Estimate of their memory in bytes.', () => entryCache.stats.bytes);
  }
  if (cache) addCacheMetrics(registry, cache, gauge);

  const connections: Gauge<'state'> = new Gauge({
    name: 'signpost_database_connections',
    help: 'Connections to the database: open, in use, and commands that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect: () => {
      for (const [state, count] of Object.entries(store.connection.pool())) connections.set({ state }, count);
    },
  });

  new Gauge({
    name: 'signpost_build_info',
    help: 'Always 1; the labels contain the versions.',
    labelNames: ['version', 'node'],
    registers: [registry],
  }).set({ version: readVersion(), node: process.version }, 1);

  watchEventLoop(app, registry);
}

function addCacheMetrics(
  registry: Metrics['registry'],
  cache: ResponseCache,
  gauge: (name: string, help: string, read: () => number) => void,
): void {
  gauge('signpost_cached_responses', 'Responses in the cache.', () => cache.stats.count);
  gauge('signpost_cached_responses_bytes', 'Estimate of their memory in bytes.', () => cache.stats.bytes);
  const requests: Counter<'how'> = new Counter({
    name: 'signpost_cacheable_requests_total',
    help: 'Cacheable requests by result: hit, joined with an identical one in flight, missed, or unsure: bypassed the cache.',
    labelNames: ['how'],
    registers: [registry],
    collect: () => {
      requests.reset();
      for (const [outcome, count] of Object.entries(cache.counts)) requests.inc({ how: outcome }, Number(count));
    },
  });
}

/** Measures the event loop delay since the last scrape. */
function watchEventLoop(app: FastifyInstance, registry: Metrics['registry']): void {
  const delayMonitor = monitorEventLoopDelay({ resolution: SAMPLE_INTERVAL_MS });
  // Continuous sampling would use more CPU time than everything else in an idle server.
  let idleTimer: NodeJS.Timeout | null = null;
  app.server.on('request', () => {
    delayMonitor.enable();
    idleTimer ??= setTimeout(() => void (delayMonitor.disable(), (idleTimer = null)), SAMPLING_MS).unref();
  });
  app.addHook('onClose', async () => {
    if (idleTimer) clearTimeout(idleTimer);
    delayMonitor.disable();
  });
  const lagGauge: Gauge<'quantile'> = new Gauge({
    name: 'signpost_event_loop_lag_seconds',
    help: 'Delay of the event loop since the last scrape: median, 99th percentile and maximum.',
    labelNames: ['quantile'],
    registers: [registry],
    collect: () => {
      const delays = { 0.5: delayMonitor.percentile(50), 0.99: delayMonitor.percentile(99), 1: delayMonitor.max };
      for (const [quantile, nanoseconds] of Object.entries(delays)) {
        // Subtracts the sampling interval, which the measured delay includes.
        lagGauge.set({ quantile }, Math.max(0, nanoseconds / NANOSECONDS_PER_SECOND - SAMPLE_INTERVAL_MS / 1000));
      }
      delayMonitor.reset();
    },
  });
}
