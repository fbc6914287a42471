import type { Doc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { FoundDocument } from '../query/execute-plan.js';
import { type CommandContext, readFlagField } from './command.js';
import type { FindQuery } from './find.js';
import { findFirstDocument, MAX_DOCUMENTS_PER_TRANSACTION } from './update-and-delete-statements.js';
import { abortsCommand, toWriteError } from './write-errors.js';

/** A statement that changes at most one document. */
export interface SingleWrite<T> {
  query: FindQuery;
  /** Performs the write in the transaction; `found` is undefined if no document matches. */
  act: (found: FoundDocument | undefined) => T;
}

/** How an `update` or `delete` command runs its statements. */
export interface StatementRunner<T> {
  isMany: (statement: Doc) => boolean;
  prepareSingle: (statement: Doc, index: number) => SingleWrite<T>;
  runMultiple: (statement: Doc) => Promise<T>;
  /** Called for each statement in order, after the commit is flushed. */
  onResult: (outcome: T, index: number) => void;
}

type StatementOutcome<T> = { outcome: T } | { error: CommandError };

/**
 * Runs statements in order, and returns their errors. Up to 200 statements that change one document each share a
 * transaction, which includes their searches.
 */
export async function runStatements<T>(
  context: CommandContext,
  statements: readonly Doc[],
  runner: StatementRunner<T>,
): Promise<object[]> {
  const { command, yieldTimer } = context;
  const isOrdered = command.ordered === undefined || readFlagField(command, 'ordered');
  const errors: object[] = [];
  for (let nextIndex = 0; nextIndex < statements.length && !(isOrdered && errors.length > 0);) {
    await yieldTimer.pause();
    const statement = statements[nextIndex]!;
    const outcomes = runner.isMany(statement)
      ? [await settle(() => runner.runMultiple(statement))]
      : await runBatch(context, statements, nextIndex, runner, isOrdered);
    for (const outcome of outcomes) {
      if ('error' in outcome) errors.push(toWriteError(nextIndex, outcome.error));
      else runner.onResult(outcome.outcome, nextIndex);
      nextIndex++;
    }
  }
  return errors;
}

/** Runs statements in one transaction, and stops before one that may change many documents. Returns the outcomes. */
function runBatch<T>(
  context: CommandContext,
  statements: readonly Doc[],
  firstIndex: number,
  runner: StatementRunner<T>,
  isOrdered: boolean,
): Promise<StatementOutcome<T>[]> {
  const { storage, retry } = context;
  return storage.commit.run(() => {
    retry?.reset();
    const outcomes: StatementOutcome<T>[] = [];
    for (const [i, statement] of statements.slice(firstIndex, firstIndex + MAX_DOCUMENTS_PER_TRANSACTION).entries()) {
      if (runner.isMany(statement)) break;
      try {
        const { query, act } = runner.prepareSingle(statement, firstIndex + i);
        outcomes.push({ outcome: act(findFirstDocument(context, query)) });
      } catch (error) {
        outcomes.push({ error: toStatementError(error) });
        if (isOrdered) break;
      }
    }
    // If all statements failed, there are no results to store for the session.
    if (outcomes.some((settled) => 'outcome' in settled)) retry?.save();
    return outcomes;
  });
}

async function settle<T>(run: () => Promise<T>): Promise<StatementOutcome<T>> {
  try {
    return { outcome: await run() };
  } catch (error) {
    return { error: toStatementError(error) };
  }
}

/** Returns the error of a statement. Rethrows one that aborts the whole command. */
function toStatementError(error: unknown): CommandError {
  if (!(error instanceof CommandError) || abortsCommand(error)) throw error;
  return error;
}
