import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { batch, entry } from '../store/entries.js';
import { Random } from '../store/random.js';
import { knownValues, RandomSelection } from './random-selection.js';
import type { SeededApp } from './seeded-app.js';
import { seededApp } from './seeded-app.js';

/** Number of random queries. */
const QUERIES = process.env['LONG'] ? 5000 : 300;
/** Number of unpublished entries of each kind. */
const EACH = 4;

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ own: true, admission: { rate: { burst: 1_000_000, perSecond: 1_000_000 } } });
});
afterAll(() => server.close());

test('any query about retired entries succeeds, or is rejected with a documented code', async () => {
  const { model, modules, store } = server.services;
  const random = new Random(5);
  const all = await knownValues(server.services);
  const gone = new Map([...all.slugs].map(([kind, slugs]) => [kind, random.some(slugs, EACH, EACH)]));
  const withdrawn = { action: 'RETIRE', status: 'RETIRED', expectedRevision: 1 } as const;
  const changes = [...gone].flatMap(([kind, slugs]) => slugs.map((slug) => entry(kind, slug, {}, withdrawn)));
  await store.log.commit(batch(...changes));
  const figures = new Set(all.indicators);
  const known = { ...all, slugs: gone, indicators: gone.get('Indicator')!.filter((slug) => figures.has(slug)) };
  const schema = executableSchema(model, modules);
  const fields = Object.values(schema.getQueryType()!.getFields());
  const names = fields
    .filter(({ args }) => args.some(({ name }) => ['slug', 'by'].includes(name)))
    .map(({ name }) => name);
  const selection = new RandomSelection(schema, random, known);
  const refused = new Set<unknown>();
  for (let asked = 0; asked < QUERIES; asked += 1) {
    const query = selection.query(asked % 2 === 0 ? { names, most: 3 } : { names: ['indicator'], most: 1 });
    const { errors = [] } = await server.ask(query);
    for (const { message, extensions } of errors) {
      expect([query, message, extensions.code]).not.toContain('INTERNAL_SERVER_ERROR');
      refused.add(extensions.code);
    }
  }
  expect(refused).toContain('NOT_FOUND');
  expect(server.log).toEqual([]);
});
