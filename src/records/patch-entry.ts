import { type Field, findField, type Kind, type Model, type Shape } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import { type EntryCommand, findEntryForCommand, type LifecycleResult } from './entry-command.js';
import type { RecordServices } from './read-entries-for-validation.js';
import type { EntryReadCache } from './entry-read-cache.js';
import { withoutComputedFields } from './replace-links.js';
import { findBaseRevision } from './save-with-merge.js';

/** The patched record, or the result that rejects the patch. */
export type PatchResult = { record: EntryRecord } | { refused: LifecycleResult };

/** Applies changes to the revision that they are based on. Texts merge by locale, objects by field; lists are replaced. */
export async function patchEntry(
  services: RecordServices,
  command: EntryCommand,
  changes: EntryRecord,
  entryCache: EntryReadCache,
): Promise<PatchResult> {
  const { kind, slug, expectedRevision } = command;
  const state = await findEntryForCommand(services, command, entryCache);
  if (!('outcome' in state)) return toPatchResult(services.model, kind, state.record, changes);
  const newest = entryCache.newest({ kind: kind.name, slug });
  if (state.outcome !== 'CONFLICT' || !newest) return { refused: state };
  const baseRevision = await findBaseRevision(services, newest, expectedRevision);
  return baseRevision ? toPatchResult(services.model, kind, baseRevision.record, changes) : { refused: state };
}

function toPatchResult(model: Model, kind: Kind, record: EntryRecord, changes: EntryRecord): PatchResult {
  return { record: patchRecord(model, kind, withoutComputedFields(kind, record), changes) };
}

function patchRecord(model: Model, shape: Shape, record: EntryRecord, changes: EntryRecord): EntryRecord {
  const changedFields = Object.entries(changes).map(([name, value]) => {
    const field = findField(shape, name);
    return [name, field ? patchValue(model, field, record[name], value) : value] as const;
  });
  return { ...record, ...Object.fromEntries(changedFields) };
}

function patchValue(model: Model, field: Field, before: unknown, after: unknown): unknown {
  if (field.list || !isRecord(before) || !isRecord(after)) return after;
  if (field.localised) return { ...before, ...after };
  return field.category === 'object' ? patchRecord(model, model.shape(field.type), before, after) : after;
}

function isRecord(value: unknown): value is EntryRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
