import { folderKey } from '../model/entry-key.js';
import type { StoredEntry } from '../store/entries.js';
import type { ChangeLog, EntryChange, RevisionSummary } from '../store/log.js';
import type { Schedule } from '../store/schedules.js';
import type { Services } from './linked-entries.js';
import type { Problem } from './problem.js';
import { nowhere, Report } from './problem.js';
import { ReadOnce } from './read-once.js';
import { storedPart } from './relink.js';
import type { Change } from './write.js';
import { submitChanges } from './write.js';

/** What became of a schedule whose time had come. */
type Fired = 'PUBLISHED' | 'OVERTAKEN' | 'FAILED' | 'LATER';

/** Whether an entry was published or withdrawn after a revision of it. */
async function isOvertaken(log: ChangeLog, { kind, slug, revision: from }: StoredEntry, revision: number) {
  let overtaken = false;
  const visit = (state: RevisionSummary) => {
    if (state.slug !== slug || state.revision <= revision) return false;
    overtaken = state.status !== 'DRAFT' || state.action === 'UNPUBLISH';
    return !overtaken;
  };
  await log.walkBack([{ kind, slug, from, visit }]);
  return overtaken;
}

/**
 * Takes the time of an entry along to the slug that it was given by a rename which was stopped before it did so; where
 * more than renames followed, it is not known of what it is.
 */
async function followRename({ store }: Services, schedule: Schedule, former: StoredEntry): Promise<Fired> {
  const { kind, slug, revision } = schedule;
  const [entry] = await store.entries.current([{ kind, slug: former.movedTo! }]);
  let isSame = entry?.status === 'DRAFT' && revision === former.revision - 1;
  const visit = (state: RevisionSummary) => {
    if (state.slug === slug) return false;
    return (isSame &&= state.action === 'RENAME');
  };
  if (isSame) await store.log.walkBack([{ kind, slug: entry!.slug, from: entry!.revision, visit }]);
  if (isSame) await store.schedules.put({ ...schedule, slug: entry!.slug, revision: entry!.revision }, null);
  await store.schedules.remove(kind, slug, schedule);
  return isSame ? 'LATER' : 'OVERTAKEN';
}

/**
 * Publishes what was scheduled: exactly the revision that was, and what was drafted after it stays a draft over it. One
 * that was overtaken by another decision is dropped; one that breaks a rule by now stays, with what is wrong.
 */
async function fireSchedule(services: Services, schedule: Schedule): Promise<Fired> {
  const { store, model } = services;
  const { kind: name, slug, revision, author, message } = schedule;
  const kind = model.kind(name);
  const known = new ReadOnce(store.entries);
  await known.read([{ kind: name, slug }]);
  const newest = known.newest({ kind: name, slug });
  if (newest?.movedTo) return followRename(services, schedule, newest);
  const [scheduled] = await store.log.revisionsAt([{ kind: name, slug, revision }]);
  if (!newest || !scheduled || scheduled.status !== 'DRAFT' || (await isOvertaken(store.log, newest, revision))) {
    await store.schedules.remove(name, slug, { revision });
    return 'OVERTAKEN';
  }

  const problems: Problem[] = [];
  const report = new Report(folderKey(kind, slug), nowhere, problems);
  const { originalLocale } = scheduled;
  const record = storedPart(kind, scheduled.record);
  const change: Change = {
    submission: { kind, slug, status: 'PUBLISHED', originalLocale, record, figures: null, readable: true, report },
    action: 'PUBLISH',
    expectedRevision: newest.revision,
  };
  const draft: EntryChange = {
    action: 'SAVE',
    kind: name,
    slug,
    expectedRevision: newest.revision + 1,
    status: 'DRAFT',
    originalLocale: newest.originalLocale,
    record: storedPart(kind, newest.record),
  };
  const unchecked = newest.revision > revision ? [draft] : [];
  const result = await submitChanges(services, { changes: [change], unchecked, problems }, { author, message }, known);
  switch (result.outcome) {
    case 'WRITTEN':
      await store.schedules.remove(name, slug, { revision });
      return 'PUBLISHED';
    case 'INVALID': {
      const problem = result.problems.map(({ path, message: what }) => `${path ?? slug}: ${what}`).join('; ');
      // Where another time was set meanwhile, it is tried again then.
      return (await store.schedules.put({ ...schedule, problem }, schedule)) ? 'FAILED' : 'LATER';
    }
    default:
      return 'LATER';
  }
}

/** How a scheduler is set up. */
export interface SchedulerOptions {
  /** Milliseconds between two looks at the clock. */
  everyMs?: number;
  /** Is told of each that was due. */
  onFired?: (schedule: Schedule, fired: Fired) => void;
  /** Is told once why nothing can be looked at or published, and with null once that goes again. Each look tries again. */
  onTrouble: (error: unknown) => void;
}

/**
 * Publishes what is due, as long as it runs. Several processes may each have one: of two that publish the same, one is
 * the second writer of a revision, and finds it done.
 *
 * @returns ends it; what is under way is finished first
 */
export function startScheduler(services: Services, options: SchedulerOptions): () => Promise<void> {
  const { everyMs = 2000, onFired = () => {}, onTrouble } = options;
  let ended = false;
  let isInTrouble = false;
  let timer: NodeJS.Timeout;
  let work: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      for (const schedule of await services.store.schedules.due(new Date())) {
        if (ended) return;
        onFired(schedule, await fireSchedule(services, schedule));
      }
      if (isInTrouble) onTrouble(null);
      isInTrouble = false;
    } catch (error) {
      if (!isInTrouble) onTrouble(error);
      isInTrouble = true;
    }
    if (!ended) wait();
  };
  const wait = () => {
    timer = setTimeout(() => {
      work = look();
    }, everyMs);
    timer.unref();
  };
  work = look();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await work;
  };
}
