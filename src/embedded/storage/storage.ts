import { CommandError } from '../command-error.js';
import { Catalogue } from './catalogue.js';
import type { Collection } from './collection.js';
import { translateDiskError } from './disk-errors.js';
import { DocumentCache } from './document-cache.js';
import type { LmdbEnvironment } from './lmdb-environment.js';
import { GroupCommit } from './group-commit.js';
import type { Index } from './index-definition.js';
import {
  hasValidEntryChecksum,
  encodeEntryKey,
  recordNumberOfEntryValue,
  recordNumberOfEntryKey,
  encodeIdPrefix,
  encodeDocumentKey,
  recordNumberOfDocumentKey,
  verifyChecksum,
} from './lmdb-encoding.js';
import { DroppedDataSweeper } from './dropped-data-sweeper.js';

/** A stored document, encoded, with its record number. */
export interface StoredRecord {
  record: number;
  bytes: Buffer;
}

/** Number of documents or entries in the first read. Small, because most queries need few. */
const FIRST_CHUNK_SIZE = 24;
const MAX_CHUNK_SIZE = 512;
const CHUNK_BYTES = 1 << 20;
/** Number of entries in the first step of a count. Small, because most ranges have few. */
const FIRST_COUNT_STEP = 256;
const ENTRIES_PER_TICK = 256;
/** Maximum number of cached counts per index. */
const MAX_CACHED_COUNTS = 1000;

/** The documents, indexes and catalogue of an open data folder. */
export class Storage {
  readonly catalogue: Catalogue;
  readonly commit: GroupCommit;
  readonly sweeper: DroppedDataSweeper;
  private readonly cache = new DocumentCache();

  constructor(readonly environment: LmdbEnvironment) {
    this.catalogue = new Catalogue(environment);
    this.commit = new GroupCommit(environment.root, {
      beforeCommit: () => this.catalogue.beforeCommit(),
      afterCommit: () => this.catalogue.afterCommit(),
      afterRollback: () => this.catalogue.reload(),
      isHarmless: (error) => error instanceof CommandError,
      translateError: (cause) => translateDiskError(cause, environment.folder),
      lastCommit: () => (environment.root.getStats() as { lastTxnId: number }).lastTxnId,
    });
    this.sweeper = new DroppedDataSweeper(environment, this.catalogue, this.commit);
  }

  readDocument(collection: Collection, record: number): Buffer | undefined {
    const recentDocument = collection.recentDocuments.get(record);
    if (recentDocument) return recentDocument;
    const key = encodeDocumentKey(collection.id, record);
    // The buffer is valid only until the next read, because LMDB reuses it.
    const value = this.environment.documents.getBinaryFast(key);
    if (!value) return this.requireExisting(collection);
    const document = this.verifyDocument(key, value.subarray(0, value.length));
    // During a commit, the document may be older than the commit, so it is not cached.
    return this.commit.isBusy ? Buffer.from(document) : this.cache.put(collection.recentDocuments, record, document);
  }

  /** Returns undefined, the result for an absent key. @throws CommandError `owner` was dropped, and its data with it */
  private requireExisting(owner: Collection | Index): undefined {
    this.catalogue.checkExists(owner);
  }

  private verifyDocument(key: Buffer, value: Buffer): Buffer {
    const document = verifyChecksum(key, value);
    if (document) return document;
    throw damagedError(`document ${recordNumberOfDocumentKey(key)} of collection ${key.readUInt32BE(0)}`);
  }

  /**
   * Yields all documents by record number, in chunks without an LMDB cursor. Writes during the scan may be visible.
   * @throws CommandError QueryPlanKilled
   */
  *scanDocuments(collection: Collection): Generator<StoredRecord> {
    const startKey = encodeIdPrefix(collection.id);
    const endKey = encodeIdPrefix(collection.id + 1);
    let lastKey: Buffer | undefined;
    let chunkSize = FIRST_CHUNK_SIZE;
    for (;;) {
      this.catalogue.checkExists(collection);
      const chunk: StoredRecord[] = [];
      let bytes = 0;
      let hasMore = false;
      for (const { key, value } of this.environment.documents.getRange(
        makeRange(startKey, endKey, false, lastKey, chunkSize),
      )) {
        chunk.push({ record: recordNumberOfDocumentKey(key), bytes: this.verifyDocument(key, value) });
        lastKey = key;
        bytes += value.length;
        hasMore = chunk.length >= chunkSize || bytes >= CHUNK_BYTES;
        if (hasMore) break;
      }
      yield* chunk;
      if (!hasMore) return;
      chunkSize = Math.min(chunkSize * 4, MAX_CHUNK_SIZE);
    }
  }

