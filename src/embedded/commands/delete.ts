import type { Numeric } from '../bson/numbers.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { deleteDocument } from '../storage/write.js';
import type { Command, CommandContext } from './command.js';
import { collectionName, flagField } from './command.js';
import { checkFields } from './known-fields.js';
import { statementQuery, statementsOf, writeMany } from './statement.js';
import { writeOne } from './write-one.js';
import { endsCommand, writeConcernOutcome, writeError } from './write-result.js';

/** `delete`: each statement by itself, in order. */
export const deleteCommand: Command = async (context) => {
  const { command } = context;
  const name = collectionName(context);
  const ordered = command.ordered === undefined || flagField(command, 'ordered');
  const errors: object[] = [];
  let n = 0;
  const statements = statementsOf(context, 'deletes');
  statements.forEach(checkStatement);
  for (const [index, statement] of statements.entries()) {
    try {
      n += await runStatement(context, name, statement, index);
    } catch (error) {
      if (!(error instanceof CommandError) || endsCommand(error)) throw error;
      errors.push(writeError(index, error));
      if (ordered) break;
    }
  }
  return { n, ...(errors.length > 0 && { writeErrors: errors }), ...writeConcernOutcome(command) };
};

/** Refuses a statement for its form: with it the whole command, before anything is deleted. */
function checkStatement(statement: Doc): void {
  checkFields(statement, ['q', 'limit', 'collation', 'hint', 'sampleId'], 'delete.deletes');
  for (const field of ['q', 'limit']) {
    if (statement[field] === undefined)
      throw new CommandError('Location40414', `BSON field 'delete.deletes.${field}' is missing but a required field`);
  }
  const { limit } = statement;
  if (isNumeric(limit) && [0, 1].includes(toDouble(limit))) return;
  throw new CommandError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`);
}

async function runStatement(context: CommandContext, name: string, statement: Doc, index: number): Promise<number> {
  const { storage, db, retry, command } = context;
  const query = statementQuery(statement, command);
  const locate = () => storage.catalogue.get(db, name);
  if (toDouble(statement.limit as Numeric) === 0) {
    if (retry) throw new CommandError('InvalidOptions', 'Cannot use retryable writes with limit=0');
    let n = 0;
    const collection = locate();
    if (collection) {
      await writeMany(context, collection, query, (found) => {
        deleteDocument(storage, collection, found);
        n++;
      });
    }
    return n;
  }
  return writeOne(context, locate, query, (found) => {
    const before = retry?.before(index);
    if (before) return toDouble(before.n as number);
    const collection = locate();
    if (found && collection) deleteDocument(storage, collection, found);
    const n = found ? 1 : 0;
    retry?.note(index, { n });
    retry?.save();
    return n;
  });
}
