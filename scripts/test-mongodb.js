// Runs the suites that apply to any MongoDB on the one at TEST_MONGODB_URI. Each test file creates databases named
// test_<random>_… and drops them. Passes its arguments to Jest.
import { spawnSync } from 'node:child_process';
import { MongoClient } from 'mongodb';

const SUITES = ['test/store', 'test/graphql', 'test/http', 'test/search'];

const uri = process.env.TEST_MONGODB_URI;
if (!uri) {
  console.error('test:mongodb: set TEST_MONGODB_URI to the address of a MongoDB that the tests may make databases on');
  process.exit(2);
}

try {
  const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 5000 });
  const { version } = await client.db().admin().command({ buildInfo: 1 });
  const { setName } = await client.db().admin().command({ hello: 1 });
  await client.close();
  console.log(`test:mongodb: version ${version}, ${setName ? `replica set ${setName}` : 'no replica set'}`);
} catch (error) {
  console.error(`test:mongodb: no MongoDB answers at TEST_MONGODB_URI: ${error.message}`);
  process.exit(2);
}

const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...SUITES, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, jest, { stdio: 'inherit' }).status ?? 1;
