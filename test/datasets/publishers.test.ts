import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkFolder } from '../../scripts/check-publishers.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

const ROOT = 'test/fixtures/datasets';

let database: TestDatabase;
beforeAll(async () => (database = await testDatabase()));
afterAll(() => database.close());

describe("invented figures in publishers' layouts", () => {
  it.each(readdirSync(ROOT))('all files in layouts of %s are imported with the expected figures', async (folder) => {
    const check = await checkFolder(join(ROOT, folder), database);
    expect(check.differences).toEqual([]);
    expect(check.facts).toBeGreaterThan(check.files);
  });
});
