import type { Services } from './linked-entries.js';
import { nowhere, Report } from './problem.js';
import { storedPart } from './relink.js';
import { ReadOnce } from './read-once.js';
import type { RecordToSave } from './save.js';
import { keysToRead, saveRecords } from './save.js';
import { shapeRecord } from './shape.js';
import type { Collision } from './three-way.js';
import { mergeRecords } from './three-way.js';
import type { SaveResult, Signature } from './write.js';

/** As when it is saved; where it collides with what others wrote, the fields in which it does. */
export type MergeResult = SaveResult & { collisions?: readonly Collision[] };

/** Others may come between so often before the writer is told. */
const MOST_TRIES = 50;

/**
 * Saves a record that was made against an earlier revision, joined with what others changed since. Nothing is written
 * where both changed the same field in different ways.
 */
export async function saveMerged(
  services: Services,
  toSave: RecordToSave,
  signature: Signature,
  known = new ReadOnce(services.store.entries),
): Promise<MergeResult> {
  const { store, model } = services;
  const { kind, slug, expectedRevision } = toSave;
  let record = toSave;
  let read = known;
  for (let tries = 1; ; tries += 1) {
    const result = await saveRecords(services, [record], signature, read);
    if (result.outcome !== 'CONFLICT' || tries === MOST_TRIES) return result;
    read = new ReadOnce(store.entries);
    await read.read(keysToRead(model, record));
    const theirs = read.newest({ kind: kind.name, slug });
    const [base] = await store.log.revisionsAt([{ kind: kind.name, slug, revision: expectedRevision }]);
    if (!theirs || !base || theirs.status === 'RETIRED') return result;
    const originalLocale = toSave.originalLocale ?? theirs.originalLocale;
    const report = new Report(null, nowhere, []);
    const yours = shapeRecord(model, kind, toSave.raw, { originalLocale, report });
    const merged = mergeRecords(model, kind, {
      base: storedPart(kind, base.record),
      yours: storedPart(kind, yours),
      theirs: storedPart(kind, theirs.record),
    });
    if (merged.collisions.length > 0) return { ...result, collisions: merged.collisions };
    record = { ...toSave, raw: merged.record, expectedRevision: theirs.revision };
  }
}
