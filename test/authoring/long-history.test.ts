import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MongoClient } from 'mongodb';
import { topicBatches, loggedRevision, writeProjectedLog } from '../store/long-log.js';
import { EditingServer, topic } from './editing-server.js';

const longTest = process.env.LONG ? test : test.skip;
if (!process.env.LONG) console.log('long-history: a log of 200 000 changes runs with LONG=1');

/** Returns the private memory of the process in bytes, without mapped pages of the database file. */
function privateBytes(): number {
  if (process.platform !== 'linux') return process.memoryUsage.rss();
  return Number(/RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) * 1024;
}

/**
 * Measures the peak memory growth of the process during some work, in bytes, after similar work and a garbage
 * collection. The heap of the embedded database does not shrink at once.
 */
async function growth(before: () => Promise<void>, work: () => Promise<void>): Promise<number> {
  await before();
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const start = privateBytes();
  let peak = start;
  const look = () => (peak = Math.max(peak, privateBytes()));
  const timer = setInterval(look, 2);
  await work();
  look();
  clearInterval(timer);
  return peak - start;
}

longTest('with 200 000 changes no answer about the past takes more than 50 MB', async () => {
  const server = await EditingServer.start();
  try {
    const record = topic('Long');
    const save = (expectedRevision: number) =>
      server.mutate('topicSave', { slug: 'long', record, expectedRevision, publish: true });
    await save(0);
    await writeProjectedLog(server.app.place, topicBatches('long', 100_000, 2));
    function* seeded() {
      for (let index = 0; index < 100_000; index += 100) {
        const entries = Array.from({ length: 100 }, (_none, more) => loggedRevision(`seeded-${index + more}`, 1));
        yield { author: 'files', message: 'seed', at: entries[0]!.updatedAt, entries };
      }
    }
    await writeProjectedLog(server.app.place, seeded());
    await using client = await MongoClient.connect(server.app.place.uri);
    const topics = client.db(server.app.place.database).collection<{ _id: string }>('topics');
    await topics.updateOne({ _id: 'long' }, { $set: { revision: 100_000 } });
    const changes = client.db(server.app.place.database).collection('changes').find({}).limit(20_000);
    const readSome = async () => {
      for await (const _each of changes.clone()); // reads and discards the changes
    };
    const questions = [
      '{ topic(slug: "long") { history(first: 100) { revision } } }',
      '{ topics(first: 100) { nodes { history { revision author message } } } }',
      '{ diff(kind: TOPIC, slug: "long", from: 99990, to: 100000) { path before after } }',
      '{ diff(kind: TOPIC, slug: "long", from: 1, to: 100000) { path } }',
      '{ topic(slug: "long", asOf: "2001-09-09T01:46:41Z") { revision } }',
      '{ changes(first: 50) { nodes { count entries(first: 50) { slug } } pageInfo { endCursor } } }',
      '{ changes(first: 1) { nodes { count } } }',
    ];
    const grown: string[] = [];
    let most = 0;
    for (const question of questions) {
      for (const sendQuery of [server.reader.bind(server), server.preview.bind(server)]) {
        const bytes = await growth(readSome, async () => {
          const started = performance.now();
          const { errors } = await sendQuery(question);
          const seconds = ((performance.now() - started) / 1000).toFixed(1);
          const codes = errors?.map(({ extensions }) => extensions['code']) ?? [];
          grown.push(`${question} ${seconds} s ${codes.join(' ')}`);
        });
        grown.push(`${Math.round(bytes / 1e6)} MB`);
        most = Math.max(most, bytes);
      }
    }
    console.log(`long-history: the process grew by ${grown.join('\n')}`);
    expect(most).toBeLessThan(50e6);
  } finally {
    await server.close();
  }
});
