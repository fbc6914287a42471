import { ObjectId } from 'bson';
import { checkBson } from '../bson/check-bson.js';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { findId, MAX_DOCUMENT_BYTES, documentTooLargeError, encodedWithIdFirst } from '../bson/raw-document.js';
import { CommandError } from '../command-error.js';
import { indexedFields, insertDocument } from '../storage/write-document.js';
import {
  readCollectionName,
  type CommandContext,
  type CommandHandler,
  readDocumentList,
  readFlagField,
} from './command.js';
import { toWriteError } from './write-errors.js';

/** BSON type numbers. */
const [DOCUMENT, ARRAY] = [0x03, 0x04];
/** Offset of the first field name of an `_id` that is a document. */
const ID_FIELD_OFFSET = 14;
/** Number of documents per transaction. Other commands run in between. */
const DOCUMENTS_PER_TRANSACTION = 1000;
const MAX_STATEMENTS = 100_000;

function readDocuments({ command, payloads }: CommandContext): Buffer[] {
  if (command.documents === undefined && !payloads.has('documents'))
    throw new CommandError('Location40414', "BSON field 'insert.documents' is missing but a required field");
  const sentDocuments =
    payloads.get('documents') ?? readDocumentList(command.documents, 'documents').map((doc) => encodeDocument(doc));
  if (sentDocuments.length === 0 || sentDocuments.length > MAX_STATEMENTS) {
    throw new CommandError(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${MAX_STATEMENTS}. Got ${sentDocuments.length} operations.`,
    );
  }
  return sentDocuments;
}

/** Converts a document to its stored form. @throws CommandError for an invalid document or `_id` */
export function toStoredDocument(sentBytes: Buffer): Buffer {
  checkBson(sentBytes);
  checkSingleId(sentBytes);
  const bytes = encodedWithIdFirst(sentBytes, () => encodeDocument({ _id: new ObjectId() }).subarray(4, -1));
  if (bytes.length > MAX_DOCUMENT_BYTES) throw documentTooLargeError(bytes.length);
  if (bytes[4] === ARRAY) throw invalidArrayIdError();
  if (bytes[4] === DOCUMENT && bytes[ID_FIELD_OFFSET] === '$'.charCodeAt(0))
    throw new CommandError('DollarPrefixedFieldName', "_id fields may not contain '$'-prefixed fields");
  return bytes;
}

/** Rejects a valid document with two `_id` fields. @throws CommandError BadValue */
function checkSingleId(bytes: Buffer): void {
  const id = findId(bytes);
  if (id && findId(bytes, id.end)) throw new CommandError('BadValue', "can't have multiple _id fields in one document");
}

export function invalidArrayIdError(): CommandError {
  return new CommandError('InvalidIdField', "The '_id' value cannot be of type array");
}

export const insert: CommandHandler = async (context) => {
  const { command, storage, db, yieldTimer, retry } = context;
  const name = readCollectionName(context);
  const isOrdered = command.ordered === undefined || readFlagField(command, 'ordered');
  const sentDocuments = readDocuments(context);
  const errors: object[] = [];
  let n = 0;
  for (let batchStart = 0; batchStart < sentDocuments.length; batchStart += DOCUMENTS_PER_TRANSACTION) {
    const batch = sentDocuments.slice(batchStart, batchStart + DOCUMENTS_PER_TRANSACTION);
    await yieldTimer.pause();
    await storage.commit.run(() => {
      const collection = storage.catalogue.getOrCreate(db, name);
      const fields = indexedFields(collection);
      retry?.reset();
      for (const [i, bytes] of batch.entries()) {
        const statement = batchStart + i;
        if (retry?.earlierResult(statement)) {
          n++;
          continue;
        }
        try {
          const storedBytes = toStoredDocument(bytes);
          const doc = decodeDocument(storedBytes, 0, fields);
          insertDocument(storage, collection, storedBytes, doc);
          retry?.record(statement, {});
          n++;
        } catch (error) {
          if (!(error instanceof CommandError)) throw error;
          errors.push(toWriteError(statement, error));
          if (isOrdered) break;
        }
      }
      retry?.save();
    });
    if (isOrdered && errors.length > 0) break;
  }
  return { n, ...(errors.length > 0 && { writeErrors: errors }) };
};
