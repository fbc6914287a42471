import { randomUUID } from 'node:crypto';
import { Binary, UUID } from 'bson';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { toDouble } from '../bson/numbers.js';
import type { Numeric } from '../bson/numbers.js';
import type { Doc } from '../bson/values.js';
import type { Collection } from './collection.js';
import { namespaceOf } from './collection.js';
import type { Environment } from './environment.js';
import type { Index } from './index-definition.js';
import { indexFromSpec } from './index-spec.js';
import { prefix, recordOf, sealed, unsealed } from './keys.js';
import { damaged } from './seal.js';

/** Tables of the catalogue: a letter, then a number. */
const COLLECTION = 'c';
const FIGURES = 'f';
const ORPHAN = 'o';
const LAST_COMMIT = Buffer.from('last-commit');
const NEXT_ID = Buffer.from('next-id');

function tableKey(table: string, id: number): Buffer {
  return Buffer.concat([Buffer.from(table), prefix(id)]);
}

/** What collections and indexes there are; kept in memory, written within the transaction that changes it. */
export class Catalogue {
  private readonly byNamespace = new Map<string, Collection>();
  private readonly changed = new Set<Collection>();
  private nextId = 1;

  constructor(private readonly environment: Environment) {
    this.reload();
  }

  /** Reads everything anew, as after a commit that failed. */
  reload(): void {
    const table = this.environment.catalogue;
    const before = new Map([...this.byNamespace.values()].map((collection) => [collection.id, collection]));
    this.byNamespace.clear();
    this.changed.clear();
    const next = table.get(NEXT_ID);
    this.nextId = next ? next.readUInt32BE(0) : 1;
    for (const { key, value } of table.getRange({
      start: tableKey(COLLECTION, 0),
      end: tableKey(COLLECTION, 0xffffffff),
    })) {
      const collection = this.read(this.opened(key, value));
      const known = before.get(collection.id);
      const kept = known ? Object.assign(known, collection, { version: known.version + 1 }) : collection;
      this.byNamespace.set(namespaceOf(kept), kept);
    }
  }

  private read(stored: Doc): Collection {
    const id = toDouble(stored.id as Numeric);
    const figuresKey = tableKey(FIGURES, id);
    const figures = this.environment.catalogue.get(figuresKey);
    const { count = 0, bytes = 0, entries = {} } = figures ? this.opened(figuresKey, figures) : {};
    const indexes = (stored.indexes as Doc[]).map((spec) => indexFromSpec(toDouble(spec.id as Numeric), spec));
    for (const index of indexes) index.entries = toDouble(((entries as Doc)[`i${index.id}`] ?? 0) as Numeric);
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
    void this.environment.catalogue.put(key, sealed(key, document));
  }

  private opened(key: Buffer, value: Buffer): Doc {
    const document = unsealed(key, value);
    if (!document) throw damaged(this.environment.folder, 'its catalogue is not as it was written');
    return decodeDocument(document);
  }

  private lastRecord(id: number): number {
    const range = { start: prefix(id + 1), end: prefix(id), reverse: true, limit: 1 };
    for (const key of this.environment.documents.getKeys(range)) return recordOf(key);
    return 0;
  }

  get(db: string, name: string): Collection | undefined {
    return this.byNamespace.get(`${db}.${name}`);
  }

  /** All collections, by namespace. */
  all(): Collection[] {
    return [...this.byNamespace.values()].sort((a, b) => (namespaceOf(a) < namespaceOf(b) ? -1 : 1));
  }

  /** A number for a collection or an index; inside a transaction. */
  takeId(): number {
    const id = this.nextId++;
    void this.environment.catalogue.put(NEXT_ID, prefix(this.nextId));
    return id;
  }

  /** Makes a collection with its index on `_id`; inside a transaction. */
  create(db: string, name: string, options: Doc = {}): Collection {
    const collection: Collection = {
      id: this.takeId(),
      db,
      name,
      uuid: new Binary(new UUID(randomUUID()).buffer, Binary.SUBTYPE_UUID),
      options,
      indexes: [indexFromSpec(this.takeId(), { v: 2, key: { _id: 1 }, name: '_id_' })],
      count: 0,
      bytes: 0,
      nextRecord: 1,
      version: 0,
      recent: new Map(),
    };
    this.byNamespace.set(namespaceOf(collection), collection);
    this.save(collection);
    return collection;
  }

  /** Writes a collection's definition; inside a transaction. */
  save(collection: Collection): void {
    const { id, db, name, uuid, options, indexes } = collection;
    const specs = indexes.map(storedSpec);
    const stored = encodeDocument({ id, db, name, uuid, options, indexes: specs });
    this.put(tableKey(COLLECTION, id), stored);
    this.touch(collection);
  }

  /** Gives a collection another name; inside a transaction. */
  rename(collection: Collection, db: string, name: string): void {
    this.byNamespace.delete(namespaceOf(collection));
    collection.db = db;
    collection.name = name;
    this.byNamespace.set(namespaceOf(collection), collection);
    this.save(collection);
  }

  /** Forgets a collection, whose documents and entries are gone already; inside a transaction. */
  remove(collection: Collection): void {
    this.byNamespace.delete(namespaceOf(collection));
    this.changed.delete(collection);
    collection.version++;
    void this.environment.catalogue.remove(tableKey(COLLECTION, collection.id));
    void this.environment.catalogue.remove(tableKey(FIGURES, collection.id));
  }

  /** Notes numbers whose documents and entries have to be taken away; inside a transaction. */
  noteOrphans(ids: readonly number[]): void {
    for (const id of ids) void this.environment.catalogue.put(tableKey(ORPHAN, id), Buffer.from([1]));
  }

  /** The numbers whose documents and entries have to be taken away. */
  orphans(): number[] {
    const range = { start: tableKey(ORPHAN, 0), end: tableKey(ORPHAN, 0xffffffff) };
    return [...this.environment.catalogue.getKeys(range)].map((key) => key.readUInt32BE(1));
  }

  /** Nothing is left of a number; inside a transaction. */
  forgetOrphan(id: number): void {
    void this.environment.catalogue.remove(tableKey(ORPHAN, id));
  }

  /** Notes that a collection's figures changed; inside a transaction. */
  touch(collection: Collection): void {
    collection.version++;
    this.changed.add(collection);
  }

  /** Writes the figures that changed; at the end of a transaction. */
  saveFigures(): void {
    for (const collection of this.changed) {
      const entries = Object.fromEntries(collection.indexes.map((index) => [`i${index.id}`, index.entries]));
      const figures = encodeDocument({ count: collection.count, bytes: collection.bytes, entries });
      this.put(tableKey(FIGURES, collection.id), figures);
    }
    this.changed.clear();
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(this.environment.root.getWriteTxnId()));
    void this.environment.catalogue.put(LAST_COMMIT, number);
  }

  /** The number of the commit that was written last, or nothing when there was none. */
  lastCommit(): number | undefined {
    const number = this.environment.catalogue.get(LAST_COMMIT);
    return number && Number(number.readBigUInt64BE(0));
  }
}

function storedSpec(index: Index): Doc {
  return { ...index.spec, id: index.id, multikey: index.multikey, longKeys: index.longKeys };
}
