import { MongoClient } from 'mongodb';
import { runOperation } from './run-operation.js';

/** Result of a deep check. */
export interface DeepCheck {
  /** Documents checked. */
  documents: number;
  /** One sentence for each fault. */
  wrong: string[];
}

/**
 * Checks the pages, documents, index entries and figures of the embedded database, even while in use. The time grows
 * with the data.
 *
 * @throws AppError DATABASE_UNREACHABLE
 */
export function deepCheck(uri: string): Promise<DeepCheck> {
  return runOperation(checkAll(uri));
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
