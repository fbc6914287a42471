import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { FoundDocument } from '../query/search.js';
import { checkUpdateType, parseUpdate } from '../update/update.js';
import { insertUpserted, updateFound } from './apply-update.js';
import type { CommandHandler, CommandContext } from './command.js';
import { collectionName, flagField } from './command.js';
import { checkKnownFields } from './check-command-fields.js';
import type { SingleWrite } from './run-statements.js';
import { runStatements } from './run-statements.js';
import { statementQuery, readStatements, writeMany } from './statement.js';
import { writeOne } from './write-one.js';

const STATEMENT_FIELDS = ['q', 'u', 'multi', 'upsert', 'upsertSupplied'];

interface Outcome {
  n: number;
  nModified: number;
  upserted?: Value;
}

export const update: CommandHandler = async (context) => {
  const name = collectionName(context);
  const upserted: object[] = [];
  let n = 0;
  let nModified = 0;
  const statements = readStatements(context, 'updates');
  statements.forEach(checkStatement);
  const errors = await runStatements<Outcome>(context, statements, {
    isMany: (statement) => flagField(statement, 'multi'),
    single: (statement, index) => updateOfOne(context, name, statement, index),
    multiple: (statement) => updateMany(context, name, statement),
    onResult: (outcome, index) => {
      n += outcome.n;
      nModified += outcome.nModified;
      if (outcome.upserted !== undefined) upserted.push({ index, _id: outcome.upserted });
    },
  });
  return {
    n,
    nModified,
    ...(upserted.length > 0 && { upserted }),
    ...(errors.length > 0 && { writeErrors: errors }),
  };
};

/** Validates the structure of a statement. An error rejects the whole command. */
function checkStatement(statement: Doc): void {
  checkKnownFields(statement, STATEMENT_FIELDS, 'update.updates');
  checkUpdateType(statement.u!);
}

function compiled({ storage }: CommandContext, statement: Doc) {
  const query = statementQuery(statement);
  return { query, target: { storage, filter: query.filter, update: parseUpdate(statement.u!) } };
}

async function updateMany(context: CommandContext, name: string, statement: Doc): Promise<Outcome> {
  const { storage, db, retry } = context;
  if (retry) throw new CommandError('InvalidOptions', 'Cannot use retryable writes with multi=true');
  const { query, target } = compiled(context, statement);
  if (target.update.kind === 'replacement') {
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const outcome: Outcome = { n: 0, nModified: 0 };
  const collection = storage.catalogue.get(db, name);
  if (collection) {
    await writeMany(context, collection, query, (found) => {
      if (updateFound({ ...target, collection }, found)) outcome.nModified++;
      outcome.n++;
    });
  }
  if (outcome.n > 0 || !flagField(statement, 'upsert')) return outcome;
  return writeOne(
    context,
    () => storage.catalogue.get(db, name),
    query,
    (found) => updateOrInsert(context, name, statement, { target, found }),
  );
}

function updateOfOne(context: CommandContext, name: string, statement: Doc, index: number): SingleWrite<Outcome> {
  const { query, target } = compiled(context, statement);
  const { retry } = context;
  const act = (found: FoundDocument | undefined) => {
    const before = retry?.before(index);
    if (before) return before as unknown as Outcome;
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
  { target, found }: Pick<ReturnType<typeof compiled>, 'target'> & { found: FoundDocument | undefined },
): Outcome {
  const upsert = flagField(statement, 'upsert');
  const { catalogue } = context.storage;
  const { db } = context;
  const collection = upsert ? catalogue.getOrCreate(db, name) : catalogue.get(db, name);
  if (!collection) return { n: 0, nModified: 0 };
  if (found) return { n: 1, nModified: updateFound({ ...target, collection }, found) ? 1 : 0 };
  return upsert
    ? { n: 1, nModified: 0, upserted: insertUpserted({ ...target, collection })._id! }
    : { n: 0, nModified: 0 };
}
