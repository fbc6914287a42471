import { encodeKey } from './index-key.js';
import type { Value } from './values.js';

/** Items by value, where values are equal as MongoDB compares them; in the order in which they were added. */
export class ValueMap<T> {
  private readonly byKey = new Map<string, { value: Value; item: T }>();
  /** The last value that was looked for, which is often added next, and its key. */
  private asked: Value = null;
  private askedKey = '';

  /** The item under a value that is equal to this one. */
  get(value: Value): T | undefined {
    this.asked = value;
    this.askedKey = equalityKey(value);
    return this.byKey.get(this.askedKey)?.item;
  }

  /** Adds an item under a value that has none yet. */
  add(value: Value, item: T): void {
    const key = this.askedKey !== '' && this.asked === value ? this.askedKey : equalityKey(value);
    this.byKey.set(key, { value, item });
  }

  /** The values that items were added under. */
  values(): Value[] {
    return Array.from(this.byKey.values(), ({ value }) => value);
  }

  items(): T[] {
    return Array.from(this.byKey.values(), ({ item }) => item);
  }
}

/** Equal values have equal keys; text, the most common, needs no encoding. */
function equalityKey(value: Value): string {
  return typeof value === 'string' ? `s${value}` : `k${encodeKey([value]).toString('latin1')}`;
}

/** Items told apart by value, each kept once, in the order of its first appearance. */
export function distinct(items: readonly Value[]): ValueMap<true> {
  const seen = new ValueMap<true>();
  for (const item of items) if (!seen.get(item)) seen.add(item, true);
  return seen;
}
