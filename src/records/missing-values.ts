import type { Kind, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';

/**
 * Paths of values that publishing requires and a record lacks, as after a field became required; each once, with `[]`
 * for list items.
 */
export function missingValues(model: Model, kind: Kind, record: EntryRecord): string[] {
  return [...new Set(missingIn(model, kind, record, ''))];
}

function missingIn(model: Model, shape: Shape, record: EntryRecord, above: string): string[] {
  return storedFields(shape).flatMap((field) => {
    const value = record[field.name] ?? null;
    const path = `${above}${field.name}`;
    // Absent lists count as empty.
    if (value === null) return field.required && !field.list ? [path] : [];
    if (field.nature !== 'object') return [];
    const inner = model.shape(field.type);
    return Array.isArray(value)
      ? value.flatMap((each) => missingIn(model, inner, each as EntryRecord, `${path}[].`))
      : missingIn(model, inner, value as EntryRecord, `${path}.`);
  });
}
