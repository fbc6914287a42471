import { MAX_KEY_BYTES } from '../../bson/index-key.js';
import type { Index } from '../../storage/index-definition.js';
import {
  type Bounds,
  findBounds,
  FULL_INTERVAL,
  intersectIntervals,
  type Interval,
  invertBytes,
  invertInterval,
  prefixRangeEnd,
} from './index-bounds.js';
import type { Filter } from '../compile-filter.js';
import { mayContainArrayIndex } from '../dotted-paths.js';
import type { SortField } from '../sort.js';

/** Maximum number of key ranges for combinations of field values. For more, the scan uses wider ranges. */
const MAX_RANGES = 50_000;

export interface KeyRange {
  start: Buffer;
  end: Buffer;
}

export interface IndexScanPlan {
  kind: 'index';
  index: Index;
  ranges: KeyRange[];
  /** Complete keys to look up in a unique index, with at most one entry each; undefined for a scan of ranges. */
  keys: Buffer[] | undefined;
  reverse: boolean;
  /** Predicates that keys do not fully decide, so that each document is tested. */
  residual: Filter[];
  ordered: boolean;
  /** Number of leading fields that the ranges restrict. */
  restrictedFieldCount: number;
  points: boolean;
  /** Expected number of documents to read in sort order; undefined unless it was estimated. */
  expected?: number;
  bounds: { name: string; intervals: Interval[] }[];
}

interface FieldBounds {
  intervals: Interval[];
  decidedFilters: Set<Filter>;
}

function fieldBounds(index: Index, fieldIndex: number, predicates: Filter[]): FieldBounds | undefined {
  const { name, path } = index.fields[fieldIndex]!;
  if (mayContainArrayIndex(path) || sharesArray(index, fieldIndex)) return undefined;
  const multikey = index.multikey[fieldIndex] ?? false;
  let bestBounds: { bounds: Bounds; predicate: Filter } | undefined;
  let intervals: Interval[] | undefined;
  const decidedFilters = new Set<Filter>();
  for (const predicate of predicates) {
    if (predicate.kind !== 'field' || predicate.name !== name) continue;
    const bounds = findBounds(predicate, multikey);
    if (!bounds) continue;
    if (!multikey) {
      intervals = intervals ? intersectIntervals(intervals, bounds.intervals) : bounds.intervals;
      if (bounds.exact) decidedFilters.add(predicate);
    } else if (!bestBounds || (!areAllPoints(bestBounds.bounds) && areAllPoints(bounds))) {
      bestBounds = { bounds, predicate }; // different items may match different predicates, so only one can restrict the ranges
    }
  }
  if (bestBounds) {
    intervals = bestBounds.bounds.intervals;
    if (bestBounds.bounds.exact) decidedFilters.add(bestBounds.predicate);
  }
  return intervals && { intervals, decidedFilters };
}

/** Whether this field and an earlier one may have keys from different items of an array. */
function sharesArray(index: Index, fieldIndex: number): boolean {
  const { fields, multikey } = index;
  const firstName = fields[fieldIndex]!.path[0]!.decodedName;
  return (
    multikey[fieldIndex] === true &&
    fields.slice(0, fieldIndex).some(({ path }, i) => multikey[i] && path[0]!.decodedName === firstName)
  );
}

const areAllPoints = (bounds: Bounds) => bounds.intervals.every(({ point }) => point);

