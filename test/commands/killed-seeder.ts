import { readConfig } from '../../src/config.js';
import { applyPlan } from '../../src/content/seed-database.js';
import { planFolder } from '../../src/content/plan-folder.js';
import { startEmbedded } from '../../src/embedded/index.js';
import { loadModel } from '../../src/model/load-model.js';
import { openKnowledgeBase } from '../../src/open-database.js';

/** Seeds a folder, with the database in this process, and kills itself after the given number of database commands. */
const [dataDir, seedDir, last, delay] = process.argv.slice(2) as [string, string, string, string];
let remainingCalls = Infinity;
const database = await startEmbedded({ dataDir });
const services = await openKnowledgeBase({
  uri: database.uri,
  database: readConfig({}).mongodbDatabase,
  model: loadModel('schema'),
  onCommand: () => {
    remainingCalls -= 1;
    if (remainingCalls < 0) setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(delay));
  },
});
const { plan } = await planFolder(seedDir, services, true);
remainingCalls = Number(last);
await applyPlan(plan!, services, 'seed');
remainingCalls = Infinity;
await services.store.close();
await database.close();
