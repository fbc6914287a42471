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

/** Others may come between so often before the writer is told. */
const MOST_TRIES = 50;

/**
 * Saves records as one batch. Where `merge` is asked for one that was made against an earlier revision, it is joined
 * with what others changed since; nothing is written where both changed the same field in different ways.
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

/** A record as it can be saved over what is there now; null where it cannot. */
async function joinedWith(services: Services, record: RecordToSave, read: ReadOnce): Promise<RecordToSave | null> {
  const theirs = read.newest({ kind: record.kind.name, slug: record.slug });
  if ((theirs?.revision ?? 0) === record.expectedRevision) return record;
  if (!record.merge || !theirs || theirs.status === 'RETIRED') return null;
  const base = await revisionSeen(services, theirs, record.expectedRevision);
  const merged = base && mergeInto(services, record, { base, theirs });
  if (!merged || merged.collisions.length > 0) return null;
  return { ...record, raw: merged.record, expectedRevision: theirs.revision };
}

/** A record as it was sent, joined with what is there now; without a base, all in which they differ collides. */
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

/** The revision of an entry that a writer started from, perhaps under an earlier slug; null where there is none such. */
export async function revisionSeen(services: Services, entry: StoredEntry, revision: number): Promise<Revision | null> {
  if (revision < 1) return null;
  const { kind, slug } = entry;
  const [found] = await services.store.log.revisionsAt([{ kind, slug, revision }]);
  return found ?? (revision < entry.revision ? findRevision(services, entry, revision) : null);
}
