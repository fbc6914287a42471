import { encodeKey } from './index-key.js';
import type { Value } from './values.js';

/** A map whose keys are equal as MongoDB compares values, in insertion order. */
export class ValueMap<T> {
  private readonly byKey = new Map<string, { value: Value; item: T }>();
  /** The last key that was looked up, which is often added next. */
  private requested: Value = null;
  private requestedKey = '';

  get(value: Value): T | undefined {
    this.requested = value;
    this.requestedKey = equalityKey(value);
    return this.byKey.get(this.requestedKey)?.item;
  }

  /** Adds an item under a new value. */
  add(value: Value, item: T): void {
    const key = this.requestedKey !== '' && this.requested === value ? this.requestedKey : equalityKey(value);
    this.byKey.set(key, { value, item });
  }

  values(): Value[] {
    return Array.from(this.byKey.values(), ({ value }) => value);
  }

  items(): T[] {
    return Array.from(this.byKey.values(), ({ item }) => item);
  }
}

/** Equal values have equal keys. Text needs no encoding. */
function equalityKey(value: Value): string {
  return typeof value === 'string' ? `s${value}` : `k${encodeKey([value]).toString('latin1')}`;
}

/** The distinct values, in order of appearance. */
export function distinct(items: readonly Value[]): ValueMap<true> {
  const seen = new ValueMap<true>();
  for (const item of items) if (!seen.get(item)) seen.add(item, true);
  return seen;
}
