import { folderKey } from '../model/entry-key.js';
import type { StoredEntry } from '../store/entries.js';
import type { ChangeLog, EntryChange, RevisionSummary } from '../store/change-log.js';
import type { Schedule } from '../store/schedules.js';
import type { RecordServices } from './read-entries-for-validation.js';
import { NO_LOCATION, type Problem, Report } from './problem.js';
import { EntryReadCache } from './entry-read-cache.js';
import { withoutComputedFields } from './replace-links.js';
import { type Change, submitChanges } from './commit-batch.js';

type ScheduleOutcome = 'PUBLISHED' | 'OVERTAKEN' | 'FAILED' | 'LATER';

/** Whether an entry was published, unpublished or retired in a revision after the given one. */
async function isSuperseded(log: ChangeLog, { kind, slug, revision: currentRevision }: StoredEntry, revision: number) {
  let wasReplaced = false;
  const visit = (state: RevisionSummary) => {
    if (state.slug !== slug || state.revision <= revision) return false;
    wasReplaced = state.status !== 'DRAFT' || state.action === 'UNPUBLISH';
    return !wasReplaced;
  };
  await log.walkBack([{ kind, slug, fromRevision: currentRevision, visit }]);
  return wasReplaced;
}

/** Completes an interrupted move of a schedule. Deletes the schedule if the entry was changed after the rename. */
async function finishMove(
  { store }: RecordServices,
  schedule: Schedule,
  former: StoredEntry,
): Promise<ScheduleOutcome> {
  const { kind, slug, revision } = schedule;
  const [entry] = await store.entries.currentStates([{ kind, slug: former.movedTo! }]);
  let canMove = entry?.status === 'DRAFT' && revision === former.revision - 1;
  const visit = (state: RevisionSummary) => {
    if (state.slug === slug) return false;
    return (canMove &&= state.action === 'RENAME');
  };
  if (canMove) await store.log.walkBack([{ kind, slug: entry!.slug, fromRevision: entry!.revision, visit }]);
  if (canMove) await store.schedules.put({ ...schedule, slug: entry!.slug, revision: entry!.revision }, null);
  await store.schedules.remove(kind, slug, schedule);
  return canMove ? 'LATER' : 'OVERTAKEN';
}

/** Publishes the scheduled revision. Deletes a superseded schedule. If validation fails, stores the problems in it. */
async function executeSchedule(services: RecordServices, schedule: Schedule): Promise<ScheduleOutcome> {
  const { store, model } = services;
  const { kind: name, slug, revision, author, message } = schedule;
  const kind = model.kind(name);
  const entryCache = new EntryReadCache(store.entries);
  await entryCache.read([{ kind: name, slug }]);
  const newest = entryCache.newest({ kind: name, slug });
  if (newest?.movedTo) return finishMove(services, schedule, newest);
  const [scheduled] = await store.log.revisionsAt([{ kind: name, slug, revision }]);
  if (!newest || !scheduled || scheduled.status !== 'DRAFT' || (await isSuperseded(store.log, newest, revision))) {
    await store.schedules.remove(name, slug, { revision });
    return 'OVERTAKEN';
  }

  const problems: Problem[] = [];
  const report = new Report(folderKey(kind, slug), NO_LOCATION, problems);
  const { originalLocale } = scheduled;
  const record = withoutComputedFields(kind, scheduled.record);
  const change: Change = {
    submission: { kind, slug, status: 'PUBLISHED', originalLocale, record, figures: null, readable: true, report },
    action: 'PUBLISH',
    expectedRevision: newest.revision,
  };
  const laterDraft: EntryChange = {
    action: 'SAVE',
    kind: name,
    slug,
    expectedRevision: newest.revision + 1,
    status: 'DRAFT',
    originalLocale: newest.originalLocale,
    record: withoutComputedFields(kind, newest.record),
  };
  const laterDrafts = newest.revision > revision ? [laterDraft] : [];
  const result = await submitChanges(
    services,
    { changes: [change], unvalidated: laterDrafts, problems },
    { author, message },
    entryCache,
  );
  switch (result.outcome) {
    case 'WRITTEN':
      await store.schedules.remove(name, slug, { revision });
      return 'PUBLISHED';
    case 'INVALID': {
      const problem = result.problems.map(({ path, message: text }) => `${path ?? slug}: ${text}`).join('; ');
      // If the schedule was changed concurrently, the next run handles it.
      return (await store.schedules.put({ ...schedule, problem }, schedule)) ? 'FAILED' : 'LATER';
    }
    default:
      return 'LATER';
  }
}

export interface SchedulerOptions {
  /** Polling interval, in milliseconds. Default: 2000. */
  everyMs?: number;
  onFired?: (schedule: Schedule, outcome: ScheduleOutcome) => void;
  /** Called with the first of consecutive errors, and with null on recovery. */
  onError: (error: unknown) => void;
}

/**
 * Publishes due schedules until stopped. Several processes can run it at once; each revision is published only once.
 * @returns a function that stops it after the current run
 */
export function startScheduler(services: RecordServices, options: SchedulerOptions): () => Promise<void> {
  const { everyMs = 2000, onFired = () => {}, onError } = options;
  let isStopped = false;
  let isFailing = false;
  let timer: NodeJS.Timeout;
  let work: Promise<void> = Promise.resolve();
  const publishDue = async () => {
    try {
      for (const schedule of await services.store.schedules.due(new Date())) {
        if (isStopped) return;
        onFired(schedule, await executeSchedule(services, schedule));
      }
      if (isFailing) onError(null);
      isFailing = false;
    } catch (error) {
      if (!isFailing) onError(error);
      isFailing = true;
    }
    if (!isStopped) wait();
  };
  const wait = () => {
    timer = setTimeout(() => {
      work = publishDue();
    }, everyMs);
    timer.unref();
  };
  work = publishDue();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await work;
  };
}
