import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Found } from '../query/search.js';
import type { Projection } from '../query/projection/projection.js';
import { parseProjection } from '../query/projection/projection.js';
import { deleteDocument } from '../storage/write.js';
import { insertUpserted, updateFound } from './apply-update.js';
import type { Command } from './command.js';
import { collectionName, docField, flagField } from './command.js';
import { decodeFound } from './find.js';
import { parseUpdate } from '../update/update.js';
import { statementQuery } from './statement.js';
import { writeOne } from './write-one.js';
import { ensured } from './new-collection.js';

export const findAndModify: Command = async (context) => {
  const { command, storage, db, retry } = context;
  const name = collectionName(context);
  const remove = flagField(command, 'remove');
  const upsert = flagField(command, 'upsert');
  const isNew = flagField(command, 'new');
  checkOptions(command, remove, upsert, isNew);
  const query = statementQuery({ q: docField(command, 'query') ?? {}, hint: command.hint ?? null }, command.sort);
  const update = remove ? undefined : parseUpdate(command.update!);
  const projection = parseProjection(docField(command, 'fields'));

  const run = (found: Found | undefined): Doc => {
    const collection = upsert ? ensured(context, name) : storage.catalogue.get(db, name);
    if (found && collection && !update) {
      const value = shown(decodeFound(found), projection);
      deleteDocument(storage, collection, found);
      return { lastErrorObject: { n: 1 }, value };
    }
    if (!update || !collection) return nothing(remove);
    const target = { storage, collection, filter: query.filter, update };
    if (found) {
      const before = decodeFound(found);
      const { doc } = updateFound(target, found);
      return { lastErrorObject: { n: 1, updatedExisting: true }, value: shown(isNew ? doc : before, projection) };
    }
    if (!upsert) return nothing(remove);
    const doc = insertUpserted(target);
    return {
      lastErrorObject: { n: 1, updatedExisting: false, upserted: doc._id! },
      value: isNew ? shown(doc, projection) : null,
    };
  };

  const reply = await writeOne(
    context,
    () => storage.catalogue.get(db, name),
    { ...query, limit: 1 },
    (found) => {
      const before = retry?.before(0);
      if (before) return before;
      const result = run(found);
      retry?.note(0, result);
      retry?.save();
      return result;
    },
  );
  return { ...reply };
};

function shown(doc: Doc, projection: Projection | undefined): Doc {
  return projection ? projection.run(doc) : doc;
}

function nothing(remove: boolean): Doc {
  const lastErrorObject: Doc = remove ? { n: 0 } : { n: 0, updatedExisting: false };
  return { lastErrorObject, value: null };
}

function checkOptions(command: Doc, remove: boolean, upsert: boolean, isNew: boolean): void {
  const given = (value: Value | undefined) => value !== undefined && value !== null;
  if (remove && given(command.update))
    throw new CommandError('FailedToParse', 'Cannot specify both an update and remove=true');
  if (remove && upsert) throw new CommandError('FailedToParse', 'Cannot specify both upsert=true and remove=true');
  if (remove && isNew)
    throw new CommandError(
      'FailedToParse',
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  if (!remove && !given(command.update))
    throw new CommandError('FailedToParse', 'Either an update or remove=true must be specified');
}
