import { loadModel } from '../../src/model/load-model.js';
import { openStore } from '../../src/store/open-store.js';
import { batch, topic } from './test-stores.js';

/**
 * Writes topics with several concurrent writers, from the first message of the parent process to the second. After each
 * write it sends a message with the duration in milliseconds.
 */
const [uri, database, name, writers] = process.argv.slice(2) as [string, string, string, string];
const store = await openStore({ uri, database, model: loadModel('schema'), pollMs: 50 });
const end = store.log.follow(() => {});
let isStopped = false;

async function write(writer: number): Promise<void> {
  for (let n = 0; !isStopped; n += 1) {
    const start = performance.now();
    await store.log.commit(batch(topic(`${name}-${writer}-${n}`)));
    process.send!(performance.now() - start);
  }
}

process.once('message', () => {
  process.once('message', () => (isStopped = true));
  void Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(writer)))
    .then(end)
    .then(() => store.close())
    .then(() => process.disconnect());
});
process.send!('ready');
