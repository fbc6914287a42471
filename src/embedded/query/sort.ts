import { compareValues } from '../bson/compare-values.js';
import { toBsonName } from '../bson/field-names.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { parsePath, type SegmentedPath } from './dotted-paths.js';
import { collectCompoundKeys } from './compound-keys.js';

export interface SortField {
  name: string;
  path: SegmentedPath;
  descending: boolean;
}

/** Parses `{ a: 1, b: -1 }`. @throws CommandError BadValue */
export function parseSort(sort: Value | undefined): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw new CommandError('TypeMismatch', 'Expected field sort to be of type object');
  return Object.entries(sort).map(([decodedName, direction]) => {
    const name = toBsonName(decodedName);
    if (isDoc(direction) && '$meta' in direction)
      throw new CommandError('BadValue', unsupportedMessage('Sort by $meta'));
    const number = isNumeric(direction) ? toDouble(direction) : NaN;
    if (number !== 1 && number !== -1) {
      throw new CommandError('Location15975', '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    if (name === '' || name.split('.').includes('')) {
      throw new CommandError('Location15998', 'FieldPath field names may not be empty strings.');
    }
    if (name.startsWith('$')) {
      throw new CommandError('Location16410', `Field name "${name}" can't start with $ in a sort`);
    }
    return { name, path: parsePath(name), descending: number < 0 };
  });
}

/** Returns the sort values; for an array, its first item in sort order. @throws CommandError BadValue two are arrays */
function sortKey(doc: Doc, sort: readonly SortField[]): Value[] {
  const compoundKeys = collectCompoundKeys(sort, doc);
  if (!compoundKeys) throw new CommandError('BadValue', 'cannot sort with keys that are parallel arrays');
  const keys = compoundKeys.keys.map((tuple) => tuple.map((value) => (value === undefined ? null : value)));
  if (keys.length === 1) return keys[0]!;
  const compare = compareSortKeys(sort);
  return keys.reduce((first, key) => (compare(key, first) < 0 ? key : first));
}

function compareSortKeys(sort: readonly SortField[]) {
  return (a: readonly Value[], b: readonly Value[]): number => {
    for (let i = 0; i < sort.length; i++) {
      const difference = compareValues(a[i], b[i]);
      if (difference !== 0) return sort[i]!.descending ? -difference : difference;
    }
    return 0;
  };
}

/** Stable sort of a stream. Stores at most about twice `limit` items; all if it is 0. */
export class Sorter<T> {
  private items: { key: Value[]; item: T; index: number }[] = [];
  private count = 0;
  private readonly compareKeys: (a: readonly Value[], b: readonly Value[]) => number;

  constructor(
    private readonly sort: readonly SortField[],
    private readonly limit: number,
  ) {
    this.compareKeys = compareSortKeys(sort);
  }

  add(doc: Doc, item: T): void {
    this.items.push({ key: sortKey(doc, this.sort), item, index: this.count++ });
    if (this.limit > 0 && this.items.length >= 2 * this.limit + 64) this.trim();
  }

  private trim(): void {
    this.items.sort((a, b) => this.compareKeys(a.key, b.key) || a.index - b.index);
    if (this.limit > 0 && this.items.length > this.limit) this.items.length = this.limit;
  }

  result(): T[] {
    this.trim();
    return this.items.map(({ item }) => item);
  }
}
