import type { StringOrder } from './compare.js';
import { compareValues } from './compare.js';
import { encodeKey } from './index-key.js';
import type { Value } from './values.js';

/** Entries of one chunk, at most; beyond, it is cut in two. */
const MOST_IN_CHUNK = 512;

interface Entry<T> {
  value: Value;
  item: T;
}

/**
 * Items by value, where values are equal as MongoDB compares them; in the order in which they were added.
 *
 * With a collation the first value of those that compare equal stands for all. A collation has no keys to hash by, so
 * each new spelling is searched for among the sorted values, and only the next time found by its key. The sorted values
 * are in chunks, or adding many would move all of them each time.
 */
export class ValueMap<T> {
  private readonly byKey = new Map<string, Entry<T>>();
  /** By a collation, in the order in which they were added, since there one may have several keys. */
  private readonly added: Entry<T>[] = [];
  private readonly chunks: Entry<T>[][] = [];
  /** The last value that was looked for, which is often added next, and its key. */
  private asked: Value = null;
  private askedKey = '';

  constructor(private readonly order?: StringOrder | undefined) {}

  get size(): number {
    return this.order ? this.added.length : this.byKey.size;
  }

  /** The item under a value that is equal to this one. */
  get(value: Value): T | undefined {
    const key = equalityKey(value);
    const known = this.byKey.get(key);
    if (known) return known.item;
    this.asked = value;
    this.askedKey = key;
    if (!this.order) return undefined;
    const { chunk, at } = this.place(value);
    const found = this.chunks[chunk]?.[at];
    if (!found || compareValues(found.value, value, this.order) !== 0) return undefined;
    this.byKey.set(key, found);
    return found.item;
  }

  /** Adds an item under a value that has none yet. */
  add(value: Value, item: T): void {
    const entry = { value, item };
    this.byKey.set(this.askedKey !== '' && this.asked === value ? this.askedKey : equalityKey(value), entry);
    if (!this.order) return;
    this.added.push(entry);
    this.insert(entry);
  }

  /** The values that items were added under. */
  values(): Value[] {
    return this.entries().map(({ value }) => value);
  }

  items(): T[] {
    return this.entries().map(({ item }) => item);
  }

  private entries(): Entry<T>[] {
    return this.order ? this.added : [...this.byKey.values()];
  }

  /** Where the first value is that is not below this one. */
  private place(value: Value): { chunk: number; at: number } {
    const isBelow = (entry: Entry<T>) => compareValues(entry.value, value, this.order) < 0;
    const chunk = firstFrom(this.chunks.length, (i) => !isBelow(this.chunks[i]!.at(-1)!));
    const entries = this.chunks[chunk] ?? [];
    return { chunk, at: firstFrom(entries.length, (i) => !isBelow(entries[i]!)) };
  }

  private insert(entry: Entry<T>): void {
    const { chunk, at } = this.place(entry.value);
    const entries = this.chunks[chunk] ?? this.chunks.at(-1);
    if (!entries) {
      this.chunks.push([entry]);
      return;
    }
    entries.splice(chunk < this.chunks.length ? at : entries.length, 0, entry);
    if (entries.length <= MOST_IN_CHUNK) return;
    this.chunks.splice(this.chunks.indexOf(entries) + 1, 0, entries.splice(MOST_IN_CHUNK / 2));
  }
}

/** The first of so many places that is past a border; their number when none is. */
function firstFrom(length: number, isPast: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Equal values have equal keys; text, the most common, needs no encoding. */
function equalityKey(value: Value): string {
  return typeof value === 'string' ? `s${value}` : `k${encodeKey([value]).toString('latin1')}`;
}

/** Items told apart by value, each kept once, in the order of its first appearance. */
export function distinct(items: readonly Value[], order: StringOrder | undefined): ValueMap<true> {
  const seen = new ValueMap<true>(order);
  for (const item of items) if (!seen.get(item)) seen.add(item, true);
  return seen;
}
