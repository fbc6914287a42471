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
const LAST_COMMIT_KEY = Buffer.from('last-commit');
const NEXT_ID_KEY = Buffer.from('next-id');

function tableKey(table: string, id: number): Buffer {
  return Buffer.concat([Buffer.from(table), encodeIdPrefix(id)]);
}

/** In-memory registry of collections and indexes. Changes are written in the transaction that makes them. */
export class Catalogue {
  private readonly byNamespace = new Map<string, Collection>();
  private readonly changedCollections = new Set<Collection>();
  /** Removed collections and indexes, which callers may still reference, with the reason for the removal. */
  private readonly dropReasons = new WeakMap<Collection | Index, string>();
  private nextId = 1;
  /** Lowest id of new indexes in the current transaction. */
  private firstNewId = 1;
  /** Collections changed by the current transaction, with their complete index lists. */
  private uncommittedIndexes = new Map<Collection, Index[]>();

  constructor(private readonly environment: LmdbEnvironment) {
    this.reload();
  }

  /** Reloads all definitions, after a failed commit. */
  reload(): void {
    const table = this.environment.catalogue;
    const collectionsById = new Map([...this.byNamespace.values()].map((collection) => [collection.id, collection]));
    const ownedObjects = [...collectionsById.values()].flatMap((collection) => [collection, ...collection.indexes]);
    for (const { indexes } of collectionsById.values()) for (const index of indexes) index.rangeCounts = null;
    this.byNamespace.clear();
    this.changedCollections.clear();
    this.uncommittedIndexes.clear();
    const nextIdBytes = table.get(NEXT_ID_KEY);
    this.nextId = this.firstNewId = nextIdBytes ? nextIdBytes.readUInt32BE(0) : 1;
    for (const { key, value } of table.getRange({
      start: tableKey(COLLECTION_PREFIX, 0),
      end: tableKey(COLLECTION_PREFIX, 0xffffffff),
    })) {
      const collection = this.decodeCollection(this.decodeVerified(key, value));
      const previousState = collectionsById.get(collection.id);
      const reloadedState = previousState
        ? Object.assign(previousState, collection, { version: previousState.version + 1 })
        : collection;
      this.byNamespace.set(formatNamespace(reloadedState), reloadedState);
    }
    // The ids of rolled back collections and indexes will be reused, so references to these objects become invalid.
    const existingIds = new Set(this.all().flatMap(({ id, indexes }) => [id, ...indexes.map((index) => index.id)]));
    for (const target of ownedObjects)
      if (!existingIds.has(target.id)) this.dropReasons.set(target, 'the write that created it was rolled back');
  }

  private decodeCollection(storedDoc: Doc): Collection {
    const id = toDouble(storedDoc.id as Numeric);
    const countsKey = tableKey(COUNTS_PREFIX, id);
    const counts = this.environment.catalogue.get(countsKey);
    const { count = 0, bytes = 0, entries = {} } = counts ? this.decodeVerified(countsKey, counts) : {};
    const indexes = (storedDoc.indexes as Doc[]).map((spec) => indexFromSpec(toDouble(spec.id as Numeric), spec));
    for (const index of indexes) index.entryCount = toDouble(((entries as Doc)[`i${index.id}`] ?? 0) as Numeric);
    return {
      id,
      db: storedDoc.db as string,
      name: storedDoc.name as string,
      uuid: storedDoc.uuid as Binary,
      options: storedDoc.options as Doc,
      indexes,
      count: toDouble(count as Numeric),
      bytes: toDouble(bytes as Numeric),
      nextRecord: this.lastRecord(id) + 1,
      version: 0,
      recentDocuments: new Map(),
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
    void this.environment.catalogue.put(NEXT_ID_KEY, encodeIdPrefix(this.nextId));
    return id;
  }

  /** Checks that a collection or an index still exists, after yielding. @throws CommandError QueryPlanKilled */
  checkExists(target: Collection | Index): void {
    const reason = this.dropReasons.get(target);
    if (reason !== undefined) throw new CommandError('QueryPlanKilled', reason);
  }

  /** Rejects a write to a dropped collection, which would restore it without its documents. */
  private rejectDropped(collection: Collection): void {
    const reason = this.dropReasons.get(collection);
    if (reason !== undefined) throw new Error(`a write to ${formatNamespace(collection)} after its end: ${reason}`);
  }

  private rejectTaken(namespace: string): void {
    if (this.byNamespace.has(namespace)) throw new Error(`${namespace} already exists`);
  }

  private markDropped(collection: Collection): void {
    const reason = `collection dropped. UUID ${collection.uuid.toUUID().toString()}`;
    for (const target of [collection, ...collection.indexes]) this.dropReasons.set(target, reason);
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
      recentDocuments: new Map(),
    };
    this.rejectTaken(formatNamespace(collection));
    this.byNamespace.set(formatNamespace(collection), collection);
    this.save(collection);
    return collection;
  }

