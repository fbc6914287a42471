import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Document } from 'mongodb';
import { pino } from 'pino';
import { seedIfEmpty } from '../../src/content/seed-database.js';
import type { SharedServices } from '../../src/graphql/request/context.js';
import { type AppOptions, buildApp } from '../../src/http/app.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { openServices } from '../../src/open-services.js';
import { testDatabase } from '../support/test-database.js';
import type { Data } from './typed-response.js';
import { WRITE_COMMANDS } from '../support/injected-faults.js';
import { throwOnError } from '../support/throw-on-error.js';
import { schemaModel } from '../support/schema-model.js';

/** The response of the API to a query text. */
export interface Answer<Text extends string = string> {
  data: Data<Text>;
  errors?: {
    message: string;
    path?: (string | number)[];
    locations?: { line: number; column: number }[];
    extensions: Record<string, unknown>;
  }[];
  status: number;
  headers: Record<string, unknown>;
}

/** Options of a query: headers, extensions and URL parameters. */
export interface RequestOptions {
  headers?: object;
  extensions?: object;
  /** The locale in the URL. */
  locale?: string;
}

/** A server over a separate database, without a port. */
export interface SeededApp {
  app: FastifyInstance;
  services: SharedServices;
  /** Location of the database, for other clients. */
  place: { uri: string; database: string };
  /** Names of the commands sent to the database since the list was last emptied. */
  commands: string[];
  /** Read commands sent to the database since the list was last emptied, with all fields. */
  reads: Document[];
  /** Lines of the log. */
  log: Record<string, unknown>[];
  execute<Text extends string>(query: Text, variables?: object, more?: RequestOptions): Promise<Answer<Text>>;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** Options that differ from those of `signpost serve`. */
export interface SeededOptions extends Partial<AppOptions> {
  /** The content to seed; null for an empty database. */
  seedDir?: string | null;
  withSearch?: boolean;
  /** Whether the test needs a separate database, because it writes to the seeded content or makes commands fail. */
  own?: boolean;
  /** Whether database commands can be made to fail with `Faults`. */
  fails?: boolean;
  /** Whether costs use statistics of the content. Otherwise pages are assumed to be full. */
  withCounts?: boolean;
  /** Size of the cache of entries and figures in bytes. Default: 0, which turns it off. */
  entryCacheBytes?: number;
  /** Interval of polling for the writes of others, in milliseconds. Default: no polling. */
  pollMs?: number;
  /** Whether no other server writes, which makes cached data always valid. */
  hasNoOtherWriter?: boolean;
  /** The database of another server, which has to be closed after this one. */
  over?: SeededApp['place'];
  /** Wraps the services of the server, such as its store. */
  around?: (services: SharedServices) => SharedServices;
}

/** Starts a server with the content of the project, or other content. */
export async function seededApp(options: SeededOptions = {}): Promise<SeededApp> {
  const {
    seedDir = 'seed',
    withSearch = false,
    own = false,
    fails = false,
    withCounts = false,
    entryCacheBytes = 0,
    // Without other writers, polling would only add commands to the count.
    pollMs = 3_600_000,
    hasNoOtherWriter: isOnlyWriter = false,
    over,
    around = (services) => services,
    ...appOptions
  } = options;
  const database = over ? null : await testDatabase({ seeded: seedDir === 'seed', own, fails });
  const commands: string[] = [];
  const reads: Document[] = [];
  const log: Record<string, unknown>[] = [];
  const writtenSlugs = new Set<string>();
  const place = over ?? { uri: database!.uri, database: database!.name() };
  const base = await openKnowledgeBase({
    ...place,
    model: schemaModel,
    pollMs,
    isNotified: isOnlyWriter,
    onCommand: (name, command) => {
      commands.push(name);
      if (name === 'find' || name === 'aggregate') reads.push(command);
      if (WRITE_COMMANDS.includes(name)) writtenSlugs.add(name);
    },
  });
  if (seedDir !== null) await seedIfEmpty(base, seedDir);
  const opened = await openServices(base, {
    countsEntries: withCounts,
    entryCacheBytes,
    onError: throwOnError,
  });
  await opened.whenSettled();
  if (withSearch) await opened.beginSearch().whenIdle();
  const services = around(opened.services);
  const app = await buildApp(services, {
    log: pino({ level: 'warn' }, { write: (line: string) => log.push(JSON.parse(line) as Record<string, unknown>) }),
    corsOrigins: '*',
    graphiqlDir: 'no-such-folder',
    // Limit for hangs, unless a test sets one. A busy machine may take ten times as long as usual.
    deadlineMs: 120_000,
    ...appOptions,
  });
  return {
    app,
    services,
    place,
    commands,
    reads,
    log,
    inject: (request) => app.inject(request),
    async execute<Text extends string>(
      query: Text,
      variables?: object,
      { headers, extensions, locale }: RequestOptions = {},
    ) {
      const answer = await app.inject({
        method: 'POST',
        url: locale === undefined ? '/graphql' : `/graphql?locale=${locale}`,
        headers: { 'content-type': 'application/json', ...headers },
        payload: { query, variables, extensions },
      });
      return {
        ...answer.json<Pick<Answer<Text>, 'data' | 'errors'>>(),
        status: answer.statusCode,
        headers: answer.headers,
      };
    },
    async close() {
      await app.close();
      await opened.close();
      await base.store.close();
      await database?.close();
      if (writtenSlugs.size > 0 && seedDir === 'seed' && !own && !over && !process.env.TEST_MONGODB_URI)
        throw new Error(
          `what all files share was written to (${[...writtenSlugs].join(', ')}): seededApp({ own: true })`,
        );
    },
  };
}
