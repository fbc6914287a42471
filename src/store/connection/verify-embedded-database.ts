import { MongoClient } from 'mongodb';
import { runOperation } from './run-operation.js';

/** Number of verified documents, and errors. */
export interface DatabaseVerification {
  documentCount: number;
  /** Errors found, one sentence each. */
  errors: string[];
}

/**
 * Verifies the pages, documents, index entries and counts of the embedded database, also while it is in use.
 * @throws AppError DATABASE_UNREACHABLE
 */
export function verifyEmbeddedDatabase(uri: string): Promise<DatabaseVerification> {
  return runOperation(verifyDatabases(uri));
}

async function verifyDatabases(uri: string): Promise<DatabaseVerification> {
  const result: DatabaseVerification = { documentCount: 0, errors: [] };
  const client = await new MongoClient(uri).connect();
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    let full = true; // a full validation of one collection checks the pages of all collections
    for (const db of databases.map(({ name }) => client.db(name))) {
      for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
        const { errors, nrecords } = (await db.command({ validate: name, full })) as ValidateReply;
        full = false;
        result.documentCount += nrecords;
        result.errors.push(...errors);
        if (result.errors.length > 0) return result; // reading more of a damaged file may crash the database
      }
    }
    return result;
  } finally {
    await client.close();
  }
}

interface ValidateReply {
  nrecords: number;
  errors: string[];
}
