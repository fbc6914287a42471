import type { Kind, Model, Role, Shape } from '../../model/model.js';
import { fieldOf, storedFields } from '../../model/model.js';
import type { Path } from '../../records/problem.js';
import type { EntryRecord, StoredEntry } from '../../store/entries.js';
import { mayDo, notAllowed } from '../../model/roles.js';

/** Whether a path leads through a field that a role may not see. */
export function isWithheld(model: Model, kind: Kind, path: Path, role: Role): boolean {
  let shape: Shape | null = kind;
  for (const part of path) {
    if (typeof part === 'number' || !shape) continue;
    const field = fieldOf(shape, part);
    if (!field) return false;
    if (!mayDo(role, field.audience)) return true;
    shape = field.nature === 'object' ? model.shape(field.type) : null;
  }
  return false;
}

/**
 * What a writer sent of a record, with the fields as they are that the writer may not see: a record is written whole, and
 * what was never shown would be lost.
 *
 * @throws AppError FORBIDDEN  such a field was sent
 */
export function withheldKept(role: Role, kind: Kind, current: StoredEntry | null, record: EntryRecord): EntryRecord {
  const withheld = storedFields(kind).filter(({ audience }) => !mayDo(role, audience));
  if (withheld.length === 0) return record;
  const given = withheld.find(({ name }) => record[name] !== undefined && record[name] !== null);
  if (given) throw notAllowed(role, `"${given.name}" is for the role ${given.audience}; leave it out.`);
  const kept = withheld.flatMap(({ name }) => (current?.record[name] == null ? [] : [[name, current.record[name]]]));
  return { ...record, ...(Object.fromEntries(kept) as EntryRecord) };
}
