import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import type { Config } from './config.js';
import { connectDatabase, type DatabaseConnection } from './connect-database.js';
import { buildApp, prebuildSchema } from './http/app.js';
import { listenOn } from './http/listen.js';
import { type DatabaseHandle, openDatabase } from './open-database.js';
import { beginServices, openServices } from './open-services.js';
import { OutageLog } from './http/outage-log.js';
import { PACKAGE_ROOT } from './package-info.js';
import { startScheduler } from './records/publication-scheduler.js';
import { retryTransient } from './store/connection/retry.js';

/** Folder of the built GraphiQL page. */
const GRAPHIQL_DIR = join(PACKAGE_ROOT, 'dist/graphiql');

export interface RunningServer {
  /** URL of the server, such as `http://127.0.0.1:4000`. */
  url: string;
  model: DatabaseHandle['model'];
  /** After `graceMs` milliseconds, stops accepting requests, completes those in flight, and closes the database. */
  close(graceMs?: number): Promise<void>;
}

export interface ServerStartOptions {
  /** Pending connection to the database server, which no other process may use. Default: opens one. */
  connecting?: Promise<DatabaseConnection>;
  log?: Logger;
  /** Called with messages about slow steps. */
  onProgress?: (message: string) => void;
}

const MEGABYTE = 1024 * 1024;
/** Share of the cache for responses; the rest is for entries and figures. */
const RESPONSE_SHARE = 0.5;

/** Maximum time for requests in flight at a shutdown, in milliseconds. */
const DRAIN_MS = 8000;

/**
 * Opens the database, fills it from the content folder if it is empty, and starts listening.
 * @throws AppError DATABASE_UNREACHABLE, MODEL_INVALID, CONTENT_INVALID
 */
export async function startServer(config: Readonly<Config>, options: ServerStartOptions = {}): Promise<RunningServer> {
  const {
    connecting = connectDatabase(config, { shares: false }),
    log = createLog(config),
    onProgress = () => {},
  } = options;
  const outage = new OutageLog(log);
  onProgress(config.mongodbUri === null ? `Opening the database in ${config.dataDir}` : 'Connecting to the database');
  const database = await openDatabase(config, {
    connecting,
    duringOpen: prebuildSchema,
    onFeedError: (error) => outage.report('serving changes', error),
  });
  try {
    onProgress(`Checking whether to fill the database from ${config.seedDir}`);
    const filledEntries = await retryTransient(() => fillIfEmpty(database, config.seedDir));
    if (filledEntries !== null) onProgress(`Filled the empty database with ${filledEntries} records`);
    return await listen(config, database, { log, outage });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Fills an empty database. Returns the number of records; null if it was not empty. Imports `seedIfEmpty` lazily. */
async function fillIfEmpty(database: DatabaseHandle, seedDir: string): Promise<number | null> {
  if ((await database.store.log.head()) > 0) return null;
  const { seedIfEmpty } = await import('./content/seed-database.js');
  return seedIfEmpty(database, seedDir);
}

/** Deadline of a page request made by a command, in milliseconds; longer than that of the server. */
const PAGE_DEADLINE_MS = 60_000;

/** A local server from which a command reads pages. */
export interface PageServer {
  port: number;
  /** All responses so far, in order. */
  responses: readonly { path: string; status: number }[];
  close(): Promise<void>;
}

/** Serves the pages of an open database to this machine. Used by commands. */
export async function servePages(config: Readonly<Config>, database: DatabaseHandle): Promise<PageServer> {
  const openedServices = await openServices(database, { onError: () => {} });
  try {
    const { publicUrl } = config;
    const app = await buildApp(openedServices.services, {
      log: pino({ level: 'silent' }),
      corsOrigins: [],
      address: { publicUrl, allowedHosts: [] },
      deadlineMs: PAGE_DEADLINE_MS,
      graphiqlDir: GRAPHIQL_DIR,
    });
    const responses: { path: string; status: number }[] = [];
    const url = await listenOn(app, { host: '127.0.0.1', port: 0 });
    // Registered before routing, which rewrites the URL.
    app.server.prependListener('request', ({ url: path }, response) => {
      response.once('finish', () => responses.push({ path: path!, status: response.statusCode }));
    });
    const close = async () => {
      app.server.closeAllConnections();
      await app.close();
      await openedServices.close();
    };
    return { port: Number(new URL(url).port), responses, close };
  } catch (error) {
    await openedServices.close();
    throw error;
  }
}

/** Serialises an error with its name as its type. pino would use the class name, which bundling can change. */
export function serialiseError(error: Error) {
  return { ...pino.stdSerializers.err(error), type: error.name };
}

/** Creates the logger of the process, which writes JSON to stderr. */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  const redact = ['req.headers.authorization', 'req.headers.cookie'];
  const output = pino.destination({ dest: 2, sync: true, maxLength: MEGABYTE });
  // Ignores write errors of the log: a full disk, for example, must not stop the server.
  output.on('error', () => {});
  return pino({ level: logLevel, redact, serializers: { err: serialiseError } }, output);
}

async function listen(
  config: Readonly<Config>,
  database: DatabaseHandle,
  { log, outage }: { log: Logger; outage: OutageLog },
): Promise<RunningServer> {
  const bytes = config.cacheMb * MEGABYTE;
  const openedServices = beginServices(database, {
    entryCacheBytes: bytes * (1 - RESPONSE_SHARE),
    onError: (task, error) => outage.report(task, error),
  });
  const { services } = openedServices;
  const shutdown = new AbortController();
  const { corsOrigins, trustProxy, publicUrl, allowedHosts, metrics } = config;
  const cacheBytes = bytes * RESPONSE_SHARE;
  const address = { publicUrl, allowedHosts };
  const stopping = shutdown.signal;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let url: string;
  try {
    const options = { log, corsOrigins, trustProxy, address, metrics, cacheBytes, graphiqlDir: GRAPHIQL_DIR, stopping };
    app = await buildApp(services, options);
    await openedServices.firstAttempt();
    url = await listenOn(app, config);
  } catch (error) {
    await openedServices.close();
    throw error;
  }
  // Reads do not need the search index.
  openedServices.beginSearch();
  const stopScheduler = startScheduler(services, {
    onFired: ({ kind, slug, revision, author }, outcome) => {
      log.info({ kind, slug, revision, author, outcome }, 'scheduled publication');
    },
    onError: (error) => outage.report('scheduled publishing', error),
  });
  return {
    url,
    model: database.model,
    close: async (graceMs = 0) => {
      shutdown.abort();
      if (graceMs > 0) await delay(graceMs, undefined, { ref: false });
      const drainTimer = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
      await app.close();
      await Promise.race([openedServices.close(), delay(DRAIN_MS, undefined, { ref: false })]);
      clearTimeout(drainTimer);
      await stopScheduler();
      await database.close();
    },
  };
}
