import type { Collection, CollectionOptions, Db, Document, Filter, MongoClient } from 'mongodb';
import { MongoServerSelectionError } from 'mongodb';
import { closeClient } from './close-client.js';
import { LOG } from '../collections.js';
import { Documents } from './documents.js';
import type { EntryDocument } from '../documents/entry-document.js';
import type {
  ScheduleDocument,
  SecretDocument,
  StateDocument,
  TokenDocument,
  TrustedBatchDocument,
} from '../documents/small-documents.js';
import { inTime } from './in-time.js';
import type { LogDocument } from '../log/log-document.js';
import { limitedSend, send } from './send.js';
import type { Reading } from './together.js';
import { Together } from './together.js';
import { isUnreachable, unreachable } from './translate-errors.js';
import type { VintageDocument, SeriesDocument } from '../figures/series-documents.js';
import type { DatabaseUse, PoolState } from '../store.js';

/** Milliseconds after which the database gives up on a read. */
export const READ_LIMIT_MS = 5000;

/** Options of every read. */
export const READ = { maxTimeMS: READ_LIMIT_MS } as const;

/** Documents of a batch: all that a page, or a level of a query, may have. */
const AT_ONCE = 100_000;

/** Options of a command, which has none of those of its client. */
const COMMAND = { ignoreUndefined: true, maxTimeMS: READ_LIMIT_MS } as const;

/** What of documents is read, in which order, and how many. */
interface Finding {
  projection: Document;
  sort?: Record<string, 1 | -1>;
  limit?: number;
}

/** The reply to a command that opens a cursor. */
interface CursorReply<T> extends Document {
  cursor: { id: unknown; firstBatch: T[] };
}

/** How the log is read: what a majority of the members has, and so stays. */
const MAJORITY: CollectionOptions = { readConcern: { level: 'majority' } };

/** What all views of one database share. */
interface Shared {
  client: MongoClient;
  db: Db;
  /** Makes a client, not connected yet, for commands during which the server may be silent for long. */
  makePatient: () => MongoClient;
  pool: PoolState;
  /** The driver takes long to make a collection. */
  collections: Map<string, Collection>;
}

/** The collections of one database; the log and the figures beside one collection for each kind and for its drafts. */
export class Database {
  /** Batches the reads of one request; null outside of requests, where reads are sent one by one. */
  private readonly reads: Together | null;

  /** @param use  counts operations; nothing is counted unless given */
  constructor(
    private readonly shared: Shared,
    readonly use?: DatabaseUse,
  ) {
    this.reads = use ? new Together((collection, stages) => this.aggregate(collection, stages)) : null;
  }

  /** The same database for one request: counts its operations, and sends reads of the same moment as one command. */
  measured(use: DatabaseUse): Database {
    return new Database(this.shared, use);
  }

  /** How the connections stand. */
  get pool(): PoolState {
    return this.shared.pool;
  }

  private get db(): Db {
    return this.shared.db;
  }

  get changes(): Documents<LogDocument> {
    return this.documents(LOG);
  }

  get state(): Documents<StateDocument> {
    return this.documents('state');
  }

  get series(): Documents<SeriesDocument> {
    return this.documents('series');
  }

  /** The vintages of figures, in a collection with the name that readers say. */
  get vintages(): Documents<VintageDocument> {
    return this.documents('editions');
  }

  get tokens(): Documents<TokenDocument> {
    return this.documents('tokens');
  }

  get secrets(): Documents<SecretDocument> {
    return this.documents('secrets');
  }

  get trusted(): Documents<TrustedBatchDocument> {
    return this.documents('trusted');
  }

  get schedules(): Documents<ScheduleDocument> {
    return this.documents('schedules');
  }

  /** What is published of a kind, by the name of its folder. */
  entries(folder: string): Documents<EntryDocument> {
    return this.documents(folder);
  }

