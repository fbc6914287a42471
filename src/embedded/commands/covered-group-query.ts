import { indexedValuesOfEntryKey, recordNumberOfEntryKey } from '../storage/lmdb-encoding.js';
import { encodeIndexKey, decodeKeyText } from '../bson/index-key.js';
import { decodeDocument } from '../bson/decode.js';
import { FieldSet } from '../bson/field-set.js';
import { toBsonInteger } from '../bson/numbers.js';
import { type Doc, isDoc, TypeRank, type Value } from '../bson/values.js';
import { FULL_INTERVAL, prefixRangeEnd } from '../query/plan/index-bounds.js';
import { countExamined, DOCUMENT_READ_COST, type QueryPlan } from '../query/plan/choose-cheapest-plan.js';
import { parsePath, type SegmentedPath } from '../query/dotted-paths.js';
import { findRecordsByIndexKeys, type RecordSet } from '../query/record-set.js';
import type { Collection } from '../storage/collection.js';
import { getValueAt, type Index } from '../storage/index-definition.js';
import type { Storage } from '../storage/storage.js';
import type { FindQuery } from './find.js';

export interface CountingGroup {
  path: SegmentedPath;
  name: string;
  /** Whether an `$unwind` precedes the group. Then each array item counts, and null or missing values do not. */
  unwinds: boolean;
  group: (value: Value, n: number) => Doc;
  rest: Value[];
}

/** Parses a leading `$group` that counts documents by one field, possibly after an `$unwind`; undefined for others. */
export function parseCountingGroup(stages: readonly Value[]): CountingGroup | undefined {
  const [firstStage, secondStage] = stages;
  const unwoundField = isDoc(firstStage) ? parseFieldName(firstStage.$unwind) : undefined;
  const stage = unwoundField === undefined ? firstStage : secondStage;
  const stagesAfter = stages.slice(unwoundField === undefined ? 1 : 2);
  if (!isDoc(stage)) return undefined;
  const grouping = parseGroupStage(stage.$group);
  if (!grouping || (unwoundField !== undefined && unwoundField !== grouping.name)) return undefined;
  return {
    ...grouping,
    path: parsePath(grouping.name),
    unwinds: unwoundField !== undefined,
    rest: stagesAfter,
  };
}

/** Parses `{ _id: '$field', n: { $sum: 1 } }`, or the same with `{ name: '$field' }` as `_id`. */
function parseGroupStage(spec: Value | undefined): Pick<CountingGroup, 'name' | 'group'> | undefined {
  if (!isDoc(spec)) return undefined;
  const { _id, ...fields } = spec;
  const idField = isDoc(_id) ? onlyKey(_id) : undefined;
  const name = parseFieldName(idField === undefined ? _id : (_id as Doc)[idField]);
  const counted = onlyKey(fields);
  const sum = counted === undefined ? undefined : fields[counted];
  if (name === undefined || idField?.startsWith('$') || !isDoc(sum) || onlyKey(sum) !== '$sum' || sum.$sum !== 1)
    return undefined;
  return {
    name,
    group: (value, n) => ({ _id: idField === undefined ? value : { [idField]: value }, [counted!]: toBsonInteger(n) }),
  };
}

const onlyKey = (doc: Doc) => (Object.keys(doc).length === 1 ? Object.keys(doc)[0] : undefined);

function parseFieldName(value: Value | undefined): string | undefined {
  return typeof value === 'string' && /^\$[^$.][^$]*$/.test(value) ? value.slice(1) : undefined;
}

/** Computes groups from index keys. Returns undefined if keys do not suffice, or if reading documents is cheaper. */
export function* groupByIndexKeys(
  storage: Storage,
  collection: Collection,
  query: FindQuery,
  plan: QueryPlan,
  grouping: CountingGroup,
): Generator<undefined, Doc[] | undefined> {
  const index = collection.indexes.find((candidate) => covers(candidate, grouping));
  if (!index || query.hint !== undefined) return undefined;
  const maxEntries = countExamined(storage, collection.count, plan) * DOCUMENT_READ_COST;
  if (index.entryCount > maxEntries) return undefined;
  const { version } = collection;
  const records = yield* findRecordsByIndexKeys(storage, collection, query.filter, maxEntries - index.entryCount);
  if (!records) return undefined;
  const groups: Doc[] = [];
  let groupedCount = 0;
  for (const { key, record, n } of yield* scanKeyRuns(storage, index, records)) {
    if (key[0] === TypeRank.Null + 1 || key[0] === TypeRank.Undefined + 1) continue;
    groupedCount += n;
    groups.push(grouping.group(readValue(storage, collection, grouping.path, key, record), n));
  }
  if (!grouping.unwinds && groupedCount < records.size) groups.push(grouping.group(null, records.size - groupedCount));
  return version === collection.version && !storage.commit.isBusy ? groups : undefined;
}

function covers(index: Index, { name, unwinds }: CountingGroup): boolean {
  const [field, otherField] = index.fields;
  if (field!.name !== name || otherField || field!.descending) return false;
  if (index.unique || index.hasLongKeys || index.differsFromUnwind) return false;
  return unwinds || !index.multikey[0];
}

interface KeyRun {
  key: Buffer;
  record: number;
  n: number;
}

/** Number of entries of a key to read one by one. The remaining ones are counted without reading them. */
const MAX_READ_ENTRIES = 64;

function* scanKeyRuns(storage: Storage, index: Index, records: RecordSet): Generator<undefined, KeyRun[]> {
  const allRuns: KeyRun[] = [];
  let start: Buffer | undefined = FULL_INTERVAL.low;
  while (start) {
    let run: KeyRun | undefined;
    let next: Buffer | undefined;
    let entriesRead = 0;
    for (const entry of storage.scanKeys(index, start, FULL_INTERVAL.high)) {
      if (++entriesRead % 256 === 0) yield undefined;
      const key = indexedValuesOfEntryKey(entry);
      if (!run || !isSameKey(run.key, key)) allRuns.push((run = { key, record: -1, n: 0 }));
      if (!records.has(recordNumberOfEntryKey(entry))) continue;
      run.n++;
      run.record = recordNumberOfEntryKey(entry);
      if (!records.isAll || run.n < MAX_READ_ENTRIES) continue;
      next = prefixRangeEnd(key);
      run.n = storage.countEntries(index, key, next);
      break;
    }
    start = next;
  }
  return allRuns.filter(({ n }) => n > 0);
}

/** Whether two keys are equal. Compares from the end, where adjacent keys differ. */
function isSameKey(a: Buffer, b: Buffer): boolean {
  if (a.length !== b.length) return false;
  for (let i = a.length - 1; i >= 0; i--) if (a[i] !== b[i]) return false;
  return true;
}

function readValue(storage: Storage, collection: Collection, path: SegmentedPath, key: Buffer, record: number): Value {
  if (key[0] === TypeRank.String + 1) return decodeKeyText(key);
  const value = getValueAt(decodeDocument(storage.readDocument(collection, record)!, 0, new FieldSet([path])), path)!;
  return Array.isArray(value) ? value.find((item) => encodeIndexKey([item]).equals(key))! : value;
}
