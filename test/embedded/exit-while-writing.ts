import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../src/embedded/index.js';

// A process that exits while its database writes: exit-while-writing.ts <folder> <how>
const [, , dataDir, outcome] = process.argv;
const database = await startEmbedded({ dataDir: dataDir! });
const client = await new MongoClient(database.uri).connect();
const collection = client.db('t').collection('c');
let writtenCount = 0;
const write = async (writer: number) => {
  for (;;) {
    await collection.insertOne({ writer, pad: 'x'.repeat(2000) });
    writtenCount += 1;
    if (writtenCount === 100) end();
  }
};
function end(): void {
  if (outcome === 'while it closes') void database.close();
  if (outcome === 'by an error') throw new Error('a defect');
  setImmediate(() => process.exit(130));
}
for (let writer = 0; writer < 4; writer += 1)
  void write(writer).catch((error: Error) => {
    if (error.message === 'a defect')
      process.nextTick(() => {
        throw error;
      });
  });