  /** Writes the definition of a collection. Requires a transaction. */
  save(collection: Collection): void {
    const { id, db, name, uuid, options, indexes } = collection;
    const specs = indexes.map(toStoredSpec);
    const storedBytes = encodeDocument({ id, db, name, uuid, options, indexes: specs });
    this.put(tableKey(COLLECTION_PREFIX, id), storedBytes);
    this.markChanged(collection);
  }

  /** Removes a collection. Requires a transaction. The sweeper removes its documents and index entries. */
  remove(collection: Collection): void {
    this.rejectDropped(collection);
    this.byNamespace.delete(formatNamespace(collection));
    this.changedCollections.delete(collection);
    invalidateReads(collection);
    this.markDropped(collection);
    void this.environment.catalogue.remove(tableKey(COLLECTION_PREFIX, collection.id));
    void this.environment.catalogue.remove(tableKey(COUNTS_PREFIX, collection.id));
    this.addOrphans([collection, ...collection.indexes]);
  }

  /** Removes indexes. Requires a transaction. The sweeper removes their entries. */
  removeIndexes(collection: Collection, indexes: readonly Index[]): void {
    collection.indexes = collection.indexes.filter((index) => !indexes.includes(index));
    for (const index of indexes) this.dropReasons.set(index, `index '${index.name}' dropped`);
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
    this.changedCollections.add(collection);
  }

  /** Writes changed counts, and hides new indexes from readers. Called at the end of a transaction. */
  beforeCommit(): void {
    for (const collection of this.changedCollections) {
      const entries = Object.fromEntries(collection.indexes.map((index) => [`i${index.id}`, index.entryCount]));
      const countsDocument = encodeDocument({ count: collection.count, bytes: collection.bytes, entries });
      this.put(tableKey(COUNTS_PREFIX, collection.id), countsDocument);
      this.uncommittedIndexes.set(collection, collection.indexes);
      const visibleIndexes = collection.indexes.filter(({ id }) => id < this.firstNewId);
      // Readers use only the old indexes until the commit, because a new index is still empty for them.
      if (visibleIndexes.length > 0) collection.indexes = visibleIndexes;
    }
    this.changedCollections.clear();
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(this.environment.root.getWriteTxnId()));
    void this.environment.catalogue.put(LAST_COMMIT_KEY, number);
  }

  /** Makes the changes of the transaction visible to readers. */
  afterCommit(): void {
    for (const [collection, indexes] of this.uncommittedIndexes) {
      collection.indexes = indexes;
      invalidateReads(collection); // reads before the commit are stale
    }
    this.uncommittedIndexes.clear();
    this.firstNewId = this.nextId;
  }

  lastCommit(): number | undefined {
    const number = this.environment.catalogue.get(LAST_COMMIT_KEY);
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
    longKeys: index.hasLongKeys,
    uneven: index.differsFromUnwind,
  };
}
