import { checkCollection } from './checker.js';
import { checkMetaPages } from './meta-pages.js';
import { openEnvironment } from './environment.js';
import { Storage } from './storage.js';

/**
 * Checks everything in a folder; run in a process of its own, since LMDB trusts its pages and a damaged one can take
 * the process with it. Writes what is wrong to standard output and ends with 1.
 */
async function main(dataDir: string): Promise<void> {
  const pages = checkMetaPages(dataDir);
  if ('wrong' in pages) throw new Error(pages.wrong);
  const environment = openEnvironment(dataDir);
  const storage = new Storage(environment);
  const last = storage.catalogue.lastCommit();
  if (last !== undefined && last !== pages.lastCommit) {
    throw new Error(`its last commit is ${pages.lastCommit}, but what it leads to is of commit ${last}`);
  }
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
