import type { Collection, CollectionOptions, CommandStartedEvent, Db, Document, Filter } from 'mongodb';
import { MongoClient } from 'mongodb';
import { ClientKeeper } from './client-keeper.js';
import { LOG } from '../collections.js';
import { connectFault } from './connect-fault.js';
import { databaseAddress } from './database-address.js';
import { READ_LIMIT_MS, readFirstBatch } from './first-batch.js';
import type { EntryDocument } from '../documents/entry-document.js';
import type {
  ScheduleDocument,
  SecretDocument,
  StateDocument,
  TokenDocument,
  TrustedBatchDocument,
} from '../documents/small-documents.js';
import type { LogDocument } from '../log/log-document.js';
import { refuseOldServer } from './server-version.js';
import { PoolWatch } from './pool-watch.js';
import type { Reading } from './together.js';
import { Together } from './together.js';
import type { VintageDocument, SeriesDocument } from '../figures/series-documents.js';
import type { DatabaseUse } from '../store.js';

/** Milliseconds to find and to reach the server, unless the address says otherwise. */
const SELECTION_LIMIT_MS = 3000;
/**
 * Milliseconds of silence after which a connection is given up, so that a write into the void ends, too. A large write
 * takes its time; that the database is away is noticed sooner, by what else it is asked.
 */
const SILENCE_LIMIT_MS = 120_000;

/** What every read asks of the database. */
export const READ = { maxTimeMS: READ_LIMIT_MS } as const;

/** Documents of a batch: all that a page, or a level of a query, may have. */
const AT_ONCE = 100_000;

/** What of documents is read, in which order, and how many. */
interface Finding {
  projection: Document;
  sort?: Record<string, 1 | -1>;
  limit?: number;
}

/** How the log is read: what a majority of the members has, and so stays. */
const MAJORITY: CollectionOptions = { readConcern: { level: 'majority' } };

/**
 * The collections of one database; the log and the figures beside one collection for each kind and for its drafts.
 *
 * A collection is to be asked for again for each use: while the database is away, the client behind may be another.
 */
export class Database {
  /** What is read for nobody in particular is read by itself. */
  private readonly reads: Together | null;

  /** @param use  counts what is asked of the database; nothing is counted unless given */
  constructor(
    private readonly keeper: ClientKeeper,
    private readonly name: string,
    readonly pool: PoolWatch,
    readonly use?: DatabaseUse,
  ) {
    this.reads = use ? new Together((collection, stages) => this.aggregate(collection, stages)) : null;
  }

  /** The same database for one request: what it asks is counted, and what it reads at the same time is one command. */
  measured(use: DatabaseUse): Database {
    return new Database(this.keeper, this.name, this.pool, use);
  }

  get db(): Db {
    return this.keeper.db(this.name, this.use);
  }

  get changes(): Collection<LogDocument> {
    return this.db.collection(LOG, MAJORITY);
  }

  get state(): Collection<StateDocument> {
    return this.db.collection('state');
  }

  get series(): Collection<SeriesDocument> {
    return this.db.collection('series');
  }

  /** The vintages of figures, in a collection with the name that readers say. */
  get vintages(): Collection<VintageDocument> {
    return this.db.collection('editions');
  }

  get tokens(): Collection<TokenDocument> {
    return this.db.collection('tokens');
  }

  get secrets(): Collection<SecretDocument> {
    return this.db.collection('secrets');
  }

  get trusted(): Collection<TrustedBatchDocument> {
    return this.db.collection('trusted');
  }

  get schedules(): Collection<ScheduleDocument> {
    return this.db.collection('schedules');
  }

  /** What is published of a kind, by the name of its folder. */
  entries(folder: string): Collection<EntryDocument> {
    return this.db.collection(folder);
  }

