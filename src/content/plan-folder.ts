import { createHash } from 'node:crypto';
import { AppError } from '../errors.js';
import { kindKey, revisionKey } from '../model/entry-key.js';
import { type RecordServices, withQuotedFigures } from '../records/read-entries-for-validation.js';
import { planSync, readSchedules, readSnapshot, type SyncPlan } from '../records/sync-plan.js';
import { reportSlugConflicts } from '../records/slug-conflicts.js';
import type { Schedule } from '../store/schedules.js';
import { databaseFingerprint, readSyncState } from './sync-state.js';
import { loadContent, type LoadedContent } from './load-content.js';

export interface FolderPlan {
  /** Identifies files and database state: `<digest>-<head>`, then a digest of the schedules, if any, and `-prune`. */
  id: string;
  content: LoadedContent;
  /** Plan of the changes; null if the content has problems. */
  plan: SyncPlan | null;
}

/** Validates a content folder together with the entries in the database, and plans the changes to the database. */
export async function planFolder(root: string, services: RecordServices, prune: boolean): Promise<FolderPlan> {
  const { store, model, modules } = services;
  const head = await store.log.head();
  const snapshot = head === 0 ? new Map() : await readSnapshot(store.entries, model);
  const schedules = head === 0 ? new Map<string, Schedule>() : await readSchedules(store);
  const content = await loadContent(root, {
    model,
    modules,
    findExistingEntries: async (records) => {
      reportSlugConflicts(records, snapshot);
      const recordKeys = new Set(records.map(({ kind, slug }) => kindKey({ kind: kind.name, slug })));
      const databaseEntries = [...snapshot.values()].flatMap((ofKind) => [...ofKind.values()]);
      const entriesWithoutFile = databaseEntries.filter(({ kind, slug }) => !recordKeys.has(kindKey({ kind, slug })));
      return withQuotedFigures({ store, model, modules }, entriesWithoutFile, records);
    },
  });
  const id = [content.digest.slice(0, 12), head, ...schedulesDigest(schedules), ...(prune ? ['prune'] : [])].join('-');
  if (content.problems.length > 0) return { id, content, plan: null };
  const syncState = await readSyncState(root, await databaseFingerprint(store.log), services);
  const planInput = { store, model, head, snapshot, schedules, prune, mergeBases: syncState };
  return { id, content, plan: await planSync(content.records, planInput) };
}

/** Returns a list with the digest of all schedules; empty if there are none. */
function schedulesDigest(schedules: ReadonlyMap<string, Schedule>): string[] {
  if (schedules.size === 0) return [];
  const times = [...schedules.values()].map((schedule) => `${revisionKey(schedule)} ${schedule.at.toISOString()}`);
  return [createHash('sha256').update(times.sort().join('\n')).digest('hex').slice(0, 6)];
}

const PLAN_ID = /^([0-9a-f]{12})-(\d+)(?:-([0-9a-f]{6}))?(?:-prune)?$/;

/** Rejects the id of a plan for other files or another database state. @throws AppError PLAN_MOVED, USAGE */
export function checkPlanId(givenId: string, { id }: FolderPlan): void {
  if (givenId === id) return;
  const [, digest, head, scheduleDigest] = PLAN_ID.exec(givenId) ?? [];
  if (digest === undefined)
    throw new AppError('USAGE', `"${givenId}" is not a plan. Run "npx signpost plan" to get one.`);
  const [, ...currentParts] = PLAN_ID.exec(id)!;
  const partNames = ['the files', 'the database', 'the schedule'];
  const changedParts = partNames.filter((_, index) => [digest, head, scheduleDigest][index] !== currentParts[index]);
  const reason =
    changedParts.length > 0 ? `${changedParts.join(' and ')} changed since` : 'it was made with another --prune';
  throw new AppError('PLAN_MOVED', `The plan ${givenId} is out of date: ${reason}. Plan again.`, {
    moved: changedParts,
    plan: id,
  });
}
