import type {
  AnyBulkWriteOperation,
  Collection,
  Document,
  Filter,
  FindOptions,
  OptionalUnlessRequiredId,
  UpdateFilter,
  WithId,
  WithoutId,
} from 'mongodb';
import type { DatabaseUsage } from '../store.js';
import { runWithTimeout, runOperation } from './run-operation.js';
import { iterateCooperatively } from './cooperative-cursor.js';

type ReadOptions = FindOptions & { batchSize?: number };
interface WriteOptions {
  upsert?: boolean;
}

/**
 * Driver operations on one collection. Each is counted in `usage` and rejects with errors of `translateError`. Reads
 * with `maxTimeMS` reject after that time. The driver retries reads and single writes once.
 */
export class DocumentOperations<T extends Document> {
  constructor(
    private readonly collection: Collection<T>,
    private readonly usage?: DatabaseUsage,
  ) {}

  get name(): string {
    return this.collection.collectionName;
  }

  find(filter: Filter<T>, options: ReadOptions = {}): Promise<WithId<T>[]> {
    return runWithTimeout(this.collection.find(filter, options).toArray(), options.maxTimeMS, this.usage);
  }

  findOne(filter: Filter<T>, options: ReadOptions = {}): Promise<WithId<T> | null> {
    return runWithTimeout(this.collection.findOne(filter, options), options.maxTimeMS, this.usage);
  }

  /** Yields documents one by one, read in batches of `batchSize`. Regularly lets the event loop run. */
  each(filter: Filter<T>, options: ReadOptions = {}): AsyncGenerator<WithId<T>, void, undefined> {
    return iterateCooperatively(this.batches(filter, options), this.usage);
  }

  count(filter: Filter<T> = {}, options: { maxTimeMS?: number } = {}): Promise<number> {
    return runWithTimeout(this.collection.countDocuments(filter, options), options.maxTimeMS, this.usage);
  }

  insertOne(document: OptionalUnlessRequiredId<T>): Promise<unknown> {
    return runOperation(this.collection.insertOne(document), this.usage);
  }

  /** Inserts documents in any order. An error does not stop the remaining inserts. */
  insertMany(documents: readonly OptionalUnlessRequiredId<T>[]): Promise<unknown> {
    return runOperation(this.collection.insertMany(documents, { ordered: false }), this.usage);
  }

  /** Applies operations in any order. An error does not stop the remaining operations. */
  bulkWrite(operations: readonly AnyBulkWriteOperation<T>[]): Promise<unknown> {
    return runOperation(this.collection.bulkWrite(operations, { ordered: false }), this.usage);
  }

  updateOne(filter: Filter<T>, update: UpdateFilter<T>, options: WriteOptions = {}) {
    return runOperation(this.collection.updateOne(filter, update, options), this.usage);
  }

  updateMany(filter: Filter<T>, update: UpdateFilter<T>) {
    return runOperation(this.collection.updateMany(filter, update), this.usage);
  }

  replaceOne(filter: Filter<T>, document: WithoutId<T>, options: WriteOptions = {}) {
    return runOperation(this.collection.replaceOne(filter, document, options), this.usage);
  }

  async deleteOne(filter: Filter<T>): Promise<number> {
    return (await runOperation(this.collection.deleteOne(filter), this.usage)).deletedCount;
  }

  async deleteMany(filter: Filter<T>): Promise<number> {
    return (await runOperation(this.collection.deleteMany(filter), this.usage)).deletedCount;
  }

  drop(): Promise<unknown> {
    return runOperation(this.collection.drop(), this.usage);
  }

  private async *batches(
    filter: Filter<T>,
    options: ReadOptions,
  ): AsyncGenerator<readonly WithId<T>[], void, undefined> {
    const cursor = this.collection.find(filter, options);
    const isAtEnd = () => cursor.id?.isZero() ?? false;
    try {
      while (!isAtEnd() && (await runWithTimeout(cursor.hasNext(), options.maxTimeMS, this.usage)))
        yield cursor.readBufferedDocuments();
    } finally {
      if (!isAtEnd()) await runOperation(cursor.close(), this.usage);
    }
  }
}