  /**
   * The newest states of a kind that are not what is published: drafts, and retired entries in full.
   *
   * A collection for each kind and not one for all: documents, slugs and pipelines are then those of what is
   * published, and a preview is the union of two collections.
   */
  drafts(folder: string): Collection<EntryDocument> {
    return this.db.collection(draftsName(folder));
  }

  /** The names of the collections that are there. */
  async collections(): Promise<string[]> {
    return (await this.db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  }

  /** All documents that a pipeline gives, in one command. */
  async aggregate<T extends Document>(collection: string, pipeline: Document[]): Promise<T[]> {
    const command = { aggregate: collection, pipeline, cursor: { batchSize: AT_ONCE } };
    const read = collection === LOG ? null : await readFirstBatch<T>(this.db, command);
    return (
      read ??
      this.db
        .collection(collection, collection === LOG ? MAJORITY : {})
        .aggregate<T>(pipeline, { ...READ, batchSize: AT_ONCE })
        .toArray()
    );
  }

  /** What is published of a kind and meets a condition, or of its drafts, in one command. */
  async find(collection: string, filter: Filter<EntryDocument>, how: Finding): Promise<EntryDocument[]> {
    const read = await readFirstBatch<EntryDocument>(this.db, { find: collection, filter, ...how, batchSize: AT_ONCE });
    return (
      read ??
      this.entries(collection)
        .find(filter, { ...READ, ...how, batchSize: AT_ONCE })
        .toArray()
    );
  }

  /** All documents that a pipeline gives, in one command with what else the same request reads now. */
  together<T extends Document>(reading: Reading, given?: () => Promise<T[]>): Promise<T[]> {
    const alone = given ?? (() => this.aggregate<T>(reading.collection, [...reading.stages]));
    return this.reads ? this.reads.read(reading, alone) : alone();
  }

  /** Does what may take long without a word of the database, such as making an index of a large collection. */
  async unhurried(work: (db: Db) => Promise<void>): Promise<void> {
    const client = this.keeper.make({ silenceMs: 0 });
    try {
      await work(client.db(this.name));
    } finally {
      await client.close();
    }
  }

  close(): Promise<void> {
    return this.keeper.close();
  }
}

/** Commands by which the connection itself is checked. */
const UNCOUNTED = new Set(['ping', 'buildInfo']);

/** The name of the collection of a kind's drafts. */
export function draftsName(folder: string): string {
  return `${folder}.drafts`;
}

/**
 * Connects to a database. All is read from the primary, whatever the address says.
 *
 * @param onCommand is told the name of each command that is sent, and the command; not of pings and of
 *   `buildInfo`, which belong to the connection
 * @throws AppError USAGE, DATABASE_UNREACHABLE, DATABASE_UNSUPPORTED, each with what to do
 */
export async function connect(
  uri: string,
  name: string,
  onCommand?: (name: string, command: Document) => void,
): Promise<Database> {
  const pool = new PoolWatch();
  const make = ({ silenceMs = SILENCE_LIMIT_MS } = {}) => {
    const client = new MongoClient(databaseAddress(uri), {
      appName: 'signpost',
      ...(!/[?&]serverSelectionTimeoutMS=/i.test(uri) && { serverSelectionTimeoutMS: SELECTION_LIMIT_MS }),
      ...(!/[?&]connectTimeoutMS=/i.test(uri) && { connectTimeoutMS: SELECTION_LIMIT_MS }),
      socketTimeoutMS: silenceMs,
      readPreference: 'primary',
      writeConcern: { w: 'majority', journal: true },
      monitorCommands: onCommand !== undefined,
      ignoreUndefined: true,
    });
    pool.add(client);
    if (onCommand)
      client.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
        if (!UNCOUNTED.has(commandName)) onCommand(commandName, command);
      });
    return client;
  };
  try {
    const database = new Database(await ClientKeeper.connect(make), name, pool);
    await refuseOldServer(database.db).catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
    return database;
  } catch (error) {
    throw connectFault(error, uri);
  }
}
