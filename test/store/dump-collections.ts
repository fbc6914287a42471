import { type Document, MongoClient } from 'mongodb';

/**
 * Returns all documents of all collections of a database except the log and its bookkeeping, by collection and `_id`.
 */
export async function dumpCollections(place: { uri: string; database: string }): Promise<Record<string, Document[]>> {
  const client = await MongoClient.connect(place.uri);
  try {
    const db = client.db(place.database);
    const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
    const served = names.filter((name) => name !== 'state' && name !== 'changes').sort();
    const pairs = served.map(
      async (name) => [name, await db.collection(name).find().sort({ _id: 1 }).toArray()] as const,
    );
    return Object.fromEntries((await Promise.all(pairs)).filter(([, documents]) => documents.length > 0));
  } finally {
    await client.close();
  }
}
