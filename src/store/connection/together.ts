import type { Document } from 'mongodb';
import { MongoServerError } from 'mongodb';

/** A read of documents: where, and by which pipeline. */
export interface Reading {
  collection: string;
  stages: readonly Document[];
}

interface Waiting extends Reading {
  alone: () => Promise<Document[]>;
  resolve: (documents: Document[]) => void;
  reject: (error: unknown) => void;
}

/** More would be a pipeline that the database refuses. */
const MOST = 40;
/** Which of the readings gave a document. */
const READING = 'reading';

/**
 * Sends what one request reads at the same time as one command, however many collections it is in: the database is asked
 * once for each level of a query.
 */
export class Together {
  private waiting: Waiting[] = [];

  /** @param aggregate sends one pipeline */
  constructor(private readonly aggregate: (collection: string, stages: Document[]) => Promise<Document[]>) {}

  /** @param alone reads the same where nothing else is read with it */
  read<T extends Document>(reading: Reading, alone: () => Promise<T[]>): Promise<T[]> {
    return new Promise<Document[]>((resolve, reject) => {
      // Whoever is about to ask waits for no more than promises and ticks, and those come first.
      if (this.waiting.length === 0) setImmediate(() => this.send());
      this.waiting.push({ ...reading, alone, resolve, reject });
    }) as Promise<T[]>;
  }

  private send(): void {
    const all = this.waiting;
    this.waiting = [];
    for (let at = 0; at < all.length; at += MOST) void this.sendAs(all.slice(at, at + MOST));
  }

  private async sendAs(readings: readonly Waiting[]): Promise<void> {
    const [first, ...others] = readings.map(({ collection, stages }, at) => ({
      collection,
      pipeline: [...stages, { $set: { [READING]: at } }],
    }));
    if (others.length === 0) return readings.forEach(readAlone);
    try {
      const documents = await this.aggregate(first!.collection, [
        ...first!.pipeline,
        ...others.map(({ collection, pipeline }) => ({ $unionWith: { coll: collection, pipeline } })),
      ]);
      const given = readings.map((): Document[] => []);
      for (const { [READING]: at, ...document } of documents) given[at as number]!.push(document);
      readings.forEach(({ resolve }, at) => resolve(given[at]!));
    } catch (error) {
      // What the database says of one is not said of the others.
      if (error instanceof MongoServerError) readings.forEach(readAlone);
      else for (const { reject } of readings) reject(error);
    }
  }
}

function readAlone({ alone, resolve, reject }: Waiting): void {
  alone().then(resolve, reject);
}
