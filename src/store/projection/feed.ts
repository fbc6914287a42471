import { AppError } from '../../errors.js';
import type { LogDocument } from '../log/change-log.js';
import { FORMAT, MARKED, markOf, makeNotice } from '../log/change-log.js';
import type { Database } from '../connection/database.js';
import { pauseAfter } from '../connection/back-off.js';
import { READ } from '../connection/database.js';
import type { Source } from '../documents/sources.js';
import type { Form, Progress } from './form.js';
import { progressId } from './form.js';
import { LATEST_MS } from './latest.js';
import type { Projection } from './projection.js';
import type { ChangeNotice, FeedState } from '../log.js';

/** A place in the log, and what the batch there is known by again; null before it is known. */
interface Place {
  position: number;
  mark: string | null;
}

/** A look at the place up to which the log was applied, to be taken together with something else. */
export interface LogLook extends Place {
  source: Source;
}

/** Milliseconds between two looks at a log of which all is told, in case that it is replaced. */
const SELDOM_MS = 5000;
/** Milliseconds in which what was written here is applied mostly, so that it is not read as though others wrote it. */
const WAKE_MS = 20;

/** How a feed is set up. */
export interface FeedOptions {
  /** Milliseconds between two rounds while somebody follows; after a failure they grow, up to 1500. */
  pollMs: number;
  /** Whether `wake` is called for whatever is added to the log, so that it is looked at seldom besides. */
  isTold: boolean;
  /** Brings the database into the form of the model, at the start and where it is another database than before. */
  form: () => Promise<Form>;
  /** What of a batch is told of. */
  tells: (notice: ChangeNotice) => ChangeNotice;
  /** Is told of each batch first, whether anybody follows or not. */
  first: (notice: ChangeNotice) => void;
  /** Is given each batch next; null where all begins again. */
  altered: (batch: LogDocument | null) => void;
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
 * collections has its work finished here. Where the log is no longer the one that was applied, as after a restore, all
 * begins again.
 */
export class Feed {
  /** The last batch that is applied and told of here. */
  private position = 0;
  /** What the batch at the position is known by again; null before it is known. */
  private mark: string | null = null;
  private form!: Form;
  private isProjected = false;
  private failures = 0;
  /** Failures since the last round that was whole. */
  private inARow = 0;
  private readonly listeners = new Set<(notice: ChangeNotice) => void>();
  private work: Promise<void> = Promise.resolve();
  private saving: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private closed = false;
  private readUpTo = -Infinity;
  /** When something was added that was not read since; null where there is none. */
  private unreadSince: number | null = null;
  private waking: NodeJS.Timeout | null = null;
  private epoch = 0;
  private hearing: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly projection: Projection,
    private readonly options: FeedOptions,
  ) {}

