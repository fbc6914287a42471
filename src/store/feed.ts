import { AppError } from '../errors.js';
import type { LogDocument } from './change-log.js';
import { noticeOf } from './change-log.js';
import type { Database } from './database.js';
import { READ } from './database.js';
import type { Projection } from './projection.js';
import { reached } from './reach.js';
import type { ChangeNotice } from './store.js';

/** The document that says how far the served collections are. */
export const PROGRESS = 'projection';

/**
 * Follows the log: carries out every batch in its order, whoever wrote it, and then tells of it.
 *
 * What another process wrote and carried out already is only told of. One that stopped between the log and the served
 * collections has its work finished here.
 */
export class Feed {
  /** The last batch that is carried out and told of here. */
  private position = 0;
  private readonly listeners = new Set<(notice: ChangeNotice) => void>();
  private work: Promise<void> = Promise.resolve();
  private saving: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly projection: Projection,
    private readonly pollMs: number,
    /** Is told first, whether anybody follows or not. */
    private readonly first: (notice: ChangeNotice) => void,
  ) {}

  /** The place in the log up to which all is carried out. */
  get sequence(): number {
    return this.position;
  }

  /** Whether what others write is told of soon. */
  get isFollowing(): boolean {
    return this.timer !== null;
  }

  /** Carries out what a process that stopped has left. */
  async start(): Promise<void> {
    this.position = await this.progress();
    await this.advance();
  }

  /** Carries out everything anew, from the first batch on. */
  async restart(): Promise<void> {
    await this.database.state.deleteOne({ _id: PROGRESS });
    this.position = 0;
    await this.advance();
  }

  /** Carries out and tells of all that is new in the log; `written` is what was just added to it here. */
  async advance(written: readonly LogDocument[] = []): Promise<void> {
    const before = this.work;
    const work = (async () => {
      await before.catch(() => undefined); // whoever waited for it was told
      await this.next(written);
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

  private async next(written: readonly LogDocument[]): Promise<void> {
    const start = this.position;
    if (written[0]?._id === start + 1) {
      for (const batch of written) await this.take(batch, true);
    } else {
      await this.readOn();
    }
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
    this.first(notice);
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
    this.timer = setTimeout(() => void this.poll(), this.pollMs);
    this.timer.unref();
  }

  private async poll(): Promise<void> {
    try {
      await reached(this.advance());
    } catch (error) {
      // While the database is away there is nothing to tell; the next round asks again.
      if (!(error instanceof AppError)) throw error;
    }
    if (this.timer && !this.closed) this.wait();
  }
}
