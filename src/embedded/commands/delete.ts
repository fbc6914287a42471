import { isNumeric, type Numeric, toDouble } from '../bson/numbers.js';
import type { Doc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { FoundDocument } from '../query/execute-plan.js';
import { deleteDocument } from '../storage/write-document.js';
import { readCollectionName, type CommandContext, type CommandHandler } from './command.js';
import { rejectUnknownFields } from './check-command-fields.js';
import { runStatements, type SingleWrite } from './run-statements.js';
import { parseStatementQuery, readStatements, writeMany } from './update-and-delete-statements.js';

export const deleteCommand: CommandHandler = async (context) => {
  const name = readCollectionName(context);
  let n = 0;
  const statements = readStatements(context, 'deletes');
  statements.forEach(checkStatement);
  const errors = await runStatements<number>(context, statements, {
    isMany: (statement) => toDouble(statement.limit as Numeric) === 0,
    prepareSingle: (statement, index) => prepareDelete(context, name, statement, index),
    runMultiple: (statement) => deleteMany(context, name, statement),
    onResult: (deleted) => (n += deleted),
  });
  return { n, ...(errors.length > 0 && { writeErrors: errors }) };
};

/** Validates the structure of a statement. An error rejects the whole command. */
function checkStatement(statement: Doc): void {
  rejectUnknownFields(statement, ['q', 'limit'], 'delete.deletes');
  const { limit } = statement;
  if (isNumeric(limit) && [0, 1].includes(toDouble(limit))) return;
  throw new CommandError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`);
}

async function deleteMany(context: CommandContext, name: string, statement: Doc): Promise<number> {
  const { storage, db, retry } = context;
  if (retry) throw new CommandError('InvalidOptions', 'Cannot use retryable writes with limit=0');
  const query = parseStatementQuery(statement);
  const collection = storage.catalogue.get(db, name);
  let n = 0;
  if (collection) {
    await writeMany(context, collection, query, (document) => {
      deleteDocument(storage, collection, document);
      n++;
    });
  }
  return n;
}

function prepareDelete(context: CommandContext, name: string, statement: Doc, index: number): SingleWrite<number> {
  const { storage, db, retry } = context;
  const act = (found: FoundDocument | undefined) => {
    const earlierResult = retry?.earlierResult(index);
    if (earlierResult) return toDouble(earlierResult.n as number);
    const collection = storage.catalogue.get(db, name);
    if (found && collection) deleteDocument(storage, collection, found);
    const n = found ? 1 : 0;
    retry?.record(index, { n });
    return n;
  };
  return { query: parseStatementQuery(statement), act };
}
