import { spawnSync } from 'node:child_process';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../src/embedded/index.js';
import { databaseProcess } from './database-process.js';
import { commandError, scratchFolder } from './scratch-database.js';

/** Returns a command that runs a program and makes its n-th system call of a name fail. Only one thread writes. */
const failing = (call: string, callNumber: number, error = 'EIO') =>
  `env UV_THREADPOOL_SIZE=1 strace -f -o /dev/null -e trace=${call} -e inject=${call}:error=${error}:when=${callNumber}`.split(
    ' ',
  );
const [command, ...args] = failing('fdatasync', 1000);
const canFail = spawnSync(command!, [...args, 'true']).status === 0;
if (!canFail) console.log('not run: strace is missing or may not trace here');

interface Numbered {
  _id: number;
  pad: string;
}

/** Inserts documents until one is rejected. Returns the acknowledged ones and the error. */
async function writeUntilRefused(client: MongoClient): Promise<{ written: number; refused: [unknown, string] }> {
  const collection = client.db('t').collection<Numbered>('c');
  for (let writtenCount = 0; writtenCount < 100; writtenCount += 1) {
    const rejection = await commandError(collection.insertOne({ _id: writtenCount, pad: 'x'.repeat(3000) }));
    if (rejection[1] !== 'it was answered') return { written: writtenCount, refused: rejection };
  }
  throw new Error('no write was refused');
}

(canFail ? test : test.skip).each([
  { call: 'pwrite64', at: 40, message: 'the disk failed (EIO): nothing was written', acceptsWrites: true },
  {
    call: 'fdatasync',
    at: 9,
    message: expect.stringMatching(/failed during a write.* rejected until .* restarted/),
    acceptsWrites: false,
  },
])(
  'a disk error at $call is not reported as a full disk, and no acknowledged write is lost',
  async ({ call, at, message, acceptsWrites }) => {
    const { dataDir, remove } = scratchFolder();
    const database = await databaseProcess(dataDir, { tracer: failing(call, at) });
    const client = await new MongoClient(database.uri).connect();
    const collection = client.db('t').collection<Numbered>('c');
    const { written, refused } = await writeUntilRefused(client);
    expect(refused).toEqual([39, message]);
    const [code] = await commandError(collection.insertOne({ _id: 1000, pad: '' }));
    expect(code).toBe(acceptsWrites ? undefined : 39);
    expect(await collection.countDocuments({ _id: { $lt: written } })).toBe(written);
    await client.close();
    await database.stop();

    const reopened = await startEmbedded({ dataDir });
    const laterClient = await new MongoClient(reopened.uri).connect();
    expect(
      await laterClient
        .db('t')
        .collection<Numbered>('c')
        .countDocuments({ _id: { $lt: written } }),
    ).toBe(written);
    expect(await laterClient.db('t').command({ validate: 'c' })).toMatchObject({ valid: true });
    await laterClient.db('t').collection<Numbered>('c').insertOne({ _id: 1001, pad: '' });
    await laterClient.close();
    await reopened.close();
    remove();
  },
);

(canFail ? test : test.skip)(
  'an error that the database does not expect is written to its log, even if the code of the error is numeric',
  async () => {
    const { dataDir, remove } = scratchFolder();
    const database = await databaseProcess(dataDir, { tracer: failing('pwrite64', 40, 'EACCES') });
    let logged = '';
    database.child.stderr!.on('data', (chunk) => (logged += String(chunk)));
    const client = await new MongoClient(database.uri).connect();
    const { refused } = await writeUntilRefused(client);
    expect(refused).toEqual([1, 'internal error of the embedded database']);
    await client.close();
    await database.stop();
    expect(logged).toMatch(/Error: Permission denied/);
    remove();
  },
);
