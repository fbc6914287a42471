import {
  type Collection,
  type CollectionOptions,
  type Db,
  type Document,
  type Filter,
  type MongoClient,
  MongoServerSelectionError,
} from 'mongodb';
import { closeClient } from './close-client.js';
import { LOG_COLLECTION } from '../collection-names.js';
import { DocumentOperations } from './document-operations.js';
import type { EntryDocument } from '../documents/entry-document.js';
import type {
  ScheduleDocument,
  SecretDocument,
  StateDocument,
  TokenDocument,
  TrustedBatchDocument,
} from '../documents/document-types.js';
import { runOperation, runWithTimeout, withTimeout } from './run-operation.js';
import type { LogDocument } from '../log/log-document.js';
import { type BatchableRead, ReadBatcher } from './read-batcher.js';
import { isUnreachable, unreachableError } from './translate-errors.js';
import type { VintageDocument, SeriesDocument } from '../figures/series-documents.js';
import type { DatabaseUsage, PoolState } from '../store.js';

/** Timeout of a read, in milliseconds. */
export const READ_TIMEOUT_MS = 5000;

export const READ_OPTIONS = { maxTimeMS: READ_TIMEOUT_MS } as const;

/** Number of documents per cursor batch, enough for a page or for the reads of one query level. */
const BATCH_SIZE = 100_000;

/** Options of raw commands, which do not inherit those of the client. */
const COMMAND_OPTIONS = { ignoreUndefined: true, maxTimeMS: READ_TIMEOUT_MS } as const;

interface FindSpec {
  projection: Document;
  sort?: Record<string, 1 | -1>;
  limit?: number;
}

interface CursorReply<T> extends Document {
  cursor: { id: unknown; firstBatch: T[] };
}

/** Majority read concern, for the log. Changes that were read are never rolled back. */
const MAJORITY_READS: CollectionOptions = { readConcern: { level: 'majority' } };

/** State that a `Database` shares with the `Database` objects of its requests. */
interface SharedState {
  client: MongoClient;
  db: Db;
  /** Creates an unconnected client without a socket timeout. */
  createSlowClient: () => MongoClient;
  pool: PoolState;
  /** Cached collection objects, keyed by name. The driver is slow to create them. */
  collections: Map<string, Collection>;
}

/** Access to the collections of one database: the log, the figures, and two collections per kind. */
export class Database {
  /** Batches the reads of one request; null outside requests, where reads are sent one by one. */
  private readonly batcher: ReadBatcher | null;

  constructor(
    private readonly shared: SharedState,
    readonly usage?: DatabaseUsage,
  ) {
    this.batcher = usage ? new ReadBatcher((collection, stages) => this.aggregate(collection, stages)) : null;
  }

  /** Returns a `Database` for one request, which counts its operations and sends simultaneous reads as one command. */
  forRequest(usage: DatabaseUsage): Database {
    return new Database(this.shared, usage);
  }

  get pool(): PoolState {
    return this.shared.pool;
  }

  private get db(): Db {
    return this.shared.db;
  }

  get changes(): DocumentOperations<LogDocument> {
    return this.documents(LOG_COLLECTION);
  }

  get state(): DocumentOperations<StateDocument> {
    return this.documents('state');
  }

  get series(): DocumentOperations<SeriesDocument> {
    return this.documents('series');
  }

  /** Vintages of figures, in the collection `editions`. */
  get vintages(): DocumentOperations<VintageDocument> {
    return this.documents('editions');
  }

  get tokens(): DocumentOperations<TokenDocument> {
    return this.documents('tokens');
  }

  get secrets(): DocumentOperations<SecretDocument> {
    return this.documents('secrets');
  }

  get trusted(): DocumentOperations<TrustedBatchDocument> {
    return this.documents('trusted');
  }

  get schedules(): DocumentOperations<ScheduleDocument> {
    return this.documents('schedules');
  }

  /** Returns the collection of published entries of a kind. */
  entries(folder: string): DocumentOperations<EntryDocument> {
    return this.documents(folder);
  }

