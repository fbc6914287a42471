import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { batch, entry } from '../store/test-stores.js';
import { Random } from '../store/random.js';
import { knownValues, RandomSelection } from './random-selection.js';
import { type SeededApp, seededApp } from './seeded-app.js';

/** Number of random queries. */
const QUERIES = process.env['LONG'] ? 2000 : 120;
/** Number of entries of each kind that are retired. */
const EACH = 4;

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ own: true, admission: { rate: { burst: 1_000_000, perSecond: 1_000_000 } } });
});
afterAll(() => server.close());

test('random queries about retired entries succeed or fail with a documented error code', async () => {
  const { model, modules, store } = server.services;
  const random = new Random(5);
  const values = await knownValues(server.services);
  const retired = new Map([...values.slugs].map(([kind, slugs]) => [kind, random.pickSome(slugs, EACH, EACH)]));
  const withdrawn = { action: 'RETIRE', status: 'RETIRED', expectedRevision: 1 } as const;
  const changes = [...retired].flatMap(([kind, slugs]) => slugs.map((slug) => entry(kind, slug, {}, withdrawn)));
  await store.log.commit(batch(...changes));
  const figures = new Set(values.indicators);
  const retiredValues = {
    ...values,
    slugs: retired,
    indicators: retired.get('Indicator')!.filter((slug) => figures.has(slug)),
  };
  const schema = executableSchema(model, modules);
  const fields = Object.values(schema.getQueryType()!.getFields());
  const names = fields
    .filter(({ args }) => args.some(({ name }) => ['slug', 'by'].includes(name)))
    .map(({ name }) => name);
  const selection = new RandomSelection(schema, random, retiredValues);
  const rejectionCodes = new Set<unknown>();
  for (let queryNumber = 0; queryNumber < QUERIES; queryNumber += 1) {
    const query = selection.query(queryNumber % 2 === 0 ? { names, most: 3 } : { names: ['indicator'], most: 1 });
    const { errors = [] } = await server.execute(query);
    for (const { message, extensions } of errors) {
      expect([query, message, extensions.code]).not.toContain('INTERNAL_SERVER_ERROR');
      rejectionCodes.add(extensions.code);
    }
  }
  expect(rejectionCodes).toContain('NOT_FOUND');
  expect(server.log).toEqual([]);
});
