import { type Field, type Model, type Shape, storedFields } from './model.js';
import type { RecordPath } from './record-path.js';

/** A value in a record: of a field, or of one item in a list field. */
export interface StoredValue {
  field: Field;
  value: unknown;
  path: RecordPath;
}

/**
 * Yields the values of a record at any depth, in field order. An object precedes its nested values. Omits absent and
 * null values, and fields that are not included, with their nested values.
 */
export function* storedValues(
  model: Model,
  shape: Shape,
  record: unknown,
  isIncluded: (field: Field) => boolean = () => true,
  parentPath: RecordPath = [],
): Generator<StoredValue, void, undefined> {
  for (const field of storedFields(shape)) {
    const fieldValue = (record as Record<string, unknown>)[field.name] ?? null;
    if (fieldValue === null || !isIncluded(field)) continue;
    for (const [index, value] of (field.list ? (fieldValue as unknown[]) : [fieldValue]).entries()) {
      const path = [...parentPath, field.name, ...(field.list ? [index] : [])];
      yield { field, value, path };
      if (field.category === 'object') yield* storedValues(model, model.shape(field.type), value, isIncluded, path);
    }
  }
}
