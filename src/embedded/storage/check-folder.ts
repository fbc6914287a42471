import { checkCollection } from './checker.js';
import { openEnvironment } from './environment.js';
import { Storage } from './storage.js';

/**
 * Checks everything in a folder; run in a process of its own, since LMDB trusts its pages and a damaged one can take
 * the process with it. Writes what is wrong to standard output and ends with 1.
 */
async function main(dataDir: string): Promise<void> {
  const environment = openEnvironment(dataDir);
  const storage = new Storage(environment);
  for (const collection of storage.catalogue.all()) {
    for (const problem of checkCollection(storage, collection)) {
      if (problem === undefined) continue;
      process.stdout.write(`${problem}\n`);
      process.exitCode = 1;
      break;
    }
  }
  await environment.root.close();
}

main(process.argv.at(-1)!).catch((error: Error) => {
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
});
