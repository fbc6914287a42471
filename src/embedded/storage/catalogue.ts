import { randomUUID } from 'node:crypto';
import { Binary, UUID } from 'bson';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { type Numeric, toDouble } from '../bson/numbers.js';
import type { Doc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { type Collection, formatNamespace } from './collection.js';
import type { LmdbEnvironment } from './lmdb-environment.js';
import type { Index } from './index-definition.js';
import { indexFromSpec } from './index-spec.js';
import { encodeIdPrefix, recordNumberOfDocumentKey, addChecksum, verifyChecksum } from './lmdb-encoding.js';
import { folderDamagedError } from './clean-shutdown-marker.js';

/** Key prefix of collection definitions. An id follows. */
const COLLECTION_PREFIX = 'c';
/** Key prefix of document and entry counts. */
const COUNTS_PREFIX = 'f';
/** Key prefix of orphans: ids of dropped collections and indexes whose data is not removed yet. */
const ORPHAN_PREFIX = 'o';
const LAST_COMMIT = Buffer.from('last-commit');
const NEXT_ID = Buffer.from('next-id');

function tableKey(table: string, id: number): Buffer {
  return Buffer.concat([Buffer.from(table), encodeIdPrefix(id)]);
}

/** In-memory registry of collections and indexes. Changes are written in the transaction that makes them. */
export class Catalogue {
  private readonly byNamespace = new Map<string, Collection>();
  private readonly dirty = new Set<Collection>();
  /** Removed collections and indexes, which callers may still reference, with the reason for the removal. */
  private readonly dropped = new WeakMap<Collection | Index, string>();
  private nextId = 1;
  /** Lowest id of new indexes in the current transaction. */
  private firstNewId = 1;
  /** Collections changed by the current transaction, with their complete index lists. */
  private uncommitted = new Map<Collection, Index[]>();

  constructor(private readonly environment: LmdbEnvironment) {
    this.reload();
  }

  /** Reloads all definitions, after a failed commit. */
  reload(): void {
    const table = this.environment.catalogue;
    const before = new Map([...this.byNamespace.values()].map((collection) => [collection.id, collection]));
    const ownedObjects = [...before.values()].flatMap((collection) => [collection, ...collection.indexes]);
    for (const { indexes } of before.values()) for (const index of indexes) index.rangeCounts = null;
    this.byNamespace.clear();
    this.dirty.clear();
    this.uncommitted.clear();
    const next = table.get(NEXT_ID);
    this.nextId = this.firstNewId = next ? next.readUInt32BE(0) : 1;
    for (const { key, value } of table.getRange({
      start: tableKey(COLLECTION_PREFIX, 0),
      end: tableKey(COLLECTION_PREFIX, 0xffffffff),
    })) {
      const collection = this.read(this.decodeVerified(key, value));
      const previousState = before.get(collection.id);
      const reloaded = previousState
        ? Object.assign(previousState, collection, { version: previousState.version + 1 })
        : collection;
      this.byNamespace.set(formatNamespace(reloaded), reloaded);
    }
    // The ids of rolled back collections and indexes will be reused, so references to these objects become invalid.
    const existingIds = new Set(this.all().flatMap(({ id, indexes }) => [id, ...indexes.map((index) => index.id)]));
    for (const target of ownedObjects)
      if (!existingIds.has(target.id)) this.dropped.set(target, 'the write that created it was rolled back');
  }

  private read(stored: Doc): Collection {
    const id = toDouble(stored.id as Numeric);
    const countsKey = tableKey(COUNTS_PREFIX, id);
    const counts = this.environment.catalogue.get(countsKey);
    const { count = 0, bytes = 0, entries = {} } = counts ? this.decodeVerified(countsKey, counts) : {};
    const indexes = (stored.indexes as Doc[]).map((spec) => indexFromSpec(toDouble(spec.id as Numeric), spec));
    for (const index of indexes) index.entryCount = toDouble(((entries as Doc)[`i${index.id}`] ?? 0) as Numeric);
    return {
      id,
      db: stored.db as string,
      name: stored.name as string,
      uuid: stored.uuid as Binary,
      options: stored.options as Doc,
      indexes,
      count: toDouble(count as Numeric),
      bytes: toDouble(bytes as Numeric),
      nextRecord: this.lastRecord(id) + 1,
      version: 0,
      recent: new Map(),
    };
  }

  private put(key: Buffer, document: Buffer): void {
    void this.environment.catalogue.put(key, addChecksum(key, document));
  }

  private decodeVerified(key: Buffer, value: Buffer): Doc {
    const document = verifyChecksum(key, value);
    if (!document) throw folderDamagedError(this.environment.folder, 'its catalogue is corrupted');
    return decodeDocument(document);
  }

  private lastRecord(id: number): number {
    const range = { start: encodeIdPrefix(id + 1), end: encodeIdPrefix(id), reverse: true, limit: 1 };
    for (const key of this.environment.documents.getKeys(range)) return recordNumberOfDocumentKey(key);
    return 0;
  }

  get(db: string, name: string): Collection | undefined {
    return this.byNamespace.get(`${db}.${name}`);
  }

  /** Returns the collection. Creates it if it does not exist. Requires a transaction. */
  getOrCreate(db: string, name: string): Collection {
    return this.get(db, name) ?? this.create(db, name);
  }

  all(): Collection[] {
    return [...this.byNamespace.values()];
  }

  /** Allocates an id for a collection or an index. Requires a transaction. */
  allocateId(): number {
    const id = this.nextId++;
    void this.environment.catalogue.put(NEXT_ID, encodeIdPrefix(this.nextId));
    return id;
  }

  /** Checks that a collection or an index still exists, after yielding. @throws CommandError QueryPlanKilled */
  checkExists(target: Collection | Index): void {
    const reason = this.dropped.get(target);
    if (reason !== undefined) throw new CommandError('QueryPlanKilled', reason);
  }

  /** Rejects a write to a dropped collection, which would restore it without its documents. */
  private rejectDropped(collection: Collection): void {
    const reason = this.dropped.get(collection);
    if (reason !== undefined) throw new Error(`a write to ${formatNamespace(collection)} after its end: ${reason}`);
  }

  private refuseTaken(namespace: string): void {
    if (this.byNamespace.has(namespace)) throw new Error(`${namespace} already exists`);
  }

  private markDropped(collection: Collection): void {
    const reason = `collection dropped. UUID ${collection.uuid.toUUID().toString()}`;
    for (const target of [collection, ...collection.indexes]) this.dropped.set(target, reason);
  }

  /** Creates a collection with its index on `_id`. Requires a transaction. */
  create(db: string, name: string): Collection {
    const collection: Collection = {
      id: this.allocateId(),
      db,
      name,
      uuid: new Binary(new UUID(randomUUID()).buffer, Binary.SUBTYPE_UUID),
      options: {},
      indexes: [indexFromSpec(this.allocateId(), { v: 2, key: { _id: 1 }, name: '_id_' })],
      count: 0,
      bytes: 0,
      nextRecord: 1,
      version: 0,
      recent: new Map(),
    };
    this.refuseTaken(formatNamespace(collection));
    this.byNamespace.set(formatNamespace(collection), collection);
    this.save(collection);
    return collection;
  }

  /** Writes the definition of a collection. Requires a transaction. */
  save(collection: Collection): void {
    const { id, db, name, uuid, options, indexes } = collection;
    const specs = indexes.map(toStoredSpec);
    const stored = encodeDocument({ id, db, name, uuid, options, indexes: specs });
    this.put(tableKey(COLLECTION_PREFIX, id), stored);
    this.markChanged(collection);
  }

  /** Removes a collection. Requires a transaction. The sweeper removes its documents and index entries. */
  remove(collection: Collection): void {
    this.rejectDropped(collection);
    this.byNamespace.delete(formatNamespace(collection));
    this.dirty.delete(collection);
    invalidateReads(collection);
    this.markDropped(collection);
    void this.environment.catalogue.remove(tableKey(COLLECTION_PREFIX, collection.id));
    void this.environment.catalogue.remove(tableKey(COUNTS_PREFIX, collection.id));
    this.addOrphans([collection, ...collection.indexes]);
  }

  /** Removes indexes. Requires a transaction. The sweeper removes their entries. */
  removeIndexes(collection: Collection, indexes: readonly Index[]): void {
    collection.indexes = collection.indexes.filter((index) => !indexes.includes(index));
    for (const index of indexes) this.dropped.set(index, `index '${index.name}' dropped`);
    this.addOrphans(indexes);
    this.save(collection);
  }

  /** Records ids whose documents and entries the sweeper is to remove. Requires a transaction. */
  addOrphans(orphans: readonly { id: number }[]): void {
    for (const { id } of orphans) void this.environment.catalogue.put(tableKey(ORPHAN_PREFIX, id), Buffer.from([1]));
  }

  orphans(): number[] {
    const range = { start: tableKey(ORPHAN_PREFIX, 0), end: tableKey(ORPHAN_PREFIX, 0xffffffff) };
    return [...this.environment.catalogue.getKeys(range)].map((key) => key.readUInt32BE(1));
  }

  /** Removes the id of a dropped collection or index whose data is deleted. Requires a transaction. */
  removeOrphan(id: number): void {
    void this.environment.catalogue.remove(tableKey(ORPHAN_PREFIX, id));
  }

  /** Records that the counts of a collection have changed. Requires a transaction. */
  markChanged(collection: Collection): void {
    this.rejectDropped(collection);
    invalidateReads(collection);
    this.dirty.add(collection);
  }

  /** Writes changed counts, and hides new indexes from readers. Called at the end of a transaction. */
  beforeCommit(): void {
    for (const collection of this.dirty) {
      const entries = Object.fromEntries(collection.indexes.map((index) => [`i${index.id}`, index.entryCount]));
      const figures = encodeDocument({ count: collection.count, bytes: collection.bytes, entries });
      this.put(tableKey(COUNTS_PREFIX, collection.id), figures);
      this.uncommitted.set(collection, collection.indexes);
      const old = collection.indexes.filter(({ id }) => id < this.firstNewId);
      // Readers use only the old indexes until the commit, because a new index is still empty for them.
      if (old.length > 0) collection.indexes = old;
    }
    this.dirty.clear();
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(this.environment.root.getWriteTxnId()));
    void this.environment.catalogue.put(LAST_COMMIT, number);
  }

  /** Makes the changes of the transaction visible to readers. */
  afterCommit(): void {
    for (const [collection, indexes] of this.uncommitted) {
      collection.indexes = indexes;
      invalidateReads(collection); // reads before the commit are stale
    }
    this.uncommitted.clear();
    this.firstNewId = this.nextId;
  }

  lastCommit(): number | undefined {
    const number = this.environment.catalogue.get(LAST_COMMIT);
    return number && Number(number.readBigUInt64BE(0));
  }
}

/** Invalidates the results of earlier reads of a collection. */
function invalidateReads(collection: Collection): void {
  collection.version++;
  for (const { rangeCounts } of collection.indexes) rangeCounts?.clear();
}

function toStoredSpec(index: Index): Doc {
  return {
    ...index.spec,
    id: index.id,
    multikey: index.multikey,
    longKeys: index.longKeys,
    uneven: index.differsFromUnwind,
  };
}
