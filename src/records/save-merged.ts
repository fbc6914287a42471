import type { StoredEntry } from '../store/entries.js';
import type { Revision } from '../store/log.js';
import { findRevision } from './asked-entry.js';
import type { Services } from './linked-entries.js';
import { nowhere, Report } from './problem.js';
import { storedPart } from './relink.js';
import { ReadOnce } from './read-once.js';
import type { RecordToSave } from './save.js';
import { keysToRead, saveRecords } from './save.js';
import { shapeRecord } from './shape.js';
import type { Merged } from './three-way.js';
import { mergeRecords } from './three-way.js';
import type { SaveResult, Signature } from './write.js';

/** Maximum attempts when others write in between. */
const MOST_TRIES = 50;

/**
 * Saves records as one batch. With `merge`, a record based on an earlier revision is merged with the changes since;
 * nothing is written on a collision.
 */
export async function saveMerged(
  services: Services,
  toSave: readonly RecordToSave[],
  signature: Signature,
  known = new ReadOnce(services.store.entries),
): Promise<SaveResult> {
  let records = toSave;
  let read = known;
  for (let tries = 1; ; tries += 1) {
    const result = await saveRecords(services, records, signature, read);
    if (result.outcome !== 'CONFLICT' || tries === MOST_TRIES || !toSave.some(({ merge }) => merge)) return result;
    read = new ReadOnce(services.store.entries);
    await read.read(records.flatMap((record) => keysToRead(services.model, record)));
    const joined = await Promise.all(toSave.map((record) => joinedWith(services, record, read)));
    const all = joined.filter((record) => record !== null);
    if (all.length < toSave.length) return result;
    records = all;
  }
}

/** The merged record; null on a collision. */
async function joinedWith(services: Services, record: RecordToSave, read: ReadOnce): Promise<RecordToSave | null> {
  const theirs = read.newest({ kind: record.kind.name, slug: record.slug });
  if ((theirs?.revision ?? 0) === record.expectedRevision) return record;
  if (!record.merge || !theirs || theirs.status === 'RETIRED') return null;
  const base = await revisionSeen(services, theirs, record.expectedRevision);
  const merged = base && mergeInto(services, record, { base, theirs });
  if (!merged || merged.collisions.length > 0) return null;
  return { ...record, raw: merged.record, expectedRevision: theirs.revision };
}

/** Merges a sent record with the present one; without a base, all differences collide. */
export function mergeInto(
  { model }: Pick<Services, 'model'>,
  { kind, raw, originalLocale }: Pick<RecordToSave, 'kind' | 'raw' | 'originalLocale'>,
  { base, theirs }: { base: Revision | null; theirs: StoredEntry },
): Merged {
  const report = new Report(null, nowhere, []);
  const yours = shapeRecord(model, kind, raw, { originalLocale: originalLocale ?? theirs.originalLocale, report });
  return mergeRecords(model, kind, {
    base: base ? storedPart(kind, base.record) : {},
    yours: storedPart(kind, yours),
    theirs: storedPart(kind, theirs.record),
  });
}

/** The revision that a change is based on, perhaps under a former slug; null for none. */
export async function revisionSeen(services: Services, entry: StoredEntry, revision: number): Promise<Revision | null> {
  if (revision < 1) return null;
  const { kind, slug } = entry;
  const [found] = await services.store.log.revisionsAt([{ kind, slug, revision }]);
  return found ?? (revision < entry.revision ? findRevision(services, entry, revision) : null);
}
