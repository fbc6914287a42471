import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { startEmbedded } from '../../src/embedded/index.js';
import { MongoClient } from 'mongodb';
import { compiledPath } from '../support/compiled-path.js';
import { isLong, scratchFolder } from './scratch-database.js';

/** Returns how a writing process ends: its exit code, or the signal and its output. */
async function exitOf(outcome: string): Promise<number | string> {
  const { dataDir, remove } = scratchFolder();
  const args = [compiledPath('test/embedded/exit-while-writing.ts'), dataDir, outcome];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [printed, [code, signal]] = await Promise.all([
    text(child.stderr),
    once(child, 'exit') as Promise<[number, string]>,
  ]);
  const database = await startEmbedded({ dataDir });
  const client = await new MongoClient(database.uri).connect();
  expect(await client.db('t').collection('c').countDocuments()).toBeGreaterThanOrEqual(100);
  await client.close();
  await database.close();
  remove();
  return signal ? `${signal}: ${printed}` : code;
}

test.each([
  ['by itself', 130],
  ['while it closes', 130],
  ['by an error', 1],
])('a process that ends %s during a database write has the expected exit code', async (outcome, code) => {
  const rounds = isLong ? 40 : 2;
  for (let round = 0; round < rounds; round += 2) {
    expect(await Promise.all([exitOf(outcome), exitOf(outcome)])).toEqual([code, code]);
  }
});
