import { folderKey } from '../model/entry-key.js';
import { PUBLIC } from '../model/view.js';
import type { EntryChange } from '../store/log.js';
import type { StoredEntry } from '../store/entries.js';
import type { Asked, LifeResult } from './life.js';
import { findEntry, invalid } from './life.js';
import type { Services } from './neighbourhood.js';
import type { Problem } from './problem.js';
import { nowhere, Report } from './problem.js';
import { MOST_USES, relinkAll, storedPart, withLink } from './relink.js';
import type { Change, Signature } from './write.js';
import { submitChanges } from './write.js';

/**
 * Gives an entry another slug, with all its history. Every link to it follows in the same batch; the old slug says where
 * it went.
 */
export async function renameEntry(
  services: Services,
  asked: Asked & { to: string },
  signature: Signature,
): Promise<LifeResult> {
  const { store, model } = services;
  const { kind, slug, to, expectedRevision } = asked;
  const found = await findEntry(services, asked);
  if ('outcome' in found) return found;
  if (to === slug) return { outcome: 'UNCHANGED', revision: found.revision };
  const [taken] = await store.entries.current([{ kind: kind.name, slug: to }]);
  if (taken && taken.movedTo === null) {
    return invalid(asked, 'SLUG_TAKEN', ['to'], `"${to}" is another entry`, 'choose another slug');
  }

  const key = { kind: kind.name, slug };
  const problems: Problem[] = [];
  const states = await statesOf(services, found);
  let revision = taken?.revision ?? 0;
  const changes = states.map((state, at): Change => {
    const report = new Report(folderKey(kind, to), nowhere, problems);
    const record = withLink(model, kind, storedPart(kind, state.record), key, to)!;
    const status = state.status === 'PUBLISHED' ? 'PUBLISHED' : 'DRAFT';
    const { originalLocale } = state;
    const submission = {
      kind,
      slug: to,
      status,
      originalLocale,
      record,
      figures: null,
      readable: true,
      report,
    } as const;
    const change: Change = { submission, action: 'RENAME', expectedRevision: revision };
    revision = Math.max(revision, found.revision) + 1;
    return at === 0 ? { ...change, movedFrom: slug } : change;
  });
  const retired: EntryChange = {
    action: 'RENAME',
    ...key,
    expectedRevision,
    status: 'RETIRED',
    originalLocale: found.originalLocale,
    movedTo: to,
    record: storedPart(kind, found.record),
  };
  const { entries } = await relinkAll(services, await store.entries.usedBy(key, MOST_USES), key, to);
  const result = await submitChanges(services, { changes, unchecked: [retired, ...entries], problems }, signature);
  if (result.outcome !== 'WRITTEN') return result;
  await moveSchedule(services, asked, found.revision, revision);
  return { ...result, revisions: [revision] };
}

/** What is published of an entry, and the draft over it. */
async function statesOf({ store }: Services, newest: StoredEntry): Promise<StoredEntry[]> {
  if (newest.status === 'PUBLISHED') return [newest];
  const [shown] = await store.entries.bySlug(newest.kind, [newest.slug], null, PUBLIC);
  return shown?.status === 'PUBLISHED' ? [shown, newest] : [newest];
}

/** What was to be published later still is, if nothing was drafted after it. */
async function moveSchedule(
  { store }: Services,
  { kind, slug, to }: Asked & { to: string },
  from: number,
  revision: number,
): Promise<void> {
  const [schedule] = await store.schedules.of([{ kind: kind.name, slug }]);
  if (!schedule) return;
  if (schedule.revision === from) await store.schedules.put({ ...schedule, slug: to, revision });
  await store.schedules.remove(kind.name, slug);
}
