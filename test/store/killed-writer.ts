import { loadModel } from '../../src/model/load.js';
import { openStore } from '../../src/store/open-store.js';
import { changesBefore, changeKilled } from './killed-batches.js';

/** Writes one batch, and the next one until it is about to send a certain command, by its number: then it is killed. */
const [uri, database, last] = process.argv.slice(2) as [string, string, string];
let left = Infinity;
const store = await openStore({
  uri,
  database,
  model: loadModel('schema'),
  onCommand: () => {
    if (--left < 0) process.kill(process.pid, 'SIGKILL');
  },
});
await store.log.commit(changesBefore());
left = Number(last);
await store.log.commit(changeKilled());
left = Infinity;
await store.close();
