import { decodeKeyText } from '../bson/index-key.js';
import { TypeRank } from '../bson/values.js';
import type { Collection } from '../storage/collection.js';
import type { Index } from '../storage/index-definition.js';
import { INDEXED_VALUES_OFFSET, recordNumberOfEntryKey } from '../storage/lmdb-encoding.js';
import type { Storage } from '../storage/storage.js';
import type { Filter } from './compile-filter.js';
import { mayContainArrayIndex } from './dotted-paths.js';
import { prefixRangeEnd, FULL_INTERVAL, keyRangeOfType } from './plan/index-bounds.js';
import { type KeyRange, planIndexScan } from './plan/index-scan-plan.js';
import { splitConjunction, containsAllMatches } from './plan/planner.js';

/** The records that match a filter. */
export interface RecordSet {
  size: number;
  /** Whether the set contains every record of the collection. */
  isAll: boolean;
  has: (record: number) => boolean;
}

interface KeyTest {
  index: Index;
  ranges: readonly KeyRange[];
  /** Whether the key ranges select the records to exclude, not the matching ones. */
  excludes: boolean;
  /** Additional test of the string in a key; undefined if all keys in the ranges pass. */
  test: ((text: string) => boolean) | undefined;
  entryCount: number;
}

function isCounted({ index, ranges, excludes, test }: KeyTest): boolean {
  return (
    !excludes && !test && (!index.multikey.includes(true) || (ranges.length === 1 && isOneValue(index, ranges[0]!)))
  );
}

const isOneValue = ({ fields }: Index, { start, end }: KeyRange) =>
  fields.length === 1 && start.length > 1 && prefixRangeEnd(start).equals(end);

const EXCLUDED_LEVEL = 255;
/** Number of entries to read before yielding to the event loop. */
const ENTRIES_PER_TICK = 256;

/**
 * Finds matching records by index keys alone: reading a key takes a tenth of the time of reading a document.
 * @param maxEntries maximum number of entries to read
 * @param sizeOnly whether the caller needs only `size`; `has` may then be wrong
 * @returns undefined if keys do not suffice, if more than `maxEntries` would be read, or on a concurrent write
 */
export function* findRecordsByIndexKeys(
  storage: Storage,
  collection: Collection,
  filter: Filter,
  maxEntries: number,
  sizeOnly = false,
): Generator<undefined, RecordSet | undefined> {
  const tests: KeyTest[] = [];
  let remaining = maxEntries;
  for (const predicate of splitConjunction(filter)) {
    const test = findKeyTest(storage, collection, predicate, remaining);
    if (!test) return undefined;
    tests.push(test);
    remaining -= test.entryCount;
  }
  const { version, nextRecord, count } = collection;
  if (storage.commit.isBusy) return undefined;
  if (sizeOnly) {
    const usefulTests = tests.filter(({ excludes, entryCount }) => !excludes || entryCount > 0);
    if (usefulTests.length === 1 && isCounted(usefulTests[0]!))
      return { size: usefulTests[0]!.entryCount, isAll: false, has: () => false };
  }
  tests.sort((a, b) => Number(b.excludes) - Number(a.excludes) || a.entryCount - b.entryCount);
  const levels = new Uint8Array(nextRecord);
  let size = count;
  let level = 0;
  for (const { index, ranges, excludes, test } of tests) {
    const newLevel = excludes ? EXCLUDED_LEVEL : level + 1;
    let foundCount = 0;
    for (const { start, end } of ranges) {
      const records = test
        ? yield* matchKeyTexts(storage.scanKeys(index, start, end), test)
        : yield* storage.readRecordNumbers(index, start, end);
      for (const record of records) {
        if (levels[record] !== level) continue;
        levels[record] = newLevel;
        foundCount++;
      }
    }
    size = excludes ? size - foundCount : foundCount;
    if (!excludes) level++;
  }
  if (version !== collection.version || storage.commit.isBusy) return undefined;
  return { size, isAll: size === count, has: (record) => levels[record] === level };
}

function* matchKeyTexts(keys: Iterable<Buffer>, test: (text: string) => boolean): Generator<undefined, number[]> {
  const records: number[] = [];
  let keysRead = 0;
  for (const key of keys) {
    if (++keysRead % ENTRIES_PER_TICK === 0) yield undefined;
    if (test(decodeKeyText(key, INDEXED_VALUES_OFFSET))) records.push(recordNumberOfEntryKey(key));
  }
  return records;
}

/** Returns the cheapest index-key test for a predicate; undefined if each would read more than `maxEntries` entries. */
function findKeyTest(
  storage: Storage,
  collection: Collection,
  predicate: Filter,
  maxEntries: number,
): KeyTest | undefined {
  if (predicate.kind === 'not') {
    const conjuncts = splitConjunction(predicate.part);
    if (conjuncts.length !== 1 || conjuncts[0]!.kind !== 'field') return undefined;
    const test = findKeyTest(storage, collection, conjuncts[0]!, maxEntries);
    return test ? { ...test, excludes: !test.excludes } : undefined;
  }
  if (predicate.kind !== 'field') return undefined;
  for (const index of collection.indexes) {
    if (index.unique || index.fields[0]!.name !== predicate.name || !containsAllMatches(index, [predicate])) continue;
    const toSizedTest = (
      ranges: readonly KeyRange[],
      restOfTest: Pick<KeyTest, 'excludes' | 'test'>,
    ): KeyTest | undefined => {
      let entryCount = 0;
      for (const { start, end } of ranges) {
        entryCount += storage.countEntries(index, start, end, maxEntries + 1 - entryCount);
        if (entryCount > maxEntries) return undefined;
      }
      return { index, ranges, entryCount, ...restOfTest };
    };
    const plan = planIndexScan(index, [predicate], []);
    const decidingPlan = plan?.residual.length === 0 ? plan : undefined;
    const hasAllKeys = index.entryCount === collection.count && !index.multikey.includes(true);
    const complementTest =
      decidingPlan && hasAllKeys
        ? toSizedTest(computeComplement(decidingPlan.ranges), { excludes: true, test: undefined })
        : undefined;
    if (complementTest && complementTest.entryCount <= MAX_NON_MATCHING) return complementTest;
    const rangeTest = decidingPlan
      ? toSizedTest(decidingPlan.ranges, { excludes: false, test: undefined })
      : index.entryCount <= maxEntries && canTestKeys(index, predicate)
        ? {
            index,
            ranges: [keyRangeOfType(TypeRank.String)],
            entryCount: index.entryCount,
            excludes: false,
            test: predicate.test,
          }
        : undefined;
    if (rangeTest && complementTest)
      return rangeTest.entryCount <= complementTest.entryCount ? rangeTest : complementTest;
    if (rangeTest ?? complementTest) return rangeTest ?? complementTest;
  }
  return undefined;
}

/** Maximum number of non-matching entries that are read in place of the matching ones without comparing costs. */
const MAX_NON_MATCHING = 100;

function canTestKeys(index: Index, predicate: Filter & { kind: 'field' }): boolean {
  const firstField = index.fields[0]!;
  if (predicate.operator !== '$regex' || mayContainArrayIndex(firstField.path)) return false;
  return !index.hasLongKeys && !firstField.descending;
}

function computeComplement(ranges: readonly KeyRange[]): KeyRange[] {
  const starts = [FULL_INTERVAL.low, ...ranges.map(({ end }) => end)];
  const ends = [...ranges.map(({ start }) => start), FULL_INTERVAL.high];
  return starts.map((start, i) => ({ start, end: ends[i]! }));
}
