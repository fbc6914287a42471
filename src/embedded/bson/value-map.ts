import { encodeIndexKey } from './index-key.js';
import type { Value } from './values.js';

/** A map with BSON values as keys, which are compared as in MongoDB. Retains the insertion order. */
export class ValueMap<T> {
  private readonly byKey = new Map<string, { value: Value; item: T }>();

  get(value: Value): T | undefined {
    return this.byKey.get(equalityKey(value))?.item;
  }

  set(value: Value, item: T): void {
    this.byKey.set(equalityKey(value), { value, item });
  }

  values(): Value[] {
    return Array.from(this.byKey.values(), ({ value }) => value);
  }

  items(): T[] {
    return Array.from(this.byKey.values(), ({ item }) => item);
  }
}

/** Returns the same key for equal values. Strings need no encoding. */
function equalityKey(value: Value): string {
  return typeof value === 'string' ? `s${value}` : `k${encodeIndexKey([value]).toString('latin1')}`;
}

/** Returns a map whose keys are the distinct values, in order of first occurrence. */
export function distinctBsonValues(items: readonly Value[]): ValueMap<true> {
  const distinctValues = new ValueMap<true>();
  for (const item of items) if (!distinctValues.get(item)) distinctValues.set(item, true);
  return distinctValues;
}