  /**
   * Returns the collection of the drafts of a kind and of its complete retired entries. It is separate for each kind,
   * so that ids and pipelines are the same as for published entries.
   */
  drafts(folder: string): DocumentOperations<EntryDocument> {
    return this.documents(draftCollectionName(folder));
  }

  documents<T extends Document>(name: string): DocumentOperations<T> {
    return new DocumentOperations(this.collection(name) as unknown as Collection<T>, this.usage);
  }

  async collectionNames(): Promise<string[]> {
    const collections = await runOperation(this.db.listCollections({}, { nameOnly: true }).toArray(), this.usage);
    return collections.map(({ name }) => name);
  }

  /** Checks that the database responds. Rejects with DATABASE_UNREACHABLE otherwise. */
  async ping(): Promise<void> {
    await runWithTimeout(this.db.command({ ping: 1 }), READ_TIMEOUT_MS, this.usage);
  }

  /** Reads all results of a pipeline in one command. */
  aggregate<T extends Document>(collection: string, pipeline: Document[]): Promise<T[]> {
    const command = { aggregate: collection, pipeline, cursor: { batchSize: BATCH_SIZE } };
    const readByCursor = () =>
      runOperation(
        this.collection(collection)
          .aggregate<T>(pipeline, { ...READ_OPTIONS, batchSize: BATCH_SIZE })
          .toArray(),
        this.usage,
      );
    // Commands do not inherit the read concern of a collection.
    return withTimeout(
      collection === LOG_COLLECTION ? readByCursor() : this.readFirstBatch<T>(command, readByCursor),
      READ_TIMEOUT_MS,
      unreachableError,
    );
  }

  /** Reads the published entries or drafts of a kind that match a filter, in one command. */
  find(collection: string, filter: Filter<EntryDocument>, spec: FindSpec): Promise<EntryDocument[]> {
    const options = { ...spec, batchSize: BATCH_SIZE };
    const readByCursor = () => this.entries(collection).find(filter, { ...READ_OPTIONS, ...options });
    const documents = this.readFirstBatch({ find: collection, filter, ...options }, readByCursor);
    return withTimeout(documents, READ_TIMEOUT_MS, unreachableError);
  }

  /** Reads all results of a pipeline, batched with other reads of the request. See `ReadBatcher.read`. */
  readBatched<T extends Document>(request: BatchableRead, readAlone?: () => Promise<T[]>): Promise<T[]> {
    const send = readAlone ?? (() => this.aggregate<T>(request.collection, [...request.stages]));
    return this.batcher ? this.batcher.read(request, send) : send();
  }

  /** Runs a long operation without a socket timeout, such as building an index of a large collection. */
  async withoutTimeout(work: (db: Db) => Promise<void>): Promise<void> {
    const client = this.shared.createSlowClient();
    try {
      await runOperation(work(client.db(this.db.databaseName)));
    } finally {
      await closeClient(client);
    }
  }

  close(): Promise<void> {
    return closeClient(this.shared.client);
  }

  private collection(name: string): Collection {
    const { db, collections } = this.shared;
    let collection = collections.get(name);
    if (!collection)
      collections.set(name, (collection = db.collection(name, name === LOG_COLLECTION ? MAJORITY_READS : {})));
    return collection;
  }

  /**
   * Reads results in one batch, which takes a quarter less CPU time than a cursor (`npm run bench -- list20`). Falls
   * back to a cursor if there are more results, or after a lost connection, because the driver retries cursors.
   */
  private async readFirstBatch<T extends Document>(command: Document, readByCursor: () => Promise<T[]>): Promise<T[]> {
    try {
      const { cursor } = (await runOperation(
        this.db.command({ ...command, ...READ_OPTIONS }, COMMAND_OPTIONS),
        this.usage,
      )) as CursorReply<T>;
      if (cursor.id === 0) return cursor.firstBatch;
      const collection: unknown = Object.values(command)[0];
      runOperation(this.db.command({ killCursors: collection, cursors: [cursor.id] }), this.usage).catch(() => {});
    } catch (error) {
      if (!isUnreachable(error) || error.cause instanceof MongoServerSelectionError) throw error;
    }
    return readByCursor();
  }
}

export function draftCollectionName(folder: string): string {
  return `${folder}.drafts`;
}
