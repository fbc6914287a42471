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
  for (const [index, statement] of statementsOf(context, 'deletes').entries()) {
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

async function runStatement(context: CommandContext, name: string, statement: Doc, index: number): Promise<number> {
  const { storage, db, retry, command } = context;
  checkFields(statement, ['q', 'limit', 'collation', 'hint', 'sampleId'], 'delete.deletes');
  const limit = isNumeric(statement.limit) ? toDouble(statement.limit) : NaN;
  if (limit !== 0 && limit !== 1) {
    throw new CommandError(
      'FailedToParse',
      `The limit field in delete objects must be 0 or 1. Got ${String(statement.limit)}`,
    );
  }
  const query = statementQuery(statement, command);
  const locate = () => storage.catalogue.get(db, name);
  if (limit === 0) {
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
