import { ObjectId } from 'bson';
import { checkBson } from '../bson/check-bson.js';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { MAX_DOCUMENT_BYTES, readField, tooLarge, withIdFirst } from '../bson/raw-document.js';
import type { Doc, Value } from '../bson/values.js';
import { typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { indexedFields, insertDocument } from '../storage/write.js';
import type { Command, CommandContext } from './command.js';
import { collectionName, docList, ensured, flagField } from './command.js';
import { checkValid } from './validation.js';
import { writeConcernOutcome, writeError } from './write-result.js';

/** Documents inserted in one transaction; a larger command takes several, and the others get their turns between. */
const MOST_AT_ONCE = 1000;
const MOST_STATEMENTS = 100_000;

/** One `_id` element with a new ObjectId. */
function newIdElement(): Buffer {
  return encodeDocument({ _id: new ObjectId() }).subarray(4, -1);
}

/** The documents of an insert, each checked and with its `_id` first. */
function documentsOf({ command, payloads }: CommandContext): Buffer[] {
  const sent = payloads.get('documents') ?? docList(command.documents, 'documents').map((doc) => encodeDocument(doc));
  if (sent.length === 0 || sent.length > MOST_STATEMENTS) {
    throw new CommandError(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${MOST_STATEMENTS}. Got ${sent.length} operations.`,
    );
  }
  return sent;
}

/**
 * A document as it is stored.
 *
 * @throws CommandError BSONObjectTooLarge, InvalidIdField, InvalidBSON
 */
export function preparedDocument(sent: Buffer): Buffer {
  checkBson(sent);
  const bytes = withIdFirst(sent, newIdElement);
  if (bytes.length > MAX_DOCUMENT_BYTES) throw tooLarge(bytes.length);
  checkId(readField(bytes, '_id'));
  return bytes;
}

/** Refuses what may not be an `_id`. */
export function checkId(id: Value | undefined): void {
  const type = typeName(id);
  if (type === 'array' || type === 'regex' || type === 'undefined') {
    throw new CommandError('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  }
  if (type === 'object') {
    const wrong = Object.keys(id as Doc).find((name) => name.startsWith('$'));
    if (wrong)
      throw new CommandError(
        'DollarPrefixedFieldName',
        `_id fields may not contain '$'-prefixed fields: ${wrong} is not valid for storage.`,
      );
  }
}

export const insert: Command = async (context) => {
  const { command, storage, pacer, retry } = context;
  const name = collectionName(context);
  const ordered = command.ordered === undefined || flagField(command, 'ordered');
  const bypass = flagField(command, 'bypassDocumentValidation');
  const sent = documentsOf(context);
  const errors: object[] = [];
  let n = 0;
  for (let first = 0; first < sent.length; first += MOST_AT_ONCE) {
    const batch = sent.slice(first, first + MOST_AT_ONCE);
    await pacer.pause();
    await storage.commit.run(() => {
      const collection = ensured(context, name);
      const fields = indexedFields(collection);
      retry?.reset();
      for (const [i, bytes] of batch.entries()) {
        const statement = first + i;
        if (retry?.before(statement)) {
          n++;
          continue;
        }
        try {
          const stored = preparedDocument(bytes);
          const validated = collection.options.validator !== undefined && !bypass;
          const doc = decodeDocument(stored, 0, validated ? undefined : fields);
          if (validated) checkValid(collection, doc);
          insertDocument(storage, collection, stored, doc);
          retry?.note(statement, {});
          n++;
        } catch (error) {
          if (!(error instanceof CommandError)) throw error;
          errors.push(writeError(statement, error));
          if (ordered) break;
        }
      }
      retry?.save();
    });
    if (ordered && errors.length > 0) break;
  }
  return { n, ...(errors.length > 0 && { writeErrors: errors }), ...writeConcernOutcome(command) };
};
