import { planExport } from '../../src/content/plan-export.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { schemaModel } from '../support/schema-model.js';
import { testDatabase } from '../support/test-database.js';
import { createTestCli } from './test-cli.js';

test('opening a database read-only reads no entries, and an export reads the entries of each kind once', async () => {
  const server = await testDatabase();
  const database = server.name();
  const cli = createTestCli({ MONGODB_URI: server.uri, MONGODB_DB: database });
  expect((await cli.run('seed')).exit).toBe(0);
  const reads = new Map<string, number>();
  const base = await openKnowledgeBase({
    uri: server.uri,
    database,
    model: schemaModel,
    readOnly: 'CURRENT',
    onCommand: (name, command) => {
      if (name === 'find') reads.set(String(command['find']), (reads.get(String(command['find'])) ?? 0) + 1);
    },
  });
  const countsOfKinds = () =>
    schemaModel.kinds.map(({ folder }) => [reads.get(folder) ?? 0, reads.get(`${folder}.drafts`) ?? 0]);
  expect(countsOfKinds()).toEqual(schemaModel.kinds.map(() => [0, 0]));
  const plan = await planExport(cli.seed, { ...base, isDryRun: true });
  expect(plan.unchanged).toBe(19);
  // A leaflet is a draft, so the slugs of published leaflets are also read.
  expect(countsOfKinds()).toEqual(schemaModel.kinds.map(({ folder }) => [folder === 'leaflets' ? 2 : 1, 1]));
  await base.store.close();
  await server.close();
  cli.remove();
});
