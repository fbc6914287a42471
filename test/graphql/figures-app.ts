import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { startCounting } from '../../src/cost/live-collection-stats.js';
import { buildApp } from '../../src/http/app.js';
import { kindModules } from '../../src/kinds/index.js';
import { createVintage } from '../../src/records/submitted-figures.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { type OpenServices, openServices } from '../../src/open-services.js';
import type { EntryChange } from '../../src/store/change-log.js';
import type { StoredPoint, VintageDate } from '../../src/store/figures.js';
import type { Store } from '../../src/store/store.js';
import { batch, entry } from '../store/test-stores.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import type { Data } from './typed-response.js';
import type { Answer } from './seeded-app.js';
import { throwOnError } from '../support/throw-on-error.js';
import { schemaModel } from '../support/schema-model.js';

/** A figure as written in tests: a value, or null with a state. */
export type FigureInput = number | null | Partial<StoredPoint>;

/** A server without a port, with a small database of figures. It can be restarted over the same database. */
export class FiguresApp {
  readonly commands: string[] = [];
  readonly model = schemaModel;
  readonly modules = kindModules;
  private database: TestDatabase | null = null;
  private running: { store: Store; opened: OpenServices; app: FastifyInstance } | null = null;

  /**
   * @param now time at which batches are written; default: the system clock
   * @param entryCacheBytes size of the cache of entries and figures; 0 turns it off
   */
  constructor(
    private readonly now?: () => Date,
    private readonly entryCacheBytes = 0,
  ) {}

  get store(): Store {
    return this.running!.store;
  }

  async start(): Promise<void> {
    this.database ??= await testDatabase();
    const base = await openKnowledgeBase({
      uri: this.database.uri,
      database: this.database.name(),
      model: schemaModel,
      onCommand: (name) => this.commands.push(name),
      // Without polling for the writes of others, every counted command belongs to a request.
      pollMs: 60_000,
      // No other server writes, so cached data is always valid.
      isNotified: this.entryCacheBytes > 0,
      now: this.now,
    });
    const services = await openServices(base, {
      countsEntries: false,
      entryCacheBytes: this.entryCacheBytes,
      onError: throwOnError,
    });
    const app = await buildApp(services.services, {
      log: pino({ level: 'silent' }),
      corsOrigins: '*',
      graphiqlDir: 'no-such-folder',
      deadlineMs: 120_000,
    });
    this.running = { store: base.store, opened: services, app };
  }

  async stop(): Promise<void> {
    const { store, opened, app } = this.running!;
    this.running = null;
    await app.close();
    await opened.close();
    await store.close();
  }

  /** Updates the statistics for cost estimates. */
  async updateStats(): Promise<void> {
    const { services } = this.running!.opened;
    const stats = startCounting({ ...services, store: this.store }, (error) => {
      throw error;
    });
    await stats.waitUntilCounted();
    await stats.close();
    services.collectionStats = stats;
  }

  async close(): Promise<void> {
    if (this.running) await this.stop();
    await this.database?.close();
  }

  async write(...entries: EntryChange[]): Promise<void> {
    expect(await this.store.log.commit(batch(...entries))).toMatchObject({ committed: true });
  }

  /** Writes a vintage of an indicator: figures by period for each area, or area and breakdown as `IT sex=F`. */
  async writeVintage(
    indicator: string,
    figures: Record<string, Record<string, FigureInput>>,
    source = 'tables',
    date?: VintageDate,
  ): Promise<Date> {
    const series = Object.entries(figures).map(([name, cells]) => {
      const [area, ...codes] = name.split(' ');
      const breakdown = Object.fromEntries(codes.map((code) => code.split('=') as [string, string]));
      const points = Object.entries(cells).map(([period, figure]) => pointOf(period, figure, source));
      return { area: area!, breakdown, points };
    });
    const vintages = [{ ...createVintage(indicator, series), ...(date && { date }) }];
    expect(await this.store.log.commit({ ...batch(), vintages })).toMatchObject({ committed: true });
    return (await this.store.figures.newestVintages([indicator])).get(indicator)!.vintage;
  }

  /** Removes the stored numbers of changed cells, which earlier versions did not store with series. */
  async removeChangeCounts(): Promise<void> {
    await this.unset('series', ['size', 'change']);
  }

  /** Removes the latest totals of vintages, as in documents of an earlier version, and restarts. */
  async removeLatestTotals(): Promise<void> {
    await this.stop();
    await this.unset('editions', ['latest']);
    await this.start();
  }

