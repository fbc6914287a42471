import type { Db, MongoClient } from 'mongodb';
import { MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import { inTime, stoodStill } from './in-time.js';
import { Operations } from './operations.js';
import type { DatabaseUse } from '../store.js';

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
/** Milliseconds that operations have while the database stays away. */
const AWAY_MS = 30_000;

/** Who answers for the database, and whether it was the client in use that did, to what it was asked first. */
interface Answering {
  client: MongoClient;
  isFirst: boolean;
}

/** Makes a client that is not yet connected; one that waits for ever in silence where `silenceMs` is 0. */
export type MakeClient = (options?: { silenceMs?: number }) => MongoClient;

/**
 * Keeps a client that answers. While the database does not, new clients try to reach it beside the one in use, and the
 * first to be answered takes its place. The driver would wait for as long as a connection may take that leads nowhere,
 * and for ever where the socket of its monitor was ended by the other side at the wrong moment.
 */
export class ClientKeeper {
  private readonly operations = new Operations(
    (error) => {
      if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) this.lost();
    },
    () => this.startWatching(),
  );
  /** Looks at what is under way; null where nothing was at the last look, so that an idle process sleeps. */
  private timer: NodeJS.Timeout | null = null;
  private nextLook = 0;
  private watchedAt = performance.now();
  private lookingSince: number | null = null;
  /** Whether a connection was lost of late, and others may have been with it. */
  private hasLost = false;
  /** Databases by the client in use, as the driver is slow to make one. */
  private readonly dbs = new Map<string, Db>();
  /** Clients that others took the place of, until what they were asked is ended. */
  private readonly replaced = new Set<MongoClient>();
  /** Clients that try to reach the database beside the one in use. */
  private readonly trying = new Set<MongoClient>();
  private isClosed = false;

  private constructor(
    private client: MongoClient,
    readonly make: MakeClient,
  ) {
    this.listen();
  }

  /** Connects. */
  static async connect(make: MakeClient): Promise<ClientKeeper> {
    const client = make();
    try {
      await client.connect();
    } catch (error) {
      giveUp(client);
      throw error;
    }
    return new ClientKeeper(client, make);
  }

  /** A database by the client of now, to be asked for again for each use. What is asked of it is counted. */
  db(name: string, use?: DatabaseUse): Db {
    let db = this.dbs.get(name);
    if (!db) this.dbs.set(name, (db = this.client.db(name)));
    return this.operations.watched(db, { use });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.stopWatching();
    this.operations.endBefore(performance.now());
    this.replaced.forEach(giveUp);
    this.trying.forEach(giveUp);
    await tried(this.client.close()).catch(() => giveUp(this.client));
  }

  private startWatching(): void {
    if (this.timer || this.isClosed) return;
    this.watchedAt = performance.now();
    this.timer = setInterval(() => this.watch(), LOOK_MS).unref();
  }

  private stopWatching(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private watch(): void {
    if (this.operations.areOver) return this.stopWatching();
    const now = performance.now();
    this.operations.forgive(stoodStill(now - this.watchedAt - LOOK_MS));
    this.watchedAt = now;
    this.operations.endLate();
    if (this.lookingSince !== null && now - this.lookingSince > AWAY_MS) this.operations.endBefore(now - AWAY_MS);
    if (this.operations.longestWaitMs > SILENCE_MS && now > this.nextLook) void this.look();
  }

  /** Hears of connections that the client in use has lost. */
  private listen(): void {
    const { client } = this;
    client.on('connectionPoolCleared', () => client === this.client && this.lost());
  }

  private lost(): void {
    this.hasLost = true;
    void this.look();
  }

  /**
   * Finds a client that answers, however long that takes, and ends what was lost meanwhile. Where the client in use
   * answers what it is asked first and has lost no connection, the database is slow and not away: nothing is lost.
   */
  private async look(): Promise<void> {
    if (this.lookingSince !== null || this.isClosed) return;
    const start = (this.lookingSince = performance.now());
    const { client, isFirst } = await this.answering();
    const back = performance.now();
    const isLost = this.hasLost || !isFirst;
    this.hasLost = false;
    this.lookingSince = null;
    this.nextLook = back + SILENCE_MS;
    const before = this.client;
    if (this.isClosed && client !== before) giveUp(client);
    if (this.isClosed || !isLost) return;
    if (client !== before) this.replace(client);
    const endLost = () => {
      this.operations.endBefore(back);
      if (this.replaced.delete(before)) giveUp(before);
    };
    setTimeout(endLost, back - start > PATIENCE_MS ? GRACE_MS : LONG_GRACE_MS).unref();
  }

  private replace(client: MongoClient): void {
    this.replaced.add(this.client);
    this.client = client;
    this.dbs.clear();
    this.listen();
  }

  /**
   * The client in use or a new one, whichever the database answers first, and whether the first question to the one in
   * use was answered; the one in use once all is closed. What was asked first has a little longer than what came after.
   */
  private answering(): Promise<Answering> {
    const inUse = this.client;
    return new Promise((resolve) => {
      let found: MongoClient | null = null;
      let isOver = false;
      const end = (answering: Answering) => {
        if (isOver) return;
        isOver = true;
        if (found !== null && found !== inUse && found !== answering.client) giveUp(found);
        found = answering.client;
        resolve(answering);
      };
      const later = (client: MongoClient) => {
        if (found !== null) return client === inUse ? undefined : giveUp(client);
        found = client;
        setTimeout(() => setImmediate(end, { client, isFirst: false }), PATIENCE_MS);
      };
      const attempt = () => {
        if (found !== null) return;
        if (this.isClosed) return later(inUse);
        ask(inUse).then(later, () => {});
        this.another().then(later, () => {});
        setTimeout(attempt, TRY_EVERY_MS).unref();
      };
      ask(inUse).then(
        () => end({ client: inUse, isFirst: true }),
        () => {},
      );
      setTimeout(attempt, PATIENCE_MS).unref();
    });
  }

  /** A new client that the database has answered. */
  private async another(): Promise<MongoClient> {
    const client = this.make();
    this.trying.add(client);
    try {
      await tried(client.connect().then(() => ask(client)));
      return client;
    } catch (error) {
      giveUp(client);
      throw error;
    } finally {
      this.trying.delete(client);
    }
  }
}

async function ask(client: MongoClient): Promise<MongoClient> {
  await client.db('admin').command({ ping: 1 });
  return client;
}

/** Waits for what shows that a client is answered. */
function tried<T>(answer: Promise<T>): Promise<T> {
  return inTime(answer, TRY_LIMIT_MS, () => new MongoNetworkError('no answer came'));
}

/**
 * Ends a client that nobody waits for, without a word to the database: the driver (7.9.0) takes its leave first, and
 * keeps its connections, and with them the process, for as long as that is not answered.
 */
function giveUp(client: MongoClient): void {
  (client as { topology?: { close(): void } }).topology?.close();
  client.close().catch(() => {});
}
