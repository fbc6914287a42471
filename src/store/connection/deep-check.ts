import { MongoClient } from 'mongodb';
import { send } from './send.js';

/** What a deep check has found. */
export interface DeepCheck {
  /** How many documents were looked at. */
  documents: number;
  /** A sentence for each thing that is wrong. */
  wrong: string[];
}

/**
 * Compares all that the embedded database keeps with itself: pages, documents, index entries and figures.
 *
 * It may be in use. The time grows with the data.
 *
 * @param uri the embedded database
 * @throws AppError DATABASE_UNREACHABLE
 */
export function deepCheck(uri: string): Promise<DeepCheck> {
  return send(checkAll(uri));
}

async function checkAll(uri: string): Promise<DeepCheck> {
  const found: DeepCheck = { documents: 0, wrong: [] };
  const client = await new MongoClient(uri).connect();
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    let full = true; // looks at the pages of all collections at once
    for (const db of databases.map(({ name }) => client.db(name))) {
      for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
        const { errors, nrecords } = (await db.command({ validate: name, full })) as Validation;
        full = false;
        found.documents += nrecords;
        found.wrong.push(...errors);
        if (found.wrong.length > 0) return found; // to read on in what is damaged may end the database
      }
    }
    return found;
  } finally {
    await client.close();
  }
}

interface Validation {
  nrecords: number;
  errors: string[];
}