  /**
   * The newest states of a kind that are not what is published: drafts, and retired entries in full.
   *
   * A collection for each kind and not one for all: documents, slugs and pipelines are then those of what is
   * published, and a preview is the union of two collections.
   */
  drafts(folder: string): Documents<EntryDocument> {
    return this.documents(draftsName(folder));
  }

  /** The documents of a collection by its name. */
  documents<T extends Document>(name: string): Documents<T> {
    return new Documents(this.collection(name) as unknown as Collection<T>, this.use);
  }

  /** The names of the collections that are there. */
  async collections(): Promise<string[]> {
    const found = await send(this.db.listCollections({}, { nameOnly: true }).toArray(), this.use);
    return found.map(({ name }) => name);
  }

  /** Rejects with DATABASE_UNREACHABLE unless the database answers. */
  async ping(): Promise<void> {
    await limitedSend(this.db.command({ ping: 1 }), READ_LIMIT_MS, this.use);
  }

  /** All documents that a pipeline gives, in one command. */
  aggregate<T extends Document>(collection: string, pipeline: Document[]): Promise<T[]> {
    const command = { aggregate: collection, pipeline, cursor: { batchSize: AT_ONCE } };
    const byCursor = () =>
      send(
        this.collection(collection)
          .aggregate<T>(pipeline, { ...READ, batchSize: AT_ONCE })
          .toArray(),
        this.use,
      );
    // A command takes no read concern from its collection.
    return inTime(
      collection === LOG ? byCursor() : this.firstBatchOr<T>(command, byCursor),
      READ_LIMIT_MS,
      unreachable,
    );
  }

  /** What is published of a kind and meets a condition, or of its drafts, in one command. */
  find(collection: string, filter: Filter<EntryDocument>, how: Finding): Promise<EntryDocument[]> {
    const options = { ...how, batchSize: AT_ONCE };
    const byCursor = () => this.entries(collection).find(filter, { ...READ, ...options });
    const found = this.firstBatchOr({ find: collection, filter, ...options }, byCursor);
    return inTime(found, READ_LIMIT_MS, unreachable);
  }

  /** All documents that a pipeline gives, in one command with what else the same request reads now. */
  together<T extends Document>(reading: Reading, given?: () => Promise<T[]>): Promise<T[]> {
    const alone = given ?? (() => this.aggregate<T>(reading.collection, [...reading.stages]));
    return this.reads ? this.reads.read(reading, alone) : alone();
  }

  /** Does what may take long without a word of the database, such as making an index of a large collection. */
  async unhurried(work: (db: Db) => Promise<void>): Promise<void> {
    const client = this.shared.makePatient();
    try {
      await send(work(client.db(this.db.databaseName)));
    } finally {
      await closeClient(client);
    }
  }

  close(): Promise<void> {
    return closeClient(this.shared.client);
  }

  private collection(name: string): Collection {
    const { db, collections } = this.shared;
    let known = collections.get(name);
    if (!known) collections.set(name, (known = db.collection(name, name === LOG ? MAJORITY : {})));
    return known;
  }

  /**
   * Reads all that a find or an aggregate returns, in one batch; by a cursor where there is more than one batch, or where
   * the connection was lost, as the driver retries what cursors read. Where cursors read all, a request for 20 entries
   * takes a third more processor time (\`npm run bench -- list20\`).
   */
  private async firstBatchOr<T extends Document>(command: Document, byCursor: () => Promise<T[]>): Promise<T[]> {
    try {
      const { cursor } = (await send(this.db.command({ ...command, ...READ }, COMMAND), this.use)) as CursorReply<T>;
      if (cursor.id === 0) return cursor.firstBatch;
      const collection: unknown = Object.values(command)[0];
      send(this.db.command({ killCursors: collection, cursors: [cursor.id] }), this.use).catch(() => {});
    } catch (error) {
      if (!isUnreachable(error) || error.cause instanceof MongoServerSelectionError) throw error;
    }
    return byCursor();
  }
}

/** The name of the collection of a kind's drafts. */
export function draftsName(folder: string): string {
  return `${folder}.drafts`;
}
