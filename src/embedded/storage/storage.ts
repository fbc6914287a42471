import { CommandError } from '../command-error.js';
import { Catalogue } from './catalogue.js';
import type { Collection } from './collection.js';
import { explainFailure } from './commit-failure.js';
import { DocumentCache } from './document-cache.js';
import type { Environment } from './environment.js';
import { GivenUp, GroupCommit } from './group-commit.js';
import type { Index } from './index-definition.js';
import { entryIsSound, entryKey, entryRecord, keyRecord, prefix, recordKey, decodeRecord, unsealed } from './keys.js';
import { Sweeper } from './sweeper.js';

/** A document as it was found. */
export interface Stored {
  record: number;
  bytes: Buffer;
}

/** Documents or entries read at once: few at first, since most queries want few. */
const FIRST_CHUNK = 24;
const LARGEST_CHUNK = 512;
const CHUNK_BYTES = 1 << 20;
/** Entries counted at once: few at first, as most ranges have few. */
const FIRST_STEP = 256;
/** Entries after which a caller gets a turn. */
const ENTRIES_PER_TURN = 256;

/** Reads documents and index entries, and commits writes. */
export class Storage {
  readonly catalogue: Catalogue;
  readonly commit: GroupCommit;
  readonly sweeper: Sweeper;
  private readonly cache = new DocumentCache();

  constructor(readonly environment: Environment) {
    this.catalogue = new Catalogue(environment);
    this.commit = new GroupCommit(environment.root, {
      beforeCommit: () => this.catalogue.beforeCommit(),
      afterCommit: () => this.catalogue.afterCommit(),
      undone: () => this.catalogue.reload(),
      keeps: (error) => error instanceof CommandError || error instanceof GivenUp,
      refusal: (cause) => explainFailure(cause, environment.folder),
      lastCommit: () => (environment.root.getStats() as { lastTxnId: number }).lastTxnId,
    });
    this.sweeper = new Sweeper(environment, this.catalogue, this.commit);
  }

  /** One document, or nothing. */
  document(collection: Collection, record: number): Buffer | undefined {
    const recent = collection.recent.get(record);
    if (recent) return recent;
    const key = recordKey(collection.id, record);
    // the bytes are LMDB's own until the next read, and are copied before it
    const value = this.environment.documents.getBinaryFast(key);
    if (!value) return this.absent(collection);
    const document = this.opened(key, value.subarray(0, value.length));
    // what is read while a commit is under way may be older than what it leaves
    return this.commit.busy ? Buffer.from(document) : this.cache.keep(collection.recent, record, document);
  }

  /** What is not found is not there, unless it went with all the rest. @throws CommandError QueryPlanKilled */
  private absent(where: Collection | Index): undefined {
    this.catalogue.checkThere(where);
  }

  private opened(key: Buffer, value: Buffer): Buffer {
    const document = unsealed(key, value);
    if (document) return document;
    throw notAsWritten(`document ${decodeRecord(key)} of collection ${key.readUInt32BE(0)}`);
  }

  /**
   * All documents of a collection in the order of their record numbers.
   *
   * Read in chunks: no LMDB cursor is held while the caller waits, so what is written meanwhile may be seen.
   *
   * @throws CommandError QueryPlanKilled  the collection was dropped meanwhile
   */
  *documents(collection: Collection, reverse = false): Generator<Stored> {
    const first = prefix(collection.id);
    const last = prefix(collection.id + 1);
    let from: Buffer | undefined;
    let size = FIRST_CHUNK;
    for (;;) {
      this.catalogue.checkThere(collection);
      const chunk: Stored[] = [];
      let bytes = 0;
      let more = false;
      for (const { key, value } of this.environment.documents.getRange(makeRange(first, last, reverse, from, size))) {
        chunk.push({ record: decodeRecord(key), bytes: this.opened(key, value) });
        from = key;
        bytes += value.length;
        more = chunk.length >= size || bytes >= CHUNK_BYTES;
        if (more) break;
      }
      yield* chunk;
      if (!more) return;
      size = Math.min(size * 4, LARGEST_CHUNK);
    }
  }

  /** The record number under a key of a unique index. */
  entry(index: Index, key: Buffer): number | undefined {
    // the bytes are LMDB's own until the next read, and are read before it
    const stored = entryKey(index.id, key);
    const value = this.environment.entries.getBinaryFast(stored);
    return value ? recordIn(index, stored, value.subarray(0, value.length)) : this.absent(index);
  }

