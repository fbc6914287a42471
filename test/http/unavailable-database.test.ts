import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LiveAreaIndex } from '../../src/reading/live-area-index.js';
import { Search } from '../../src/search/search.js';
import { type Answer, type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { embeddedOnly } from '../support/embedded-only.js';
import { Faults } from '../support/injected-faults.js';

embeddedOnly('faults injected into the embedded database')('a server that cannot load its in-memory data', () => {
  let server: SeededApp;
  let faults: Faults;
  beforeAll(async () => {
    server = await seededApp({ seedDir: 'test/fixtures/valid', own: true, fails: true });
    faults = await Faults.of(server.place.uri);
  });
  afterAll(async () => {
    await faults.close();
    await server.close();
  });

  const waitUntilReady = async () => {
    const answer = await server.inject({ url: '/health/ready' });
    expect(answer.statusCode).toBe(200);
    return answer.json<object>();
  };

  /** Calls a start function while every read fails. Resolves with its log after the failure; later reads succeed. */
  async function runWhileFailing<T>(
    start: (onError: (error: unknown) => void) => T,
    whileFailing: (started: T) => Promise<void>,
  ) {
    const errors: unknown[] = [];
    await faults.set({ errorCode: 18 }, ['find', 'aggregate', 'getMore']);
    let started!: T;
    await new Promise<void>((resolve) => {
      started = start((error) => {
        errors.push(error);
        resolve();
      });
    });
    await whileFailing(started);
    await faults.end();
    return { started, troubles: errors };
  }

  /** Returns the status of a response to a browser, and the status and error code of one to a program. */
  const statusesOf = async (url: string) => {
    const page = await server.inject({ url, headers: { accept: 'text/html' } });
    const answer = await server.inject({ url, headers: { accept: 'application/json' } });
    return [page.statusCode, answer.statusCode, answer.json<Answer>().errors?.[0]?.extensions?.['code']];
  };

  test.each([
    ['unreachable', 91, 503, 'DATABASE_UNREACHABLE'],
    ['failing with an unexpected error', 18, 500, 'INTERNAL_SERVER_ERROR'],
  ])('pages report that the database is %s', async (_, errorCode, status, code) => {
    await faults.set({ errorCode }, ['find', 'aggregate', 'getMore']);
    for (const url of ['/topic/adverts', '/q']) {
      expect([url, ...(await statusesOf(url))]).toEqual([url, status, status, code]);
    }
    await faults.end();
  });

  test('searches respond with BUSY until the search index is built, once database reads succeed again', async () => {
    const query = '{ search(query: "report") { totalCount } }';
    const { model, store } = server.services;
    const { troubles } = await runWhileFailing(
      (onError) => (server.services.search = new Search(model, store, onError)),
      async () => {
        expect(await waitUntilReady()).toEqual({ status: 'ready', search: 'FILLING' });
        const { errors } = await server.execute(query);
        expect(errors![0]!.extensions).toEqual({ code: 'BUSY', state: 'FILLING', done: 0, of: 0 });
        expect(await statusesOf('/search?q=report')).toEqual([503, 503, 'BUSY']);
        expect(await statusesOf(`/graphql?format=csv&query=${encodeURIComponent(query)}`)).toEqual([503, 503, 'BUSY']);
      },
    );
    const search = server.services.search!;
    await search.whenIdle();
    expect(troubles).toMatchObject([{ code: 18 }, null]);
    expect(await waitUntilReady()).toEqual({ status: 'ready', search: 'READY' });
    expect((await server.execute(query)).data.search.totalCount).toBeGreaterThan(0);
    await search.close();
  });

  test('queries for areas respond with BUSY until the areas are loaded, once database reads succeed again', async () => {
    const { model, store } = server.services;
    const knownCodes = (areas: LiveAreaIndex) => {
      try {
        return areas.current;
      } catch (error) {
        expect(error).toMatchObject({ code: 'BUSY' });
        return null;
      }
    };
    const { started: areas } = await runWhileFailing(
      (onError) => new LiveAreaIndex(model, store, onError),
      async (started) => {
        await started.firstAttempt();
        expect(knownCodes(started)).toBeNull();
      },
    );
    while (knownCodes(areas) === null) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(areas.current).toEqual(server.services.areas.current);
    await areas.close();
  });
});
