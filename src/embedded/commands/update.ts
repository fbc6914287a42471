import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { hintedIndex } from '../query/plan/planner.js';
import { checkUpdateType } from '../update/update.js';
import type { UpdateTarget } from './apply-update.js';
import { insertUpserted, updateFound } from './apply-update.js';
import type { Command, CommandContext } from './command.js';
import { collectionName, flagField } from './command.js';
import { checkFields } from './known-fields.js';
import { statementQuery, statementsOf, statementUpdate, writeMany } from './statement.js';
import { writeOne } from './write-one.js';
import { endsCommand, writeConcernOutcome, writeError } from './write-result.js';
import { ensured } from './new-collection.js';

const STATEMENT_FIELDS = [
  'q',
  'u',
  'c',
  'multi',
  'upsert',
  'upsertSupplied',
  'collation',
  'arrayFilters',
  'hint',
  'sampleId',
];

interface Outcome {
  n: number;
  nModified: number;
  upserted?: Value;
}

/** `update`: each statement by itself, in order. */
export const update: Command = async (context) => {
  const { command } = context;
  const name = collectionName(context);
  const ordered = command.ordered === undefined || flagField(command, 'ordered');
  const errors: object[] = [];
  const upserted: object[] = [];
  let n = 0;
  let nModified = 0;
  const statements = statementsOf(context, 'updates');
  statements.forEach(checkStatement);
  for (const [index, statement] of statements.entries()) {
    try {
      const outcome = await runStatement(context, name, statement, index);
      n += outcome.n;
      nModified += outcome.nModified;
      if (outcome.upserted !== undefined) upserted.push({ index, _id: outcome.upserted });
    } catch (error) {
      if (!(error instanceof CommandError) || endsCommand(error)) throw error;
      errors.push(writeError(index, error));
      if (ordered) break;
    }
  }
  return {
    n,
    nModified,
    ...(upserted.length > 0 && { upserted }),
    ...(errors.length > 0 && { writeErrors: errors }),
    ...writeConcernOutcome(command),
  };
};

/** Refuses a statement for its form: with it the whole command, before anything is written. */
function checkStatement(statement: Doc): void {
  checkFields(statement, STATEMENT_FIELDS, 'update.updates');
  for (const field of ['q', 'u']) {
    if (statement[field] === undefined)
      throw new CommandError('Location40414', `BSON field 'update.updates.${field}' is missing but a required field`);
  }
  checkUpdateType(statement.u!);
}

async function runStatement(context: CommandContext, name: string, statement: Doc, index: number): Promise<Outcome> {
  const { command, storage, db, retry } = context;
  const multi = flagField(statement, 'multi');
  const upsert = flagField(statement, 'upsert');
  if (multi && retry) throw new CommandError('InvalidOptions', 'Cannot use retryable writes with multi=true');
  const query = statementQuery(statement, command);
  const update = statementUpdate(statement.u!, query, {
    arrayFilters: statement.arrayFilters,
    constants: statement.c,
    variables: command.let,
  });
  if (multi && update.kind === 'replacement') {
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const target = {
    storage,
    filter: query.filter,
    update,
    bypassValidation: flagField(command, 'bypassDocumentValidation'),
  };
  const outcome: Outcome = { n: 0, nModified: 0 };
  if (multi) {
    const collection = storage.catalogue.get(db, name);
    if (collection) {
      await writeMany(context, collection, query, (found) => {
        if (updateFound({ ...target, collection }, found).modified) outcome.nModified++;
        outcome.n++;
      });
    }
    if (outcome.n > 0 || !upsert) return outcome;
  }
  return writeOne(
    context,
    () => storage.catalogue.get(db, name),
    query,
    (found) => {
      const before = retry?.before(index);
      if (before) return before as unknown as Outcome;
      const collection = upsert ? ensured(context, name) : storage.catalogue.get(db, name);
      if (!collection) return { n: 0, nModified: 0 };
      if (!found && query.hint) hintedIndex(collection, query.hint);
      const result = found
        ? updated({ ...target, collection }, found)
        : upsert
          ? inserted({ ...target, collection })
          : { n: 0, nModified: 0 };
      retry?.note(index, result as unknown as Doc);
      retry?.save();
      return result;
    },
  );
}

function updated(target: UpdateTarget, found: Parameters<typeof updateFound>[1]): Outcome {
  return { n: 1, nModified: updateFound(target, found).modified ? 1 : 0 };
}

function inserted(target: UpdateTarget): Outcome {
  return { n: 1, nModified: 0, upserted: insertUpserted(target)._id! };
}
