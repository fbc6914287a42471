import type { Doc } from '../bson/values.js';
import { decodeDocument } from '../bson/decode.js';
import { CommandError } from '../command-error.js';
import { compileFilter } from '../query/compile-filter.js';
import type { Collection } from '../storage/collection.js';
import type { StoredRecord } from '../storage/storage.js';
import { executePlan, type FoundDocument } from '../query/execute-plan.js';
import { type CommandContext, findCollection, readDocumentList } from './command.js';
import { type FindQuery, parseFindQuery, planFind, searchInOrder } from './find.js';

/** Maximum number of documents that an update or delete changes in one transaction. */
export const MAX_DOCUMENTS_PER_TRANSACTION = 200;

/** Required fields of statements. If they were not checked, a missing filter would match all documents. */
const REQUIRED_FIELDS: Record<string, readonly string[]> = { updates: ['q', 'u'], deletes: ['q', 'limit'] };

/** Returns the statements of an `update` or `delete`. @throws CommandError InvalidLength, 40414 */
export function readStatements({ command, payloads }: CommandContext, field: string): Doc[] {
  const sections = payloads.get(field);
  const statements = sections
    ? sections.map((bytes) => decodeDocument(bytes))
    : readDocumentList(command[field], field);
  if (statements.length === 0 || statements.length > 100_000) {
    throw new CommandError(
      'InvalidLength',
      `Write batch sizes must be between 1 and 100000. Got ${statements.length} operations.`,
    );
  }
  for (const statement of statements) checkRequired(statement, field);
  return statements;
}

function checkRequired(statement: Doc, field: string): void {
  const missingName = REQUIRED_FIELDS[field]?.find((name) => statement[name] === undefined);
  if (missingName === undefined) return;
  const fieldPath = `${field.slice(0, -1)}.${field}.${missingName}`;
  throw new CommandError('Location40414', `BSON field '${fieldPath}' is missing but a required field`);
}

export function parseStatementQuery(statement: Doc): FindQuery {
  return parseFindQuery({ filter: statement.q ?? {} });
}

/** Returns the first document that matches a query; undefined if there is none. */
export function findFirstDocument(context: CommandContext, query: FindQuery): FoundDocument | undefined {
  const { storage } = context;
  const collection = findCollection(context);
  if (!collection) return undefined;
  for (const document of searchInOrder(storage, collection, query, planFind(storage, collection, query, 1))) {
    if (document) return document;
  }
  return undefined;
}

/**
 * Changes all documents that match a query. Finds them first, and checks each one again in its transaction, so that
 * none is changed twice and other commands can run in between. @param act runs in a transaction
 */
export async function writeMany(
  context: CommandContext,
  collection: Collection,
  query: FindQuery,
  act: (found: StoredRecord & { doc: Doc }) => void,
): Promise<void> {
  const { storage, yieldTimer } = context;
  const isMatch = compileFilter(query.filter);
  const records: number[] = [];
  for (const document of executePlan(storage, collection, planFind(storage, collection, query), query.filter)) {
    if (yieldTimer.due()) await yieldTimer.pause();
    if (document) records.push(document.record);
  }
  for (let batchStart = 0; batchStart < records.length; batchStart += MAX_DOCUMENTS_PER_TRANSACTION) {
    await yieldTimer.pause();
    await storage.commit.run(() => {
      storage.catalogue.checkExists(collection);
      for (const record of records.slice(batchStart, batchStart + MAX_DOCUMENTS_PER_TRANSACTION)) {
        const bytes = storage.readDocument(collection, record);
        const doc = bytes && decodeDocument(bytes);
        if (doc && isMatch(doc)) act({ record, bytes, doc });
      }
    });
  }
}
