import { loadModel } from '../../src/model/load-model.js';
import { openStore } from '../../src/store/open-store.js';
import { batchBeforeKill, batchToInterrupt } from './interrupted-batches.js';

/**
 * Writes batches until just before it sends a certain command, then is killed. The argument is the number of the
 * command, or `served`: the first command after the batch is in the log.
 */
const [uri, database, last] = process.argv.slice(2) as [string, string, string];
let isSecond = false;
let remaining = Infinity;
const store = await openStore({
  uri,
  database,
  model: loadModel('schema'),
  onCommand: (_name, command) => {
    if (--remaining < 0) process.kill(process.pid, 'SIGKILL');
    if (isSecond && last === 'served' && command['insert'] === 'changes') remaining = 0;
  },
});
await store.log.commit(batchBeforeKill());
isSecond = true;
if (last !== 'served') remaining = Number(last);
await store.log.commit(batchToInterrupt());
remaining = Infinity;
await store.close();
