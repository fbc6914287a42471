import type { LogDocument } from './change-log.js';
import { noticeOf } from './change-log.js';
import type { Database } from './database.js';
import { READ } from './database.js';
import type { Projection } from './projection.js';
import type { ChangeNotice, FeedState } from './store.js';

/** The document that says how far the served collections are. */
export const PROGRESS = 'projection';

/** Milliseconds between two rounds at most, however often the last ones failed. */
const LONGEST_WAIT_MS = 1500;

/** How a feed is set up. */
export interface FeedOptions {
  /** Milliseconds between two rounds while somebody follows; after a failure they grow, up to 1500. */
  pollMs: number;
  /** Is told of each batch first, whether anybody follows or not. */
  first: (notice: ChangeNotice) => void;
  /**
   * Is told why the log cannot be applied, once for a row of failures, and null once it can again. The feed then starts
   * though the log cannot be applied, which it will be; without it, such a start rejects.
   */
  onTrouble?: ((error: unknown) => void) | undefined;
}

/**
 * Follows the log: applies every batch in its order, whoever wrote it, and then tells of it. What fails is tried again
 * until it is done.
 *
 * What another process wrote and applied already is only told of. One that stopped between the log and the served
 * collections has its work finished here.
 */
export class Feed {
  /** The last batch that is applied and told of here. */
  private position = 0;
  private isProjected = false;
  private failures = 0;
  /** Failures since the last round that was whole. */
  private inARow = 0;
  private readonly listeners = new Set<(notice: ChangeNotice) => void>();
  private work: Promise<void> = Promise.resolve();
  private saving: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly projection: Projection,
    private readonly options: FeedOptions,
  ) {}

  /** The place in the log up to which all is carried out. */
  get sequence(): number {
    return this.position;
  }

  /** How far the log is applied, and how well that goes. */
  get state(): FeedState {
    return {
      sequence: this.position,
      isProjected: this.isProjected,
      isFailing: this.inARow > 0,
      failures: this.failures,
    };
  }

  /** Whether what others write is told of soon. */
  get isFollowing(): boolean {
    return this.timer !== null;
  }

  /** Applies what a process that stopped has left. */
  async start(): Promise<void> {
    this.position = await this.progress();
    try {
      await this.advance();
    } catch (error) {
      if (!this.options.onTrouble) throw error;
    }
  }

  /** Applies everything again, from the first batch on. */
  async restart(): Promise<void> {
    await this.database.state.deleteOne({ _id: PROGRESS });
    this.position = 0;
    await this.advance();
  }

  /** Applies and tells of all that is new in the log; `written` is what was just added to it here. */
  async advance(written: readonly LogDocument[] = []): Promise<void> {
    const before = this.work;
    const work = (async () => {
      await before.catch(() => undefined); // whoever waited for it was told
      await this.round(written);
    })();
    this.work = work;
    await work;
  }

  /** Calls back for every batch from now on; returns the function that ends it. */
  follow(listener: (notice: ChangeNotice) => void): () => void {
    // A function of its own, so that one listener given twice is called twice.
    const own = (notice: ChangeNotice) => listener(notice);
    this.listeners.add(own);
    if (!this.timer) this.wait();
    return () => {
      this.listeners.delete(own);
      if (this.listeners.size === 0 && this.timer) {
        clearTimeout(this.timer);
        this.timer = null;
      }
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    this.listeners.clear();
    if (this.timer) clearTimeout(this.timer);
    await this.work.catch(() => undefined);
    await this.saving;
  }

  private async round(written: readonly LogDocument[]): Promise<void> {
    try {
      await this.next(written);
    } catch (error) {
      this.failures += 1;
      this.inARow += 1;
      if (this.inARow === 1) this.options.onTrouble?.(error);
      throw error;
    }
    if (this.inARow > 0) this.options.onTrouble?.(null);
    this.inARow = 0;
  }

  private async next(written: readonly LogDocument[]): Promise<void> {
    const start = this.position;
    if (written[0]?._id === start + 1) {
      for (const batch of written) await this.take(batch, true);
    } else {
      await this.readOn();
    }
    this.isProjected = true;
    if (this.position > start) this.saveProgress();
  }

  private async readOn(): Promise<void> {
    const cursor = this.database.changes.find({ _id: { $gt: this.position } }, { ...READ, sort: { _id: 1 } });
    let progress: number | null = null;
    for await (const batch of cursor) {
      progress ??= await this.progress();
      await this.take(batch, batch._id > progress);
    }
  }

  private async take(batch: LogDocument, open: boolean): Promise<void> {
    if (open) await this.projection.carryOut(batch);
    this.position = batch._id;
    const notice = noticeOf(batch);
    this.options.first(notice);
    for (const listener of this.listeners) listener(notice);
  }

  private async progress(): Promise<number> {
    const state = await this.database.state.findOne({ _id: PROGRESS }, READ);
    return state?.sequence ?? 0;
  }

  /**
   * Notes how far the collections are, so that the next start need not begin at the first batch. Nobody waits for it:
   * without it, work is done again that changes nothing.
   */
  private saveProgress(): void {
    const sequence = this.position;
    this.saving = this.saving
      .then(() => this.database.state.updateOne({ _id: PROGRESS }, { $max: { sequence } }, { upsert: true }))
      .catch(() => undefined);
  }

  private wait(): void {
    const { pollMs } = this.options;
    const ms = this.inARow === 0 ? pollMs : Math.max(pollMs, Math.min(pollMs * 2 ** this.inARow, LONGEST_WAIT_MS));
    this.timer = setTimeout(() => void this.poll(), ms);
    this.timer.unref();
  }

  /** One round, whose failure was told of already, and the wait for the next. */
  private async poll(): Promise<void> {
    await this.advance().catch(() => undefined);
    if (this.timer && !this.closed) this.wait();
  }
}
