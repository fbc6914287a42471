import { decodeDocument } from '../bson/decode.js';
import { FieldSet } from '../bson/field-set.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Collection } from '../storage/collection.js';
import type { Storage } from '../storage/storage.js';
import { parseFilter } from '../query/parse-filter.js';
import { containsAllMatches, planQuery } from '../query/plan/planner.js';
import { FULL_INTERVAL as ALL } from '../query/plan/index-bounds.js';
import { type IndexScanPlan, planIndexScan } from '../query/plan/index-scan-plan.js';
import { countExamined, DOCUMENT_READ_COST, type QueryPlan } from '../query/plan/choose-cheapest-plan.js';
import { compileFilter, type Filter } from '../query/compile-filter.js';
import { findRecordsByIndexKeys } from '../query/record-set.js';
import { applyProjection, parseProjection, type Projection } from '../query/projection/projection.js';
import { executePlan, type FoundDocument, type SearchCounts } from '../query/execute-plan.js';
import { parseSort, Sorter, type SortField } from '../query/sort.js';
import {
  readCollectionName,
  type CommandHandler,
  findCollection,
  readCountField,
  readDocumentField,
  readFlagField,
} from './command.js';
import type { DocumentStream } from './cursor-store.js';

export interface FindQuery {
  filter: Filter;
  sort: SortField[];
  projection: Projection | undefined;
  /** Maximum number of results; 0 for no limit. */
  limit: number;
  hint: Value | undefined;
}

/** Parses the query of a `find`, also of one inside `explain`. */
export function parseFindQuery(command: Doc): FindQuery {
  return {
    filter: parseFilter(readDocumentField(command, 'filter') ?? {}),
    sort: parseSort(command.sort),
    projection: parseProjection(readDocumentField(command, 'projection')),
    limit: readCountField(command, 'limit') ?? 0,
    hint: command.hint,
  };
}

/** Plans a query. @param limit number of documents that will be read; 0 for all */
export function planFind(storage: Storage, collection: Collection, query: FindQuery, limit = query.limit): QueryPlan {
  return planQuery(storage, collection, {
    filter: query.filter,
    sort: query.sort,
    limit,
    hint: query.hint,
  });
}

/** Yields the encoded results of a query, possibly more than its limit, which the cursor applies. */
export function* encodedResults(
  storage: Storage,
  collection: Collection,
  query: FindQuery,
  plan: QueryPlan,
): Generator<Buffer | undefined> {
  for (const document of searchInOrder(storage, collection, query, plan)) {
    yield document && (query.projection ? applyProjection(query.projection, document.bytes) : document.bytes);
  }
}

export function decodeFound(document: FoundDocument): Doc {
  return (document.doc ??= decodeDocument(document.bytes));
}

/** Yields the documents of a query in its sort order. An `undefined` item lets the caller interrupt its work. */
export function searchInOrder(
  storage: Storage,
  collection: Collection,
  query: Pick<FindQuery, 'filter' | 'sort' | 'limit' | 'hint'>,
  plan: QueryPlan,
  counts?: SearchCounts,
): Iterable<FoundDocument | undefined> {
  const readsFew = plan.ordered && !(plan.kind === 'index' && plan.expected);
  if (query.sort.length > 0 && query.limit > 0 && !readsFew) {
    return firstInOrder(storage, collection, query, plan, counts);
  }
  return searchSorted(storage, collection, query, plan, counts);
}

function searchSorted(...[storage, collection, query, plan, counts]: Parameters<typeof searchInOrder>) {
  const documents = executePlan(storage, collection, plan, query.filter, counts, query.limit || Infinity);
  return plan.ordered || query.sort.length === 0 ? documents : sortDocuments(documents, query);
}

/** Number of keys to scan before yielding to the event loop. */
const KEYS_PER_TICK = 64;
/** Cost of reading a document in sort order, in reads of index entries. */
const ENTRIES_PER_ORDERED_DOCUMENT = 4;
/** Maximum number of documents that are always read and sorted, without considering a scan in sort order. */
const MAX_SORTED_DOCUMENTS = 64;

