import type { Doc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { FoundDocument } from '../query/execute-plan.js';
import { JobDeferred } from '../storage/group-commit.js';
import type { CommandContext } from './command.js';
import { findCollection, readFlagField } from './command.js';
import type { FindQuery } from './find.js';
import { MAX_DOCUMENTS_PER_TRANSACTION } from './update-and-delete-statements.js';
import { findFirstDocument, MAX_SEARCH_STEPS, writeOne } from './write-one.js';
import { abortsCommand, writeErrorDocument } from './write-result.js';

/** Maximum number of search steps per transaction. */
const MAX_STEPS_TOGETHER = 2000;

/** A statement that changes at most one document. */
export interface SingleWrite<T> {
  query: FindQuery;
  /** Performs the write in the transaction; `found` is undefined if no document matches. */
  act: (found: FoundDocument | undefined) => T;
}

/** How an `update` or `delete` command runs its statements. */
export interface StatementRunner<T> {
  isMany: (statement: Doc) => boolean;
  single: (statement: Doc, index: number) => SingleWrite<T>;
  multiple: (statement: Doc) => Promise<T>;
  /** Called for each statement in order, after the commit is flushed. */
  onResult: (outcome: T, index: number) => void;
}

type StatementOutcome<T> = { outcome: T } | { error: CommandError };

/**
 * Runs statements in order, and returns their errors. Up to 200 that change one document each share a transaction. One
 * with a long search runs alone, so that other commands run in between.
 */
export async function runStatements<T>(
  context: CommandContext,
  statements: readonly Doc[],
  runner: StatementRunner<T>,
): Promise<object[]> {
  const { command, pacer } = context;
  const ordered = command.ordered === undefined || readFlagField(command, 'ordered');
  const errors: object[] = [];
  for (let next = 0; next < statements.length && !(ordered && errors.length > 0);) {
    await pacer.pause();
    for (const settled of await runNext(context, statements, next, runner, ordered)) {
      if ('error' in settled) errors.push(writeErrorDocument(next, settled.error));
      else runner.onResult(settled.outcome, next);
      next++;
    }
  }
  return errors;
}

/** Runs the next statement, with those after it that can share its transaction. Returns their outcomes in order. */
async function runNext<T>(
  context: CommandContext,
  statements: readonly Doc[],
  firstIndex: number,
  runner: StatementRunner<T>,
  ordered: boolean,
): Promise<StatementOutcome<T>[]> {
  const statement = statements[firstIndex]!;
  if (runner.isMany(statement)) return [await settle(() => runner.multiple(statement))];
  const results = await runTogether(context, statements, firstIndex, runner, ordered);
  if (results.length > 0) return results;
  return [await settle(() => runAlone(context, runner.single(statement, firstIndex)))];
}

/** Runs statements in one transaction. Stops at a statement that changes many documents or has a long search. */
function runTogether<T>(
  context: CommandContext,
  statements: readonly Doc[],
  firstIndex: number,
  runner: StatementRunner<T>,
  ordered: boolean,
): Promise<StatementOutcome<T>[]> {
  const { storage, retry } = context;
  return storage.commit.run(() => {
    retry?.reset();
    const outcomes: StatementOutcome<T>[] = [];
    let remainingSteps = MAX_STEPS_TOGETHER;
    for (const [i, statement] of statements.slice(firstIndex, firstIndex + MAX_DOCUMENTS_PER_TRANSACTION).entries()) {
      if (runner.isMany(statement)) break;
      try {
        const { query, act } = runner.single(statement, firstIndex + i);
        const search = findFirstDocument(
          context,
          findCollection(context),
          query,
          Math.min(remainingSteps, MAX_SEARCH_STEPS),
        );
        remainingSteps -= search.steps;
        outcomes.push({ outcome: act(search.found) });
      } catch (error) {
        if (error instanceof JobDeferred) break;
        outcomes.push({ error: errorOfStatement(error) });
        if (ordered) break;
      }
    }
    // If all statements failed, there are no results to store for the session.
    if (outcomes.some((settled) => 'outcome' in settled)) retry?.save();
    return outcomes;
  });
}

function runAlone<T>(context: CommandContext, { query, act }: SingleWrite<T>): Promise<T> {
  return writeOne(context, query, (found) => {
    const outcome = act(found);
    context.retry?.save();
    return outcome;
  });
}

async function settle<T>(run: () => Promise<T>): Promise<StatementOutcome<T>> {
  try {
    return { outcome: await run() };
  } catch (error) {
    return { error: errorOfStatement(error) };
  }
}

/** Returns the error of a statement. Rethrows an error that aborts the command. */
function errorOfStatement(error: unknown): CommandError {
  if (!(error instanceof CommandError) || abortsCommand(error)) throw error;
  return error;
}
