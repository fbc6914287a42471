import { AppError } from '../errors.js';
import { folderKey, kindKey } from '../model/entry-key.js';
import { SEED_AUTHOR } from '../model/seed-author.js';
import { createVintage } from '../records/submitted-figures.js';
import type { RecordServices } from '../records/read-entries-for-validation.js';
import { type PlannedChange, planSync, type SyncPlan } from '../records/sync-plan.js';
import { collectWrites, writesBothStates, slugBeforeRename, nextRevision } from '../records/planned-writes.js';
import { newestSubmission } from '../records/planned-draft.js';
import { EntryReadCache } from '../records/entry-read-cache.js';
import { moveSchedule } from '../records/rename-entry.js';
import { replaceAllLinks } from '../records/replace-links.js';
import type { CommitResult, EntryChange } from '../store/change-log.js';
import { commitBatch } from '../records/commit-batch.js';
import { contentDigest, type RecordedBase } from '../records/merge-base.js';
import { databaseFingerprint, recordPendingStates, writeSyncState } from './sync-state.js';
import { loadContent } from './load-content.js';

/**
 * Applies a plan as one batch. Returns its log position; null for an empty plan.
 * @throws AppError PLAN_MOVED an entry changed after the plan was made
 */
export async function applyPlan(
  plan: SyncPlan,
  services: RecordServices,
  author: string,
  message = importMessage(plan),
): Promise<number | null> {
  const { entries, vintages } = collectWrites(plan);
  if (entries.length === 0) return null;
  const relinked = await relinkRenamed(plan, services);
  await rejectChangedSchedules(plan, services);
  const batch = { author, message, entries: [...entries, ...relinked], vintages };
  const result = await commitBatch(services, batch).catch(toConflictResult(plan));
  if (result.committed) {
    const conflictingEntries = await setSchedules(plan, services, author);
    if (conflictingEntries.length === 0) return result.sequence;
    const reason = `another user changed the publication time of ${listNames(conflictingEntries)}`;
    const message = `Change ${result.sequence} is written, but ${reason}, which is unchanged. Plan again.`;
    throw new AppError('PLAN_MOVED', message, { moved: ['the scheduled publications'] });
  }
  const names = result.conflicts.map(({ kind, slug }) => folderKey(services.model.kind(kind), slug));
  throw new AppError('PLAN_MOVED', `Another user wrote ${names.join(', ')}. Plan again.`, {
    moved: ['the database'],
    conflicts: result.conflicts,
  });
}

/** Rejects a plan if a schedule, which the log does not contain, has changed since. @throws AppError PLAN_MOVED */
async function rejectChangedSchedules({ entries }: SyncPlan, { store }: RecordServices): Promise<void> {
  const changedEntries = entries.filter(({ operation, current }) => operation === 'CHANGE' && current !== null);
  const keys = changedEntries.map(({ kind, current }) => ({ kind: kind.name, slug: current!.slug }));
  const currentSchedules = await store.schedules.byKeys(keys);
  const rescheduledEntries = changedEntries.filter(({ schedule }, index) => {
    return (
      schedule?.at.getTime() !== currentSchedules[index]?.at.getTime() ||
      schedule?.revision !== currentSchedules[index]?.revision
    );
  });
  if (rescheduledEntries.length === 0) return;
  const message = `Another user changed the publication time of ${listNames(rescheduledEntries)}. Plan again.`;
  throw new AppError('PLAN_MOVED', message, { moved: ['the scheduled publications'] });
}

function listNames(entries: readonly PlannedChange[]): string {
  return entries.map(({ kind, slug }) => folderKey(kind, slug)).join(', ');
}

/** Returns an error handler that converts an error about concurrently written figures to conflicts of entries. */
function toConflictResult({ entries }: SyncPlan): (error: unknown) => CommitResult {
  return (error) => {
    const lateSlugs = error instanceof AppError && error.code === 'CONFLICT' ? error.details['figures'] : undefined;
    if (!Array.isArray(lateSlugs)) throw error;
    const movedFigures = entries.filter(({ slug, vintage }) => vintage !== null && lateSlugs.includes(slug));
    const conflicts = movedFigures.map(({ kind, slug, current }) => {
      const revision = current?.revision ?? 0;
      return { kind: kind.name, slug, expectedRevision: revision, revision };
    });
    return { committed: false, conflicts };
  };
}

/** Returns changes that update the links of entries outside the plan to renamed entries. */
async function relinkRenamed({ entries }: SyncPlan, services: RecordServices): Promise<EntryChange[]> {
  const plannedKeys = new Set(entries.map(({ kind, slug }) => kindKey({ kind: kind.name, slug })));
  const relinked: EntryChange[] = [];
  const entryCache = new EntryReadCache(services.store.entries);
  for (const entry of entries) {
    const formerSlug = slugBeforeRename(entry);
    if (formerSlug === null) continue;
    const key = { kind: entry.kind.name, slug: formerSlug };
    const uses = await entryCache.readUses(key);
    const unplannedUses = uses.filter(({ kind, slug }) => !plannedKeys.has(kindKey({ kind, slug })));
    relinked.push(...(await replaceAllLinks(services.model, entryCache, unplannedUses, key, entry.slug)).entries);
  }
  return relinked;
}

