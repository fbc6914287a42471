import type { Kind, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';

/** Returns the distinct paths of values that publication requires and a record lacks. List items are `[]`. */
export function missingValues(model: Model, kind: Kind, record: EntryRecord): string[] {
  return [...new Set(missingIn(model, kind, record, ''))];
}

function missingIn(model: Model, shape: Shape, record: EntryRecord, parentPath: string): string[] {
  return storedFields(shape).flatMap((field) => {
    const value = record[field.name] ?? null;
    const path = `${parentPath}${field.name}`;
    // Absent lists count as empty.
    if (field.nonEmpty && ((value ?? []) as unknown[]).length === 0) return [path];
    if (value === null) return field.required && !field.list ? [path] : [];
    if (field.nature !== 'object') return [];
    const inner = model.shape(field.type);
    return Array.isArray(value)
      ? value.flatMap((item) => missingIn(model, inner, item as EntryRecord, `${path}[].`))
      : missingIn(model, inner, value as EntryRecord, `${path}.`);
  });
}
