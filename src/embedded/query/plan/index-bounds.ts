import { encodeIndexKey, MAX_KEY_BYTES } from '../../bson/index-key.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import { TypeRank, typeRankOf, type Value } from '../../bson/values.js';
import type { Filter } from '../compile-filter.js';
import { parseLiteralPattern } from '../literal-pattern.js';

/** Key range of one field: `low` inclusive, `high` exclusive, in ascending order. */
export interface Interval {
  low: Buffer;
  high: Buffer;
  point: boolean;
}

/** Key ranges that a predicate selects. */
export interface Bounds {
  intervals: Interval[];
  /** Whether every key in the ranges matches, so that documents need not be tested. */
  exact: boolean;
}

/** Returns the exclusive end of the key range with the given prefix. */
export function prefixRangeEnd(key: Buffer): Buffer {
  let length = key.length;
  while (length > 0 && key[length - 1] === 0xff) length--;
  const rangeEnd = Buffer.from(key.subarray(0, Math.max(length, 1)));
  if (length === 0) return Buffer.from([0xff, 0xff]);
  rangeEnd[length - 1]! += 1;
  return rangeEnd;
}

const typeStart = (rank: number) => Buffer.from([rank + 1]);
const typeEnd = (rank: number) => Buffer.from([rank + 2]);
export const keyRangeOfType = (rank: number) => ({ start: typeStart(rank), end: typeEnd(rank) });
const AFTER_NAN = prefixRangeEnd(encodeIndexKey([NaN]));

function pointInterval(value: Value): Interval {
  const low = encodeIndexKey([value]);
  return { low, high: prefixRangeEnd(low), point: true };
}

export const FULL_INTERVAL: Interval = { low: Buffer.alloc(0), high: Buffer.from([0xff, 0xff]), point: false };

/** Returns the key ranges of a predicate; undefined for all keys. @param multikey whether keys can be array items */
export function findBounds(predicate: Filter, multikey: boolean): Bounds | undefined {
  if (predicate.kind !== 'field') return undefined;
  const { operator, operand } = predicate;
  switch (operator) {
    case '$eq':
      return equalityBounds([operand], multikey);
    case '$in':
      return equalityBounds(operand as Value[], multikey);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return rangeBounds(operator, operand);
    case '$regex':
      return regexBounds(operand);
    case '$elemMatch':
      return elementBounds(predicate.items!);
    default:
      return undefined;
  }
}

function equalityBounds(operands: Value[], multikey: boolean): Bounds | undefined {
  const intervals: Interval[] = [];
  let exact = true;
  for (const operand of operands) {
    if (Array.isArray(operand) && multikey) return undefined;
    if (operand === null) {
      intervals.push(pointInterval(null));
      exact = false; // the key of null is shared by null and missing values
      continue;
    }
    const bounds = pointInterval(operand);
    if (bounds.low.length > MAX_KEY_BYTES) exact = false;
    intervals.push(bounds);
  }
  return { intervals: sortIntervals(intervals), exact };
}

function sortIntervals(intervals: Interval[]): Interval[] {
  if (intervals.length < 2) return intervals;
  intervals.sort((a, b) => Buffer.compare(a.low, b.low));
  return intervals.filter((interval, i) => i === 0 || !interval.low.equals(intervals[i - 1]!.low));
}

function rangeBounds(operator: string, operand: Value): Bounds | undefined {
  if (Array.isArray(operand)) return undefined;
  if (isNumeric(operand) && Number.isNaN(toDouble(operand))) return undefined;
  const rank = typeRankOf(operand);
  if (rank === TypeRank.Null) return undefined;
  const key = encodeIndexKey([operand]);
  const exact = key.length <= MAX_KEY_BYTES;
  const lowest = rank === TypeRank.Number ? AFTER_NAN : typeStart(rank);
  switch (operator) {
    case '$gt':
      return { intervals: [{ low: prefixRangeEnd(key), high: typeEnd(rank), point: false }], exact };
    case '$gte':
      return { intervals: [{ low: key, high: typeEnd(rank), point: false }], exact };
    case '$lt':
      return { intervals: [{ low: lowest, high: key, point: false }], exact };
    default:
      return { intervals: [{ low: lowest, high: prefixRangeEnd(key), point: false }], exact };
  }
}

function regexBounds(regex: Value): Bounds | undefined {
  const { text, isAnchored } = parseLiteralPattern(regex);
  if (!isAnchored || text === '') return undefined;
  const key = encodeIndexKey([text]);
  const low = key.subarray(0, key.length - 2); // without the terminator, so that it is a prefix of longer texts
  return { intervals: [{ low, high: prefixRangeEnd(low), point: false }], exact: false };
}

/** Returns the bounds of `$elemMatch` on values. One item must match all conditions, so their ranges intersect. */
function elementBounds(items: Filter): Bounds | undefined {
  if (items.kind !== 'and') return undefined;
  let intervals: Interval[] | undefined;
  for (const part of items.parts) {
    // An item that is an array has a single key; its own items have none.
    if (part.kind !== 'field' || part.path.length > 0 || part.operator === '$elemMatch') continue;
    const bounds = findBounds(part, true);
    if (bounds) intervals = intervals ? intersectIntervals(intervals, bounds.intervals) : bounds.intervals;
  }
  return intervals && { intervals, exact: false };
}

/** Returns the parts of the key space that two sorted lists of intervals have in common. */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const intersections: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [intervalA, intervalB] = [a[i]!, b[j]!];
    const low = Buffer.compare(intervalA.low, intervalB.low) >= 0 ? intervalA.low : intervalB.low;
    const isAFirst = Buffer.compare(intervalA.high, intervalB.high) <= 0;
    const high = isAFirst ? intervalA.high : intervalB.high;
    if (Buffer.compare(low, high) < 0) intersections.push({ low, high, point: intervalA.point || intervalB.point });
    if (isAFirst) i++;
    else j++;
  }
  return intersections;
}

/** Inverts a range for a descending field. Keys with the inverted `low` as prefix are inside, with `high` outside. */
export function invertInterval({ low, high, point }: Interval): Interval {
  return { low: keyAfterOrMax(invertBytes(high)), high: keyAfterOrMax(invertBytes(low)), point };
}

export function invertBytes(key: Buffer): Buffer {
  const invertedKey = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i++) invertedKey[i] = key[i]! ^ 0xff;
  return invertedKey;
}

const keyAfterOrMax = (key: Buffer): Buffer => (key.length === 0 ? FULL_INTERVAL.high : prefixRangeEnd(key));