  /** The place in the log up to which all is applied. */
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
      toldUpTo: this.toldUpTo,
    };
  }

  /** The moment up to which nothing is in the log that was not told of. */
  private get toldUpTo(): number {
    const { isTold } = this.options;
    return isTold && this.isFollowing && this.inARow === 0 ? (this.unreadSince ?? performance.now()) : this.readUpTo;
  }

  /** Tells the log that is applied from another that took its place; changes while it does, too. */
  get log(): number {
    return this.epoch;
  }

  /** Whether what others write is told of soon. */
  get isFollowing(): boolean {
    return this.timer !== null;
  }

  /** Whether a newer server writes batches that cannot be read here. */
  get isOutdated(): boolean {
    return this.form.isOutdated;
  }

  /** Applies what a process that stopped has left. */
  async start(): Promise<void> {
    this.form = await this.options.form();
    this.goTo(this.form.progress);
    try {
      if (this.form.progress.isClearing) await this.restart();
      else await this.advance();
    } catch (error) {
      if (!this.options.onTrouble) throw error;
    }
  }

  /** Empties the served collections and applies everything again, from the first batch on. */
  private async restart(): Promise<void> {
    await this.empty();
    await this.advance();
  }

  /** Looks whether the log still is the one that was applied, and begins again where it is not. */
  async verify(): Promise<void> {
    const [at] = await this.ahead();
    if (!this.isWhereItWas(at)) await this.advance();
  }

  /** As `verify`, for who reads something else with it: `confirm` is given what the source gives. */
  look(): LogLook {
    const { position, mark } = this;
    const stages = [
      { $match: { _id: { $gte: position } } },
      { $sort: { _id: 1 } },
      { $limit: 1 },
      { $project: MARKED },
    ];
    return { source: { collection: 'changes', stages }, position, mark };
  }

  /** Begins again where the log turned out to be another; `log` is another then. */
  async confirm(look: LogLook, [at]: readonly LogDocument[]): Promise<void> {
    if (!this.isWhereItWas(at, look)) await this.advance();
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

  /** Waits where the log was not read for too long, though somebody follows. */
  async hear(): Promise<void> {
    const { pollMs, isTold } = this.options;
    while (this.isFollowing && (isTold || pollMs < LATEST_MS) && performance.now() - this.toldUpTo >= LATEST_MS) {
      // Many who wait share one round.
      this.hearing ??= this.advance().finally(() => (this.hearing = null));
      await this.hearing;
    }
  }

  /** Looks for what was added to the log just now, if anybody follows. */
  wake(): void {
    if (!this.isFollowing || this.closed) return;
    this.unreadSince ??= performance.now();
    this.waking ??= setTimeout(() => {
      this.waking = null;
      void this.advance().catch(() => undefined); // it was told of, and the next look is soon
    }, WAKE_MS).unref();
  }

  /** Calls back for every batch from now on; returns the function that ends it. */
  follow(listener: (notice: ChangeNotice) => void): () => void {
    // A function of its own, so that one listener given twice is called twice.
    const own = (notice: ChangeNotice) => listener(notice);
    this.listeners.add(own);
    if (!this.timer) {
      this.wait();
      // Nobody was told of what was added before.
      if (this.options.isTold) this.wake();
    }
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
    if (this.waking) clearTimeout(this.waking);
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
      for (const batch of written) await this.take(batch, 'FRESH');
    } else {
      await this.readOn();
    }
    this.isProjected = true;
    if (this.position !== start) this.saveProgress();
  }

  private async readOn(): Promise<void> {
    const since = performance.now();
    await this.readNew();
    this.readUpTo = since;
    if (this.unreadSince !== null && this.unreadSince <= since) this.unreadSince = null;
  }

  private async readNew(): Promise<void> {
    const [at, ...more] = await this.ahead();
    if (!this.isWhereItWas(at)) await this.beginAnew();
    else if (this.position > 0 && more.length === 0) return;
    else if (this.position > 0) this.mark ??= markOf(at!);
    else if (!at) return;
    const cursor = this.database.changes.find({ _id: { $gt: this.position } }, { ...READ, sort: { _id: 1 } });
    let progress: number | null = null;
    for await (const batch of cursor) {
      progress ??= (await this.progress())?.sequence ?? 0;
      await this.take(batch, batch._id > progress ? 'OPEN' : 'APPLIED');
    }
  }

  /** The batch at the position and the one after it, without their entries. */
  private ahead(): Promise<LogDocument[]> {
    const options = { ...READ, sort: { _id: 1 }, projection: MARKED, limit: 2 } as const;
    return this.database.changes.find({ _id: { $gte: this.position } }, options).toArray();
  }

  private isWhereItWas(at: LogDocument | undefined, { position, mark }: Place = this.look()): boolean {
    return position === 0 || (at?._id === position && (mark === null || markOf(at) === mark));
  }

  /** Goes to where the served collections are with this other log; where they are not of it, they are emptied. */
  private async beginAnew(): Promise<void> {
    this.isProjected = false;
    this.epoch += 1;
    this.form = await this.options.form();
    this.goTo(this.form.progress);
    const [at] = await this.ahead();
    if (this.mark === null || !this.isWhereItWas(at)) await this.empty();
    this.epoch += 1;
    this.tell({ sequence: this.position, entries: [], editions: [], isAnew: true }, null);
  }

  private async empty(): Promise<void> {
    const _id = progressId(this.form.number);
    const { state } = this.database;
    await state.updateOne({ _id }, { $set: { sequence: 0, isClearing: true }, $unset: { mark: '' } } as object, {
      upsert: true,
    });
    await this.projection.clear();
    await state.updateOne({ _id }, { $unset: { isClearing: '' } } as object);
    this.goTo({ _id, sequence: 0 });
  }

  private goTo({ sequence = 0, mark = null }: Omit<Progress, 'mark'> & { mark?: string | null }): void {
    this.position = sequence;
    this.mark = mark;
  }

  /** @param state  FRESH where nobody else can have applied it, OPEN where nobody is known to, APPLIED else */
  private async take(batch: LogDocument, state: 'FRESH' | 'OPEN' | 'APPLIED'): Promise<void> {
    if ((batch.format ?? 1) > FORMAT) {
      this.form = { ...this.form, isOutdated: true };
      throw outdated();
    }
    if (state !== 'APPLIED' && !this.isOutdated) await this.projection.apply(batch, state === 'FRESH');
    this.position = batch._id;
    this.mark = markOf(batch);
    this.tell(this.options.tells(makeNotice(batch)), batch);
  }

  private tell(notice: ChangeNotice, batch: LogDocument | null): void {
    this.options.first(notice);
    this.options.altered(batch);
    for (const listener of this.listeners) listener(notice);
  }

  private progress(): Promise<Progress | null> {
    return this.database.state.findOne({ _id: progressId(this.form.number) }, READ);
  }

  /**
   * Notes how far the collections are, so that the next start need not begin at the first batch. Nobody waits for it:
   * without it, work is done again that changes nothing.
   */
  private saveProgress(): void {
    if (this.isOutdated) return;
    const [sequence, mark] = [this.position, this.mark];
    const behind = { _id: progressId(this.form.number), sequence: { $lte: sequence } };
    this.saving = this.saving
      // Where another is further, this finds nothing, and is refused by the key of what is there.
      .then(() => this.database.state.updateOne(behind, { $set: { sequence, mark } } as object, { upsert: true }))
      .catch(() => undefined);
  }

  private wait(): void {
    const { pollMs, isTold } = this.options;
    const usual = isTold ? Math.max(pollMs, SELDOM_MS) : pollMs;
    const ms = this.inARow === 0 ? usual : Math.max(pollMs, pauseAfter(this.inARow, 2 * pollMs));
    this.timer = setTimeout(() => void this.poll(), ms);
    this.timer.unref();
  }

  /** One round, whose failure was told of already, and the wait for the next. */
  private async poll(): Promise<void> {
    await this.advance().catch(() => undefined);
    if (this.timer && !this.closed) this.wait();
  }
}

/** What a server is told that meets what only a newer one can read. */
export function outdated(): AppError {
  return new AppError(
    'DATABASE_NEWER',
    'A newer Signpost has the database now, and writes what this one cannot read. What was there before is served; to ' +
      'write, start the newer one.',
  );
}
