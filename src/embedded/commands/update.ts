import { ObjectId } from 'bson';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import { type Doc, type Value, withIdFirst } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import type { Filter } from '../query/compile-filter.js';
import type { FoundDocument } from '../query/execute-plan.js';
import type { Collection } from '../storage/collection.js';
import type { Storage } from '../storage/storage.js';
import { insertDocument, replaceDocument } from '../storage/write-document.js';
import { checkUpdateType, parseUpdate, type Update } from '../update/update.js';
import { readCollectionName, type CommandContext, type CommandHandler, readFlagField } from './command.js';
import { rejectUnknownFields } from './check-command-fields.js';
import { decodeFound } from './find.js';
import { invalidArrayIdError } from './insert.js';
import { runStatements, type SingleWrite } from './run-statements.js';
import { findFirstDocument, parseStatementQuery, readStatements, writeMany } from './update-and-delete-statements.js';
import { encodeWithinLimit } from './write-errors.js';

interface UpdateTarget {
  storage: Storage;
  collection: Collection;
  filter: Filter;
  update: Update;
}

const STATEMENT_FIELDS = ['q', 'u', 'multi', 'upsert', 'upsertSupplied'];

interface Outcome {
  n: number;
  nModified: number;
  upserted?: Value;
}

export const update: CommandHandler = async (context) => {
  const name = readCollectionName(context);
  const upsertedIds: object[] = [];
  let n = 0;
  let nModified = 0;
  const statements = readStatements(context, 'updates');
  statements.forEach(checkStatement);
  const errors = await runStatements<Outcome>(context, statements, {
    isMany: (statement) => readFlagField(statement, 'multi'),
    prepareSingle: (statement, index) => updateOfOne(context, name, statement, index),
    runMultiple: (statement) => updateMany(context, name, statement),
    onResult: (outcome, index) => {
      n += outcome.n;
      nModified += outcome.nModified;
      if (outcome.upserted !== undefined) upsertedIds.push({ index, _id: outcome.upserted });
    },
  });
  return {
    n,
    nModified,
    ...(upsertedIds.length > 0 && { upserted: upsertedIds }),
    ...(errors.length > 0 && { writeErrors: errors }),
  };
};

/** Validates the structure of a statement. An error rejects the whole command. */
function checkStatement(statement: Doc): void {
  rejectUnknownFields(statement, STATEMENT_FIELDS, 'update.updates');
  checkUpdateType(statement.u!);
}

function compileStatement({ storage }: CommandContext, statement: Doc) {
  const query = parseStatementQuery(statement);
  return { query, target: { storage, filter: query.filter, update: parseUpdate(statement.u!) } };
}

async function updateMany(context: CommandContext, name: string, statement: Doc): Promise<Outcome> {
  const { storage, db, retry } = context;
  if (retry) throw new CommandError('InvalidOptions', 'Cannot use retryable writes with multi=true');
  const { query, target } = compileStatement(context, statement);
  if (target.update.kind === 'replacement') {
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const outcome: Outcome = { n: 0, nModified: 0 };
  const collection = storage.catalogue.get(db, name);
  if (collection) {
    await writeMany(context, collection, query, (document) => {
      if (updateFound({ ...target, collection }, document)) outcome.nModified++;
      outcome.n++;
    });
  }
  if (outcome.n > 0 || !readFlagField(statement, 'upsert')) return outcome;
  return storage.commit.run(() => {
    const document = findFirstDocument(context, query);
    return updateOrInsert(context, name, statement, { target, found: document });
  });
}

function updateOfOne(context: CommandContext, name: string, statement: Doc, index: number): SingleWrite<Outcome> {
  const { query, target } = compileStatement(context, statement);
  const { retry } = context;
  const act = (found: FoundDocument | undefined) => {
    const earlierResult = retry?.earlierResult(index);
    if (earlierResult) return earlierResult as unknown as Outcome;
    const outcome = updateOrInsert(context, name, statement, { target, found });
    retry?.record(index, outcome as unknown as Doc);
    return outcome;
  };
  return { query, act };
}

function updateOrInsert(
  context: CommandContext,
  name: string,
  statement: Doc,
  { target, found }: Pick<ReturnType<typeof compileStatement>, 'target'> & { found: FoundDocument | undefined },
): Outcome {
  const upsert = readFlagField(statement, 'upsert');
  const { catalogue } = context.storage;
  const { db } = context;
  const collection = upsert ? catalogue.getOrCreate(db, name) : catalogue.get(db, name);
  if (!collection) return { n: 0, nModified: 0 };
  if (found) return { n: 1, nModified: updateFound({ ...target, collection }, found) ? 1 : 0 };
  return upsert
    ? { n: 1, nModified: 0, upserted: insertUpserted({ ...target, collection })._id! }
    : { n: 0, nModified: 0 };
}

/** Updates a document. Requires a transaction. Returns whether its bytes changed. */
function updateFound(target: UpdateTarget, found: FoundDocument): boolean {
  const { storage, collection, update } = target;
  const before = decodeFound(found);
  const doc = update.apply(before, false);
  const bytes = encodeWithinLimit(doc, MAX_DOCUMENT_BYTES);
  if (bytes.equals(found.bytes)) return false;
  replaceDocument(storage, collection, { record: found.record, bytes: found.bytes, doc: before }, bytes, doc);
  return true;
}

/** Inserts the document of an upsert. Requires a transaction. */
function insertUpserted(target: UpdateTarget): Doc {
  const { storage, collection, filter, update } = target;
  const initialDoc = initialUpsertDocument(filter, update.kind);
  let doc = update.apply(initialDoc, true);
  doc = doc._id === undefined ? { _id: new ObjectId(), ...doc } : withIdFirst(doc);
  if (Array.isArray(doc._id)) throw invalidArrayIdError();
  const bytes = encodeWithinLimit(doc, MAX_DOCUMENT_BYTES);
  insertDocument(storage, collection, bytes, doc);
  return doc;
}

type FieldFilter = Extract<Filter, { kind: 'field' }>;

/**
 * Returns the initial document of an upsert: the `_id` of its filter, if any.
 * @throws CommandError BadValue the filter has other equality conditions, whose values MongoDB would copy
 */
function initialUpsertDocument(filter: Filter, kind: Update['kind']): Doc {
  const isCopied = ({ name }: FieldFilter) => kind === 'modifiers' || name.split('.')[0] === '_id';
  const [id, ...otherFields] = equalityFields(filter).filter(isCopied);
  if (id === undefined) return {};
  if (otherFields.length === 0 && id.name === '_id' && id.operator === '$eq') return { _id: id.operand };
  throw new CommandError('BadValue', unsupportedMessage("An upsert by anything but one '_id'"));
}

/** Returns the equality conditions of a filter. MongoDB copies their values to the inserted document. */
function equalityFields(filter: Filter): FieldFilter[] {
  if (filter.kind === 'and') return filter.parts.flatMap(equalityFields);
  if (filter.kind === 'or' && filter.parts.length === 1) return equalityFields(filter.parts[0]!);
  return filter.kind === 'field' && ['$eq', '$in'].includes(filter.operator) ? [filter] : [];
}