/** Adds and removes schedules as in the files. Skips and returns entries whose schedule changed after planning. */
async function setSchedules(
  { entries }: SyncPlan,
  { store }: RecordServices,
  author: string,
): Promise<PlannedChange[]> {
  const { schedules } = store;
  const skippedEntries: PlannedChange[] = [];
  for (const planned of entries) {
    const { operation, kind, slug, submission, changes, current, schedule } = planned;
    if (operation === 'UNCHANGED') continue;
    const key = { kind: kind.name, slug };
    const revision = nextRevision(planned);
    const formerSlug = slugBeforeRename(planned);
    let [expected, currentSchedule] = [schedule, schedule];
    if (formerSlug !== null) {
      const from = current!.revision;
      if (schedule?.revision !== from) expected = null;
      currentSchedule = await moveSchedule(store, { ...key, slug: formerSlug }, { from, to: slug, revision });
    }
    const newestState = submission && newestSubmission(submission);
    const at = newestState?.publishAt ?? null;
    const isPublished = formerSlug !== null && newestState?.status !== 'DRAFT';
    let isDone = currentSchedule?.at.getTime() === expected?.at.getTime();
    if (isDone && at !== null) {
      const message = `imported with the publication time of ${folderKey(kind, slug)}`;
      isDone = await schedules.put({ ...key, revision, at, author, message, problem: null }, currentSchedule);
    } else if (isDone && currentSchedule && (isPublished || changes.some(({ path }) => path === 'publishAt'))) {
      isDone = await schedules.remove(key.kind, slug, currentSchedule);
    }
    if (!isDone) skippedEntries.push(planned);
  }
  return skippedEntries;
}

/** Stores the merge bases after a plan was applied. See `writeSyncState`. */
export async function saveMergeBases(root: string, { entries }: SyncPlan, { store }: RecordServices): Promise<boolean> {
  return writeSyncState(root, await databaseFingerprint(store.log), mergeBasesAfter(entries));
}

/** Records the states that a plan is about to write to the database. See `recordPendingStates`. */
export async function recordPendingSeed(root: string, { entries }: SyncPlan, { store }: RecordServices): Promise<void> {
  const changedEntries = entries.filter(({ operation }) => operation !== 'UNCHANGED');
  if (changedEntries.length > 0)
    recordPendingStates(root, await databaseFingerprint(store.log), mergeBasesAfter(changedEntries));
}

function mergeBasesAfter(entries: readonly PlannedChange[]): Map<string, RecordedBase> {
  const baseByName = new Map<string, RecordedBase>();
  for (const planned of entries) {
    const { kind, slug, submission } = planned;
    if (submission === null) continue;
    const revision = nextRevision(planned);
    const figures = submission.figures === null ? null : createVintage(slug, submission.figures).digest;
    const newestState = newestSubmission(submission);
    const publishAt = newestState.publishAt?.toISOString() ?? null;
    const { status } = newestState;
    const state = { revision, digest: contentDigest(kind, newestState), status, figures, publishAt };
    const published = submission.draft && { published: publishedBaseAfter(planned, revision) };
    baseByName.set(folderKey(kind, slug), { ...state, ...published });
  }
  return baseByName;
}

/** Returns the merge base of the published version of an entry with a draft, after a plan was applied. */
function publishedBaseAfter(planned: PlannedChange, revision: number): NonNullable<RecordedBase['published']> {
  const { kind, submission, published } = planned;
  const isWritten = planned.operation !== 'UNCHANGED' && writesBothStates(planned);
  return {
    revision: isWritten ? revision - 1 : published!.revision,
    digest: contentDigest(kind, submission!),
    status: 'PUBLISHED',
  };
}

function importMessage({ entries }: SyncPlan): string {
  const count = entries.filter(({ operation }) => operation !== 'UNCHANGED').length;
  return count === 1 ? '1 entry imported' : `${count} entries imported`;
}

/** Returns a summary such as "3 created, 2 changed, 1 retired, 640 unchanged". Omits zero counts. */
export function summarisePlan(plan: SyncPlan): string {
  const labels = { CREATE: 'created', CHANGE: 'changed', RETIRE: 'retired', UNCHANGED: 'unchanged' } as const;
  const counts = (Object.keys(labels) as (keyof typeof labels)[]).flatMap((operation) => {
    const count = plan.entries.filter((entry) => entry.operation === operation).length;
    return count === 0 ? [] : [`${count} ${labels[operation]}`];
  });
  return counts.join(', ') || 'no records';
}

/**
 * Fills an empty database from a content folder. Returns the number of records; null if it was not empty.
 * @throws AppError CONTENT_INVALID with `details.problems`; nothing is written
 */
export async function seedIfEmpty(services: RecordServices, seedDir: string): Promise<number | null> {
  const { store, model } = services;
  if ((await store.log.head()) > 0) return null;
  const content = await loadContent(seedDir, services);
  if (content.problems.length > 0) {
    const count = content.problems.length === 1 ? '1 problem' : `${content.problems.length} problems`;
    throw new AppError('CONTENT_INVALID', `${seedDir} has ${count}. Run "npx signpost validate" to list them.`, {
      problems: content.problems,
    });
  }
  const emptySnapshot = { head: 0, snapshot: new Map(), schedules: new Map() };
  const plan = await planSync(content.records, { store, model, ...emptySnapshot, prune: false });
  try {
    await applyPlan(plan, services, SEED_AUTHOR);
  } catch (error) {
    const wasFaster = error instanceof AppError && error.code === 'PLAN_MOVED';
    if (wasFaster) return null;
    throw error;
  }
  return plan.entries.length;
}