  private async unset(collection: string, fields: readonly string[]): Promise<void> {
    const client = await new MongoClient(this.database!.uri).connect();
    const documents = client.db(this.database!.name()).collection(collection);
    const absent = Object.fromEntries(fields.map((field) => [field, 1] as const));
    expect((await documents.updateMany({}, { $unset: absent })).modifiedCount).toBeGreaterThan(0);
    await client.close();
  }

  async execute<Text extends string>(query: Text, variables: object = {}, locale = 'en'): Promise<Data<Text>> {
    const { data, errors } = await this.answer(query, variables, locale);
    expect(errors).toBeUndefined();
    return data;
  }

  async answer<Text extends string>(
    query: Text,
    variables: object = {},
    locale = 'en',
  ): Promise<Pick<Answer<Text>, 'data' | 'errors'>> {
    const answer = await this.running!.app.inject({
      method: 'POST',
      url: `/graphql?locale=${locale}`,
      headers: { 'content-type': 'application/json' },
      payload: { query, variables },
    });
    return answer.json();
  }

  /** Returns the code and message of the first error. */
  async firstError(query: string, variables: object = {}): Promise<{ code: string; message: string }> {
    const { errors } = await this.answer(query, variables);
    return { code: errors![0]!.extensions.code as string, message: errors![0]!.message as string };
  }

  /** Returns the body at a URL of the server, and a hash of its bytes. */
  async get(url: string, accept = '*/*'): Promise<{ body: string; hash: string }> {
    const answer = await this.running!.app.inject({ url, headers: { accept } });
    expect([answer.statusCode, answer.statusCode === 200 || answer.body]).toEqual([200, true]);
    return { body: answer.body, hash: createHash('sha256').update(answer.rawPayload).digest('hex') };
  }
}

function pointOf(period: string, figure: FigureInput, source: string): StoredPoint {
  const point = typeof figure === 'object' && figure !== null ? figure : { value: figure };
  const value = point.value ?? null;
  const state = value === null ? ('NOT_REPORTED' as const) : ('REPORTED' as const);
  return { period, value, state, flags: [], source, note: null, ...point };
}

/** Returns five countries, the group EU with their membership periods, a route, a publisher and two sources. */
export function areaEntries(): EntryChange[] {
  const country = (slug: string, alpha3: string, title: string | Record<string, string>) =>
    entry('Country', slug, { title: typeof title === 'string' ? { en: title } : title, alpha3 });
  const members = [
    { country: 'it', from: '1958-01-01' },
    { country: 'es', from: '1986-01-01' },
    { country: 'gb', from: '1973-01-01', to: '2020-01-31' },
    { country: 'hr', from: '2013-07-01' },
  ];
  return [
    country('it', 'ITA', { en: 'Italy', fr: 'Italie' }),
    country('es', 'ESP', 'Spain'),
    country('gb', 'GBR', 'United Kingdom'),
    country('hr', 'HRV', 'Croatia'),
    country('tn', 'TUN', 'Tunisia'),
    entry('CountryGroup', 'eu', { title: { en: 'European Union' }, code: 'EU', members }),
    entry('CountryGroup', 'world', { title: { en: 'World' }, code: 'WORLD', members: [] }),
    entry('Route', 'sea', { title: { en: 'The sea' }, code: 'ROUTE_SEA', routeType: 'SEA', countries: [] }),
    entry('Organisation', 'eurostat', { title: { en: 'Eurostat' }, organisationType: 'EU_BODY' }),
    entry('Source', 'tables', {
      title: { en: 'Tables of 2024' },
      publisherName: 'Eurostat',
      url: 'https://example.org/tables',
    }),
    entry('Source', 'annex', { title: { en: 'An annex & more' }, publisherName: 'Eurostat', publishedOn: '2024-06' }),
  ];
}

/** Returns a route by sea with the code ROUTE_ and its slug. */
export function route(slug: string, record: object = {}): EntryChange {
  const code = `ROUTE_${slug.toUpperCase()}`;
  return entry('Route', slug, { title: { en: slug }, code, routeType: 'SEA', countries: [], ...record });
}

/** Returns an indicator. By default it is a yearly flow of persons. */
export function indicator(slug: string, record: object = {}): EntryChange {
  return entry('Indicator', slug, {
    unit: 'persons',
    countingUnit: 'PERSONS',
    measure: 'FLOW',
    frequency: 'YEAR',
    relevance: 'MEASURES',
    absentMeans: 'MISSING',
    publisher: 'eurostat',
    dimensions: [],
    topics: [],
    ...record,
  });
}
