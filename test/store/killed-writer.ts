import { loadModel } from '../../src/model/load.js';
import { openStore } from '../../src/store/open-store.js';
import { changesBefore, changeKilled } from './killed-batches.js';

/**
 * Writes one batch, and the next one until it is about to send a certain command: then it is killed. The command is
 * given by its number, or as `served`: the first one after the batch is in the log.
 */
const [uri, database, last] = process.argv.slice(2) as [string, string, string];
let isSecond = false;
let left = Infinity;
const store = await openStore({
  uri,
  database,
  model: loadModel('schema'),
  onCommand: (_name, command) => {
    if (--left < 0) process.kill(process.pid, 'SIGKILL');
    if (isSecond && last === 'served' && command['insert'] === 'changes') left = 0;
  },
});
await store.log.commit(changesBefore());
isSecond = true;
if (last !== 'served') left = Number(last);
await store.log.commit(changeKilled());
left = Infinity;
await store.close();