  /**
   * The record numbers under a range of keys of an index, in the order of the keys.
   *
   * @throws CommandError QueryPlanKilled  the index was dropped meanwhile
   */
  *entries(index: Index, start: Buffer, end: Buffer, reverse = false): Generator<number> {
    if (!index.unique) {
      // the number is in the key as well, and keys alone are read faster
      for (const key of this.keys(index, start, end, reverse)) yield keyRecord(key);
      return;
    }
    const entries = (range: Range) => this.environment.entries.getRange(range);
    for (const { key, value } of this.inChunks(index, start, end, reverse, entries, (entry) => entry.key)) {
      yield recordIn(index, key, value);
    }
  }

  /** The keys of the entries in a range of an index that is not unique, each with its record number. */
  keys(index: Index, start: Buffer, end: Buffer, reverse = false): Generator<Buffer> {
    const keys = (range: Range) => this.environment.entries.getKeys(range);
    return this.inChunks(index, start, end, reverse, keys, (key) => key);
  }

  private *inChunks<T>(
    index: Index,
    start: Buffer,
    end: Buffer,
    reverse: boolean,
    read: (range: Range) => Iterable<T>,
    keyOf: (item: T) => Buffer,
  ): Generator<T> {
    const first = entryKey(index.id, start);
    const last = entryKey(index.id, end);
    let from: Buffer | undefined;
    let size = FIRST_CHUNK;
    for (;;) {
      this.catalogue.checkThere(index);
      const chunk = [...read(makeRange(first, last, reverse, from, size))];
      yield* chunk;
      if (chunk.length < size) return;
      from = keyOf(chunk.at(-1)!);
      size = Math.min(size * 4, LARGEST_CHUNK);
    }
  }

  /** The record numbers under a range of keys of an index that is not unique; yields now and then, for a look at the clock. */
  *records(index: Index, start: Buffer, end: Buffer): Generator<undefined, Uint32Array> {
    this.catalogue.checkThere(index);
    const { kept } = index;
    const known = this.commit.busy ? undefined : kept.records(start, end);
    if (known) return known;
    const { age } = kept;
    const records: number[] = [];
    for (const key of this.keys(index, start, end)) {
      if (records.push(keyRecord(key)) % ENTRIES_PER_TURN === 0) yield undefined;
    }
    const found = Uint32Array.from(records);
    if (age === kept.age && !this.commit.busy) kept.putRecords(start, end, found, index.entries);
    return found;
  }

  /** How many entries a range of keys has; not more than `bound`, for which it looks no further. */
  countEntries(index: Index, start: Buffer, end: Buffer, bound = Infinity): number {
    if (this.commit.busy) return this.countAnew(index, start, end, bound);
    const known = index.kept.count(start, end, bound);
    if (known !== undefined) return known;
    const counted = this.countAnew(index, start, end, bound);
    index.kept.putCount(start, end, counted, counted < bound);
    return counted;
  }

  private countAnew(index: Index, start: Buffer, end: Buffer, bound: number): number {
    const { entries } = this.environment;
    const range = { start: entryKey(index.id, start), end: entryKey(index.id, end) };
    let counted = 0;
    // a count knows no limit, but a key can be asked for by its place: in steps, for that is looked for behind the end, too
    for (let step = FIRST_STEP; bound < index.entries && counted < bound; step *= 2) {
      const place = Math.min(step, bound - counted);
      const [key] = [...entries.getKeys({ ...range, exclusiveStart: counted > 0, offset: place - 1, limit: 1 })];
      if (!key) break;
      range.start = key;
      counted += place;
    }
    return counted < bound ? counted + entries.getCount({ ...range, exclusiveStart: counted > 0 }) : bound;
  }
}

/** The record that an entry of a unique index leads to. */
function recordIn(index: Index, key: Buffer, value: Buffer): number {
  if (!entryIsSound(key, value)) throw notAsWritten(`an entry of ${index.name}`);
  return entryRecord(value);
}

function notAsWritten(what: string): CommandError {
  return new CommandError('InternalError', `the data folder is damaged: ${what} is not as it was written`);
}

type Range = ReturnType<typeof makeRange>;

/** Entries from `first` up to but without `last`, or backwards; after `from` when it is given. */
function makeRange(first: Buffer, last: Buffer, reverse: boolean, from: Buffer | undefined, limit: number) {
  return reverse
    ? { start: from ?? last, end: first, reverse, exclusiveStart: true, inclusiveEnd: true, limit }
    : { start: from ?? first, end: last, exclusiveStart: from !== undefined, limit };
}
