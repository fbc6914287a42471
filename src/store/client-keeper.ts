import type { Db, MongoClient } from 'mongodb';
import { MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import { Operations } from './operations.js';

/** Milliseconds between two looks at what is under way. */
const LOOK_MS = 250;
/** Milliseconds without an answer after which the client is asked whether it still has the database. */
const SILENCE_MS = 1000;
/** Milliseconds that the client has to answer before others try beside it, between two that try, and for each of them. */
const PATIENCE_MS = 300;
const TRY_EVERY_MS = 1000;
const TRY_LIMIT_MS = 3000;
/** Milliseconds that operations have once the database is back, after it was away and after no more than a hiccup. */
const GRACE_MS = 1000;
const LONG_GRACE_MS = 10_000;

/** Makes a client that is not yet connected; one that waits for ever in silence where `silenceMs` is 0. */
export type MakeClient = (options?: { silenceMs?: number }) => MongoClient;

/**
 * Keeps a client that answers. While the database does not, new clients try to reach it beside the one in use, and the
 * first to be answered takes its place. The driver would wait for as long as a connection may take that leads nowhere,
 * and for ever where the socket of its monitor was ended by the other side at the wrong moment.
 */
export class ClientKeeper {
  private readonly operations = new Operations((error) => {
    if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) void this.look();
  });
  private readonly timer: NodeJS.Timeout;
  private nextLook = 0;
  private isLooking = false;
  private isClosed = false;

  private constructor(
    private client: MongoClient,
    readonly make: MakeClient,
  ) {
    this.timer = setInterval(() => this.watch(), LOOK_MS).unref();
  }

  /** Connects. */
  static async connect(make: MakeClient): Promise<ClientKeeper> {
    const client = make();
    try {
      await client.connect();
    } catch (error) {
      closeQuietly(client);
      throw error;
    }
    return new ClientKeeper(client, make);
  }

  /** A database by the client of now. It is to be asked for again for each use. */
  db(name: string): Db {
    return this.operations.watched(this.client.db(name));
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.timer);
    this.operations.endBefore(performance.now());
    await inTime(this.client.close()).catch(() => {});
  }

  private watch(): void {
    this.operations.endLate();
    if (this.operations.longestWaitMs > SILENCE_MS && performance.now() > this.nextLook) void this.look();
  }

  /** Finds a client that answers, however long that takes, and ends what was lost meanwhile. */
  private async look(): Promise<void> {
    if (this.isLooking || this.isClosed) return;
    this.isLooking = true;
    const start = performance.now();
    const client = await this.answering();
    const back = performance.now();
    this.isLooking = false;
    this.nextLook = back + SILENCE_MS;
    if (this.isClosed) return;
    const wasAway = back - start > PATIENCE_MS;
    setTimeout(() => this.operations.endBefore(back), wasAway ? GRACE_MS : LONG_GRACE_MS).unref();
    if (client === this.client) return;
    const before = this.client;
    this.client = client;
    setTimeout(() => closeQuietly(before), GRACE_MS).unref();
  }

  /** The client in use or a new one, whichever the database answers first; the one in use once all is closed. */
  private answering(): Promise<MongoClient> {
    return new Promise((resolve) => {
      let isFound = false;
      const found = (client: MongoClient) => {
        if (isFound && client !== this.client) closeQuietly(client);
        isFound = true;
        resolve(client);
      };
      const attempt = () => {
        if (isFound) return;
        if (this.isClosed) return found(this.client);
        ask(this.client).then(found, () => {});
        this.another().then(found, () => {});
        setTimeout(attempt, TRY_EVERY_MS).unref();
      };
      ask(this.client).then(found, () => {});
      setTimeout(attempt, PATIENCE_MS).unref();
    });
  }

  /** A new client that the database has answered. */
  private async another(): Promise<MongoClient> {
    const client = this.make();
    try {
      await inTime(client.connect().then(() => ask(client)));
      return client;
    } catch (error) {
      closeQuietly(client);
      throw error;
    }
  }
}

async function ask(client: MongoClient): Promise<MongoClient> {
  await client.db('admin').command({ ping: 1 });
  return client;
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new MongoNetworkError('no answer came')), TRY_LIMIT_MS);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Nobody waits for the end of a client that is given up. */
function closeQuietly(client: MongoClient): void {
  client.close().catch(() => {});
}
