import { decodeDocument } from '../bson/decode.js';
import type { FieldSet } from '../bson/field-set.js';
import type { Doc } from '../bson/values.js';
import type { Collection } from '../storage/collection.js';
import type { Storage, StoredRecord } from '../storage/storage.js';
import { collectFilterFields } from './parse-filter.js';
import { compileFilter, type Filter } from './compile-filter.js';
import { DOCUMENT_READ_COST, type QueryPlan } from './plan/choose-cheapest-plan.js';
import { AccessedFields } from './accessed-fields.js';
import { findRecordsByIndexKeys, type RecordSet } from './record-set.js';

/** A matching document. `doc` is set if the search decoded the whole document. */
export interface FoundDocument extends StoredRecord {
  doc?: Doc | undefined;
}

/** Number of documents that a search has read, for `explain`. */
export interface SearchCounts {
  documents: number;
}

/** Number of non-matching documents to read before the search considers finding the matches by index keys alone. */
const MIN_MISSES = 512;
/** Time to read all index keys, as a fraction of the time to read all documents. */
const KEY_READ_SHARE = 1 / 6;

interface KnownRecords {
  records: RecordSet | undefined;
}

/** Number of non-matching documents to read before yielding to the event loop. */
const MISSES_PER_TICK = 64;

/**
 * Yields the matching documents of a plan. While none match, yields `undefined` at regular intervals.
 * @param expectedCount number of documents that the caller will read; 0 if index keys must not be used
 */
export function* executePlan(
  storage: Storage,
  collection: Collection,
  plan: QueryPlan,
  filter: Filter,
  counts: SearchCounts = { documents: 0 },
  expectedCount = 0,
): Generator<FoundDocument | undefined> {
  let isMatch: ReturnType<typeof compileFilter> | undefined;
  const matchesResidual = plan.residual.length > 0 ? compileFilter({ kind: 'and', parts: plan.residual }) : undefined;
  const fields = collectFields(plan.residual);
  let missCount = 0;
  const matchingRecords: KnownRecords = { records: undefined };
  let hitCount = 0;
  let missLimit = MIN_MISSES;
  for (const candidate of findCandidates(storage, collection, plan, matchingRecords)) {
    if (candidate) {
      counts.documents++;
      const { record, bytes, mayHaveChanged } = candidate;
      if (mayHaveChanged) {
        const doc = decodeDocument(bytes);
        if ((isMatch ??= compileFilter(filter))(doc)) {
          yield { record, bytes, doc };
          continue;
        }
      } else if (!matchesResidual) {
        yield candidate;
        continue;
      } else {
        const doc = decodeDocument(bytes, 0, fields);
        if (matchesResidual(doc)) {
          hitCount++;
          yield { record, bytes, doc: fields ? undefined : doc };
          continue;
        }
      }
    }
    if (++missCount % MISSES_PER_TICK === 0) yield undefined;
    if (missCount === missLimit && plan.kind === 'index' && matchesResidual && expectedCount > 0) {
      missLimit *= 2;
      if ((expectedCount - hitCount) * missCount < hitCount * collection.count * KEY_READ_SHARE) continue;
      const maxEntries = collection.count * DOCUMENT_READ_COST;
      matchingRecords.records = yield* findRecordsByIndexKeys(
        storage,
        collection,
        { kind: 'and', parts: plan.residual },
        maxEntries,
      );
    }
  }
}

interface Candidate extends StoredRecord {
  /** Whether the document may have changed since its index key was read. */
  mayHaveChanged?: boolean;
}

function findCandidates(
  storage: Storage,
  collection: Collection,
  plan: QueryPlan,
  matching: KnownRecords,
): Iterable<Candidate | undefined> {
  if (plan.kind === 'scan') return storage.scanDocuments(collection);
  const [plans, reverse] = plan.kind === 'index' ? [[plan], plan.reverse] : [plan.branches, false];
  return candidatesByIndex(storage, collection, plans, reverse, matching);
}

function* candidatesByIndex(
  storage: Storage,
  collection: Collection,
  plans: Extract<QueryPlan, { kind: 'index' }>[],
  reverse: boolean,
  matching: KnownRecords,
): Generator<Candidate | undefined> {
  const seenRecords = plans.length > 1 || plans[0]!.index.multikey.includes(true) ? new Set<number>() : undefined;
  for (const plan of plans) {
    const matchesResidual =
      plans.length > 1 && plan.residual.length > 0 ? compileFilter({ kind: 'and', parts: plan.residual }) : undefined;
    for (const records of scanPlan(storage, plan, reverse)) {
      const version = collection.version;
      for (const record of records) {
        if (seenRecords?.has(record) || matching.records?.has(record) === false) {
          yield undefined;
          continue;
        }
        const bytes = storage.readDocument(collection, record);
        // During a commit, the index key and the document may be of different commits.
        const mayHaveChanged = version !== collection.version || storage.commit.isBusy;
        if (!bytes) continue;
        if (matchesResidual && !mayHaveChanged && !matchesResidual(decodeDocument(bytes))) {
          yield undefined;
          continue;
        }
        seenRecords?.add(record);
        yield { record, bytes, mayHaveChanged };
      }
    }
  }
}

function* scanPlan(
  storage: Storage,
  plan: Extract<QueryPlan, { kind: 'index' }>,
  reverse: boolean,
): Generator<Iterable<number>> {
  const { index, keys, ranges } = plan;
  if (keys) {
    for (const key of reverse ? keys.toReversed() : keys) {
      const record = storage.findRecordNumber(index, key);
      if (record !== undefined) yield [record];
    }
    return;
  }
  for (const { start, end } of reverse ? ranges.toReversed() : ranges)
    yield storage.scanRecordNumbers(index, start, end, reverse);
}

function collectFields(filters: readonly Filter[]): FieldSet | undefined {
  const reads = new AccessedFields();
  collectFilterFields({ kind: 'and', parts: [...filters] }, reads);
  reads.stopCollecting();
  return reads.fields;
}