/** If many documents match, scans an index in sort order and reads only records whose keys match; otherwise sorts. */
function* firstInOrder(
  ...[storage, collection, query, plan, counts]: Parameters<typeof searchInOrder>
): Generator<FoundDocument | undefined> {
  const documentCount =
    plan.kind === 'index' && plan.expected ? plan.expected : countExamined(storage, collection.count, plan);
  const orderedScan =
    documentCount > MAX_SORTED_DOCUMENTS && query.hint === undefined ? orderScan(collection, query.sort) : undefined;
  const maxEntries = documentCount * (plan.ordered ? ENTRIES_PER_ORDERED_DOCUMENT : DOCUMENT_READ_COST);
  const records = orderedScan && (yield* findRecordsByIndexKeys(storage, collection, query.filter, maxEntries));
  const expectedSteps = records && (query.limit * collection.count) / records.size;
  if (!orderedScan || !records || expectedSteps! > Math.min(documentCount, records.size) * DOCUMENT_READ_COST) {
    return yield* searchSorted(storage, collection, query, plan, counts);
  }
  const isMatch = compileFilter(query.filter);
  const { version } = collection;
  let keyCount = 0;
  for (const record of storage.scanRecordNumbers(orderedScan.index, ALL.low, ALL.high, orderedScan.reverse)) {
    if (++keyCount % KEYS_PER_TICK === 0) yield undefined;
    const bytes = records.has(record) ? storage.readDocument(collection, record) : undefined;
    if (!bytes) continue;
    if (counts) counts.documents++;
    const isUnchanged = version === collection.version && !storage.commit.isBusy;
    if (isUnchanged || isMatch(decodeDocument(bytes))) yield { record, bytes };
  }
}

function orderScan(collection: Collection, sort: readonly SortField[]): IndexScanPlan | undefined {
  for (const index of collection.indexes) {
    const plan = containsAllMatches(index, []) ? planIndexScan(index, [], sort) : undefined;
    if (plan?.ordered) return plan;
  }
  return undefined;
}

function* sortDocuments(
  found: Iterable<FoundDocument | undefined>,
  query: Pick<FindQuery, 'sort' | 'limit'>,
): Generator<FoundDocument | undefined> {
  const fields = new FieldSet(query.sort.map(({ path }) => path));
  const sorter = new Sorter<FoundDocument>(query.sort, query.limit);
  let size = 0;
  for (const document of found) {
    if (document) {
      sorter.add(document.doc ?? decodeDocument(document.bytes, 0, fields), { ...document, doc: undefined });
      if (query.limit === 0) size += document.bytes.length;
      if (size > MAX_SORTED_BYTES) throw sortMemoryError();
    }
    yield undefined;
  }
  yield* sorter.result();
}

/** Maximum size of documents sorted without an index, in bytes; the limit of MongoDB. */
const MAX_SORTED_BYTES = 100 * 2 ** 20;

function sortMemoryError(): CommandError {
  return new CommandError(
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `Executor error during find command :: caused by :: Sort exceeded memory limit of ${MAX_SORTED_BYTES} bytes, and this server does not sort on disk`,
  );
}

export const find: CommandHandler = async (context) => {
  const { command, storage, db, cursors, yieldTimer } = context;
  const query = parseFindQuery(command);
  const collection = findCollection(context);
  const stream: DocumentStream = collection
    ? encodedResults(storage, collection, query, planFind(storage, collection, query))
    : [][Symbol.iterator]();
  const batchSize = readCountField(command, 'batchSize');
  return cursors.start(stream, `${db}.${readCollectionName(context)}`, yieldTimer, {
    batchSize: query.limit > 0 && batchSize === undefined ? query.limit : batchSize,
    limit: query.limit,
    isSingleBatch: readFlagField(command, 'singleBatch'),
  });
};
