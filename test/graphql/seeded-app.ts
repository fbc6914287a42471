import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Document } from 'mongodb';
import { pino } from 'pino';
import { seedIfEmpty } from '../../src/content/seed-folder.js';
import type { SharedServices } from '../../src/graphql/request/context.js';
import type { AppOptions } from '../../src/http/app.js';
import { buildApp } from '../../src/http/app.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { openServices } from '../../src/open-services.js';
import { testDatabase } from '../support/database.js';
import type { Data } from './data.js';
import { WRITES } from '../support/faults.js';
import { throwOnError } from '../support/throw-on-error.js';
import { schemaModel } from '../support/schema-model.js';

/** An answer of the API to the query of a text. */
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

/** How a query is asked: what the headers, the extensions and the address say beside it. */
export interface Asking {
  headers?: object;
  extensions?: object;
  /** The language in the address. */
  locale?: string;
}

/** A server over a database of its own, asked without a port. */
export interface SeededApp {
  app: FastifyInstance;
  services: SharedServices;
  /** Where the database is, for a client beside the server. */
  place: { uri: string; database: string };
  /** The commands sent to the database since `commands` was emptied last. */
  commands: string[];
  /** Of the same, those that read, as they were sent. */
  reads: Document[];
  /** Lines of the log. */
  log: Record<string, unknown>[];
  ask<Text extends string>(query: Text, variables?: object, more?: Asking): Promise<Answer<Text>>;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** How the server of a test differs from the one that people start. */
export interface SeededOptions extends Partial<AppOptions> {
  /** The content to fill the database from; none where it is null. */
  seedDir?: string | null;
  withSearch?: boolean;
  /** Whether it writes to the content of the project, or makes its database fail. */
  own?: boolean;
  /** Whether commands of its database can be made to fail, by `Faults`. */
  fails?: boolean;
  /** Whether queries are priced by what there is; else pages are taken to be full. */
  withCounts?: boolean;
  /** Size of the cache of entries and figures, in bytes; 0, the default, turns it off. */
  entryCacheBytes?: number;
  /** Milliseconds between two looks at what others wrote; so many that there is none unless given. */
  pollMs?: number;
  /** Whether nobody else writes, which is then as good as being told of all that is written. */
  isTold?: boolean;
  /** The database of another server, which is to be closed after this one. */
  over?: SeededApp['place'];
  /** Puts something between the server and its store. */
  around?: (services: SharedServices) => SharedServices;
}

/** Starts a server over the content of the project, or other content. */
export async function seededApp(options: SeededOptions = {}): Promise<SeededApp> {
  const {
    seedDir = 'seed',
    withSearch = false,
    own = false,
    fails = false,
    withCounts = false,
    entryCacheBytes = 0,
    // Unless somebody else writes, what the change feed asks would only be counted among the commands.
    pollMs = 3_600_000,
    isTold = false,
    over,
    around = (services) => services,
    ...appOptions
  } = options;
  const database = over ? null : await testDatabase({ seeded: seedDir === 'seed', own, fails });
  const commands: string[] = [];
  const reads: Document[] = [];
  const log: Record<string, unknown>[] = [];
  const written = new Set<string>();
  const place = over ?? { uri: database!.uri, database: database!.name() };
  const base = await openKnowledgeBase({
    ...place,
    model: schemaModel,
    pollMs,
    isNotified: isTold,
    onCommand: (name, command) => {
      commands.push(name);
      if (name === 'find' || name === 'aggregate') reads.push(command);
      if (WRITES.includes(name)) written.add(name);
    },
  });
  if (seedDir !== null) await seedIfEmpty(base, seedDir);
  const opened = await openServices(base, {
    counts: withCounts,
    entryCacheBytes,
    onError: throwOnError,
  });
  await opened.settled();
  if (withSearch) await opened.beginSearch().idle();
  const services = around(opened.services);
  const app = await buildApp(services, {
    log: pino({ level: 'warn' }, { write: (line: string) => log.push(JSON.parse(line) as Record<string, unknown>) }),
    corsOrigins: '*',
    graphiqlDir: 'no-such-folder',
    // A limit on hangs, where a test does not set one: a machine with other work may take ten times as long.
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
    async ask<Text extends string>(query: Text, variables?: object, { headers, extensions, locale }: Asking = {}) {
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
      if (written.size > 0 && seedDir === 'seed' && !own && !over && !process.env.TEST_MONGODB_URI)
        throw new Error(`what all files share was written to (${[...written].join(', ')}): seededApp({ own: true })`);
    },
  };
}
