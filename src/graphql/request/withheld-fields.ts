import { isSlug } from '../../model/entry-key.js';
import {
  type Field,
  findField,
  type Kind,
  type Model,
  type Role,
  type Shape,
  storedFields,
} from '../../model/model.js';
import type { ProblemPath } from '../../records/problem.js';
import type { EntryReadCache } from '../../records/entry-read-cache.js';
import type { RecordToSave } from '../../records/save-records.js';
import type { EntryRecord } from '../../store/entries.js';
import { hasRole, accessDeniedError } from '../../model/roles.js';

/** Whether a path contains a field that a role may not see. */
export function isWithheld(model: Model, kind: Kind, path: ProblemPath, role: Role): boolean {
  let shape: Shape | null = kind;
  for (const part of path) {
    if (typeof part === 'number' || !shape) continue;
    const field = findField(shape, part);
    if (!field) return false;
    if (!hasRole(role, field.audience)) return true;
    shape = field.category === 'object' ? model.shape(field.type) : null;
  }
  return false;
}

/** Returns a record without the fields that a role may not see. */
export function withoutWithheldFields(kind: Kind, record: EntryRecord, role: Role): EntryRecord {
  const withheldNames = new Set(withheldFields(kind, role).map(({ name }) => name));
  return Object.fromEntries(Object.entries(record).filter(([name]) => !withheldNames.has(name)));
}

/** Rejects changes to fields that the writer may not see. @throws AppError FORBIDDEN */
export function rejectWithheldChanges(role: Role, kind: Kind, changes: EntryRecord): void {
  const withheldField = withheldFields(kind, role).find(({ name }) => changes[name] !== undefined);
  if (withheldField)
    throw accessDeniedError(role, `"${withheldField.name}" requires the role ${withheldField.audience}; remove it.`);
}

/**
 * Adds the stored values of fields that the writer may not see to a submitted record, so that saving it preserves them.
 * @throws AppError FORBIDDEN if the record contains such a field
 */
export function preserveWithheldFields(
  role: Role,
  { kind, slug, raw }: RecordToSave,
  entryCache: EntryReadCache,
): unknown {
  const withheld = withheldFields(kind, role);
  if (withheld.length === 0 || !isObject(raw)) return raw;
  rejectWithheldChanges(role, kind, Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null)));
  if (!isSlug(slug)) return raw;
  const current = entryCache.newest({ kind: kind.name, slug })?.record ?? {};
  const storedValues = withheld.flatMap(({ name }) => (current[name] == null ? [] : [[name, current[name]]]));
  return { ...raw, ...(Object.fromEntries(storedValues) as EntryRecord) };
}

function withheldFields(kind: Kind, role: Role): Field[] {
  return storedFields(kind).filter(({ audience }) => !hasRole(role, audience));
}

function isObject(value: unknown): value is EntryRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
