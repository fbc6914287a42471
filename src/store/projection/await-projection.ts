import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../errors.js';
import { kindKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import { loggedEntries, loggedVintages } from '../log/log-document.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import { retryTransient } from '../connection/retry.js';
import { readNewestStates } from '../documents/entry-states.js';
import type { KindPlans } from '../documents/kind-plan.js';

/** Maximum time to wait for the projection, in milliseconds. `POLL_MS` is the interval between checks. */
const MAX_WAIT_MS = 3000;
const POLL_MS = 100;
const MAX_BATCHES = 1000;

export interface AwaitProjectionOptions {
  database: Database;
  model: Model;
  plans: KindPlans;
  /** Log position up to which all changes are known to be projected. */
  sequence: number;
}

/** Waits up to 3 s until another process has projected the log. @throws AppError NOT_YET_SERVED */
export async function awaitProjection(options: AwaitProjectionOptions): Promise<void> {
  for (const deadline = performance.now() + MAX_WAIT_MS; performance.now() < deadline; await pause(POLL_MS)) {
    if (await retryTransient(() => isProjected(options))) return;
  }
  throw new AppError(
    'NOT_YET_SERVED',
    'The log has changes that queries do not return, since their process was stopped or the disk was full. A server applies ' +
      'them when it starts, as does "npx signpost seed"; then try again.',
  );
}

async function isProjected({ database, model, plans, sequence }: AwaitProjectionOptions): Promise<boolean> {
  const fields = ['kind', 'slug', 'revision', 'edition._id'].map((name) => [`entries.${name}`, 1]);
  const options = {
    ...READ_OPTIONS,
    sort: { _id: 1 },
    limit: MAX_BATCHES,
    projection: Object.fromEntries(fields),
  } as const;
  const batches = await database.changes.find({ _id: { $gt: sequence } }, options);
  const entries = batches.flatMap((batch) => loggedEntries(model, batch)).filter(({ kind }) => plans.has(kind));
  const newestStates = await readNewestStates(database, model, entries);
  if (entries.some((entry) => (newestStates.get(kindKey(entry))?.revision ?? 0) < entry.revision)) return false;
  // Vintages are projected last.
  const vintageIds = batches.flatMap(loggedVintages).map(({ vintage }) => vintage._id);
  if (vintageIds.length === 0) return true;
  return (await database.vintages.count({ _id: { $in: vintageIds } })) === vintageIds.length;
}