  /** Returns the record number of a key in a unique index; undefined if it is absent. */
  findRecordNumber(index: Index, key: Buffer): number | undefined {
    // The buffer is valid only until the next read, because LMDB reuses it.
    const entryKey = encodeEntryKey(index.id, key);
    const value = this.environment.entries.getBinaryFast(entryKey);
    return value ? recordNumberOf(index, entryKey, value.subarray(0, value.length)) : this.requireExisting(index);
  }

  /** Yields the record numbers of a key range, in key order. @throws CommandError QueryPlanKilled */
  *scanRecordNumbers(index: Index, start: Buffer, end: Buffer, reverse = false): Generator<number> {
    if (!index.unique) {
      // Keys contain the record number, and reading only keys is faster.
      for (const key of this.scanKeys(index, start, end, reverse)) yield recordNumberOfEntryKey(key);
      return;
    }
    const entries = (range: Range) => this.environment.entries.getRange(range);
    for (const { key, value } of this.scanInChunks(index, start, end, reverse, entries, (entry) => entry.key)) {
      yield recordNumberOf(index, key, value);
    }
  }

  /** Yields the keys of a range in a non-unique index, including their record numbers. */
  scanKeys(index: Index, start: Buffer, end: Buffer, reverse = false): Generator<Buffer> {
    const keys = (range: Range) => this.environment.entries.getKeys(range);
    return this.scanInChunks(index, start, end, reverse, keys, (key) => key);
  }

  private *scanInChunks<T>(
    index: Index,
    start: Buffer,
    end: Buffer,
    reverse: boolean,
    read: (range: Range) => Iterable<T>,
    keyOf: (item: T) => Buffer,
  ): Generator<T> {
    const startKey = encodeEntryKey(index.id, start);
    const endKey = encodeEntryKey(index.id, end);
    let lastKey: Buffer | undefined;
    let chunkSize = FIRST_CHUNK_SIZE;
    for (;;) {
      this.catalogue.checkExists(index);
      const chunk = [...read(makeRange(startKey, endKey, reverse, lastKey, chunkSize))];
      yield* chunk;
      if (chunk.length < chunkSize) return;
      lastKey = keyOf(chunk.at(-1)!);
      chunkSize = Math.min(chunkSize * 4, MAX_CHUNK_SIZE);
    }
  }

  /** Returns the record numbers of a range in a non-unique index. Yields `undefined` at regular intervals. */
  *readRecordNumbers(index: Index, start: Buffer, end: Buffer): Generator<undefined, number[]> {
    const records: number[] = [];
    for (const key of this.scanKeys(index, start, end)) {
      if (records.push(recordNumberOfEntryKey(key)) % ENTRIES_PER_TICK === 0) yield undefined;
    }
    return records;
  }

  /** Counts the entries of a range, up to `bound`. */
  countEntries(index: Index, start: Buffer, end: Buffer, bound = Infinity): number {
    const range = `${start.length} ${start.toString('latin1')}${end.toString('latin1')}`;
    const cachedCounts = this.commit.isBusy ? null : index.rangeCounts;
    const cachedCount = cachedCounts?.get(range);
    if (cachedCount !== undefined) return Math.min(cachedCount, bound);
    const newCount = this.recount(index, start, end, bound);
    if ((cachedCounts?.size ?? 0) >= MAX_CACHED_COUNTS) cachedCounts?.clear();
    if (newCount < bound) cachedCounts?.set(range, newCount);
    return newCount;
  }

  private recount(index: Index, start: Buffer, end: Buffer, bound: number): number {
    const { entries } = this.environment;
    const range = { start: encodeEntryKey(index.id, start), end: encodeEntryKey(index.id, end) };
    let counted = 0;
    // LMDB's count has no limit, but a key can be looked up by its position.
    for (let step = FIRST_COUNT_STEP; bound < index.entryCount && counted < bound; step *= 2) {
      const stepSize = Math.min(step, bound - counted);
      const [key] = [...entries.getKeys({ ...range, exclusiveStart: counted > 0, offset: stepSize - 1, limit: 1 })];
      if (!key) break;
      range.start = key;
      counted += stepSize;
    }
    return counted < bound ? counted + entries.getCount({ ...range, exclusiveStart: counted > 0 }) : bound;
  }
}

function recordNumberOf(index: Index, key: Buffer, value: Buffer): number {
  if (!hasValidEntryChecksum(key, value)) throw damagedError(`an entry of ${index.name}`);
  return recordNumberOfEntryValue(value);
}

function damagedError(what: string): CommandError {
  return new CommandError('InternalError', `the data folder is damaged: ${what} is corrupted`);
}

type Range = ReturnType<typeof makeRange>;

function makeRange(first: Buffer, last: Buffer, reverse: boolean, lastKey: Buffer | undefined, limit: number) {
  return reverse
    ? { start: lastKey ?? last, end: first, reverse, exclusiveStart: true, inclusiveEnd: true, limit }
    : { start: lastKey ?? first, end: last, exclusiveStart: lastKey !== undefined, limit };
}