/** Plans a scan of an index; undefined if the index helps neither the predicates nor the sort, unless `forced`. */
export function planIndexScan(
  index: Index,
  predicates: Filter[],
  sort: readonly SortField[],
  forced = false,
): IndexScanPlan | undefined {
  const decidedFilters = new Set<Filter>();
  const bounds: IndexScanPlan['bounds'] = [];
  let prefixes: Buffer[] = [FULL_INTERVAL.low];
  let ranges: KeyRange[] | undefined;
  let restrictedFieldCount = 0;
  let points = true;
  let singleCount = 0;
  for (let fieldIndex = 0; fieldIndex < index.fields.length && !ranges; fieldIndex++) {
    const boundsOfField = fieldBounds(index, fieldIndex, predicates);
    if (!boundsOfField) break;
    const { name, descending } = index.fields[fieldIndex]!;
    bounds.push({ name, intervals: boundsOfField.intervals });
    restrictedFieldCount++;
    for (const predicate of boundsOfField.decidedFilters) decidedFilters.add(predicate);
    const allPoints = boundsOfField.intervals.every(({ point }) => point);
    if (allPoints && boundsOfField.intervals.length * prefixes.length <= MAX_RANGES) {
      const keys = boundsOfField.intervals.map(({ low }) => (descending ? invertBytes(low) : low));
      if (descending) keys.reverse();
      prefixes =
        fieldIndex === 0 ? keys : prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])));
      if (boundsOfField.intervals.length === 1 && singleCount === fieldIndex) singleCount = fieldIndex + 1;
      continue;
    }
    points = false;
    let intervals = boundsOfField.intervals;
    if (intervals.length * prefixes.length > MAX_RANGES) {
      intervals = [{ low: intervals[0]!.low, high: intervals.at(-1)!.high, point: false }];
      for (const predicate of boundsOfField.decidedFilters) decidedFilters.delete(predicate);
    }
    if (descending) intervals = intervals.map(invertInterval).reverse();
    ranges = prefixes.flatMap((prefix) =>
      intervals.map(({ low, high }) => ({
        start: Buffer.concat([prefix, low]),
        end: Buffer.concat([prefix, high]),
      })),
    );
  }
  ranges ??= prefixes.map((prefix) =>
    prefix.length === 0
      ? { start: FULL_INTERVAL.low, end: FULL_INTERVAL.high }
      : { start: prefix, end: prefixRangeEnd(prefix) },
  );
  const order = scanDirection(index, sort, singleCount, restrictedFieldCount);
  if (restrictedFieldCount === 0 && order === 'none' && !forced) return undefined;
  const hasLongKeys = ranges.some(({ start, end }) => start.length > MAX_KEY_BYTES || end.length > MAX_KEY_BYTES);
  return {
    kind: 'index',
    index,
    keys: index.unique && points && restrictedFieldCount === index.fields.length && !hasLongKeys ? prefixes : undefined,
    ranges: hasLongKeys ? ranges.map(truncateRange) : ranges,
    reverse: order === 'backward',
    residual: hasLongKeys ? predicates : predicates.filter((predicate) => !decidedFilters.has(predicate)),
    ordered: order !== 'none',
    restrictedFieldCount,
    points,
    bounds,
  };
}

/** Truncates the ends of a range to the maximum key length, so that it includes the truncated keys. */
function truncateRange({ start, end }: KeyRange): KeyRange {
  return {
    start: start.subarray(0, MAX_KEY_BYTES),
    end: end.length > MAX_KEY_BYTES ? prefixRangeEnd(end.subarray(0, MAX_KEY_BYTES)) : end,
  };
}

function scanDirection(
  index: Index,
  sort: readonly SortField[],
  singleCount: number,
  restrictedCount: number,
): 'forward' | 'backward' | 'none' {
  if (sort.length === 0 || index.hasLongKeys) return sort.length === 0 && restrictedCount > 0 ? 'forward' : 'none';
  let isBackward: boolean | undefined;
  let fieldIndex = 0;
  // A field with arrays has no fixed value: one item may match the query, and another may determine the order.
  const isFixed = (i: number) => i < singleCount && !index.multikey[i];
  const fixedNames = new Set(index.fields.filter((_, i) => isFixed(i)).map(({ name }) => name));
  for (const { name, descending } of sort) {
    if (fixedNames.has(name) && index.fields[fieldIndex]?.name !== name) continue;
    while (fieldIndex < singleCount && index.fields[fieldIndex]!.name !== name) fieldIndex++;
    const field = index.fields[fieldIndex];
    if (!field || field.name !== name || index.multikey[fieldIndex]) return 'none';
    fieldIndex++;
    if (fixedNames.has(name)) continue;
    const isFieldBackward = field.descending !== descending;
    if (isBackward !== undefined && isBackward !== isFieldBackward) return 'none';
    isBackward = isFieldBackward;
  }
  return isBackward ? 'backward' : 'forward';
}
