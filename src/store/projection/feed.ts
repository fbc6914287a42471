import type { LogDocument } from '../log/log-document.js';
import { LOG_FORMAT, batchFingerprint, newerLogFormatError } from '../log/log-document.js';
import type { Database } from '../connection/database.js';
import { READ_OPTIONS } from '../connection/database.js';
import type { FeedSchedulerOptions } from './feed-scheduler.js';
import { FeedScheduler } from './feed-scheduler.js';
import type { DocumentSchema } from './document-schema.js';
import type { PositionCheck } from './log-position.js';
import { isBatchAt, LogPosition } from './log-position.js';
import { StoredProgress } from './stored-progress.js';
import type { Projector } from './projector.js';
import type { ChangeEvent, FeedState, ReadChangedState } from '../log.js';

type Listener = (notice: ChangeEvent, written: ReadChangedState) => void;

export interface FeedOptions extends FeedSchedulerOptions {
  /** Brings the database into the form of the model: at the start, and when the log was replaced. */
  form: () => Promise<DocumentSchema>;
  /** The reported part of a batch. */
  select: (batch: LogDocument) => ChangeEvent;
  written: (batch: LogDocument | null) => ReadChangedState;
  /** Receives each batch first, followed or not. */
  first: (notice: ChangeEvent) => void;
  /** Receives each batch next; null when another log replaced this one. */
  altered: (batch: LogDocument | null) => void;
  /** Receives the first error of consecutive failures, and null on recovery. Without it, a failing start rejects. */
  onError?: ((error: unknown) => void) | undefined;
}

/**
 * Follows the log: applies every batch in order, then reports it. Retries until it succeeds.
 *
 * Batches that another process applied are only reported; what a stopped process left is applied. If another log
 * replaced this one, as after a restore, everything starts again.
 */
export class Feed {
  private readonly place: LogPosition;
  private readonly rounds: FeedScheduler;
  private readonly noted: StoredProgress;
  private form!: DocumentSchema;
  private isProjected = false;
  private readonly listeners = new Set<Listener>();
  private work: Promise<void> = Promise.resolve();
  private epoch = 0;

  constructor(
    private readonly database: Database,
    private readonly projection: Projector,
    private readonly options: FeedOptions,
  ) {
    this.place = new LogPosition(database);
    this.noted = new StoredProgress(database, () => this.form);
    this.rounds = new FeedScheduler(options, () => this.advance());
  }

  /** The last applied log position. */
  get sequence(): number {
    return this.place.position;
  }

  get state(): FeedState {
    const { isFailing, failures, syncedAt } = this.rounds;
    return { sequence: this.sequence, isProjected: this.isProjected, isFailing, failures, syncedAt };
  }

  /** Identifies this log; changes when another replaces it. */
  get log(): number {
    return this.epoch;
  }

  get isFollowing(): boolean {
    return this.rounds.isRunning;
  }

  /** Whether recent changes of the log are known. */
  get isCurrent(): boolean {
    return this.rounds.isCurrent;
  }

  /** The format of the log where it is newer than this server reads, else null. */
  get newerFormat(): number | null {
    return this.form.newerFormat;
  }

  /** Applies what a stopped process left. */
  async start(): Promise<void> {
    this.form = await this.options.form();
    this.place.goTo(this.form.progress);
    try {
      if (this.form.progress.isClearing) await this.restart();
      else await this.advance();
    } catch (error) {
      if (!this.options.onError) throw error;
    }
  }

  /** Empties the served collections and applies the whole log. */
  private async restart(): Promise<void> {
    await this.empty();
    await this.advance();
  }

  /** Checks that the log was not replaced; starts again where it was. */
  async verify(): Promise<void> {
    const [at] = await this.place.ahead();
    if (!isBatchAt(this.place, at)) await this.advance();
  }

  /** As `verify`, combined with another read, whose result goes to `confirm`. */
  positionCheck(): PositionCheck {
    return this.place.positionCheck();
  }

  /** Starts again where the log was replaced. */
  async confirm(look: PositionCheck, [at]: readonly LogDocument[]): Promise<void> {
    if (!isBatchAt(look, at)) await this.advance();
  }

  /** Applies and reports all new batches; `written` was just added by this process. */
  async advance(written: readonly LogDocument[] = []): Promise<void> {
    const before = this.work;
    const work = (async () => {
      await before.catch(() => undefined); // whoever waited for it was told
      await this.round(written);
    })();
    this.work = work;
    await work;
  }

  catchUp(): Promise<void> {
    return this.rounds.catchUp();
  }

  /** Checks for a reported change, if followed. */
  wake(): void {
    this.rounds.wake();
  }

  follow(listener: Listener): () => void {
    // Wrapped, so that a listener registered twice is called twice.
    const own: Listener = (...args) => listener(...args);
    this.listeners.add(own);
    this.rounds.start();
    return () => {
      this.listeners.delete(own);
      if (this.listeners.size === 0) this.rounds.stop();
    };
  }

  async close(): Promise<void> {
    this.listeners.clear();
    this.rounds.close();
    await this.work.catch(() => undefined);
    await this.noted.saved;
  }

  private async round(written: readonly LogDocument[]): Promise<void> {
    try {
      await this.next(written);
    } catch (error) {
      if (this.rounds.noteFailure()) this.options.onError?.(error);
      throw error;
    }
    if (this.rounds.noteSuccess()) this.options.onError?.(null);
  }

  private async next(written: readonly LogDocument[]): Promise<void> {
    const start = this.sequence;
    if (written[0]?._id === start + 1) {
      for (const batch of written) await this.take(batch, 'FRESH');
    } else {
      const since = performance.now();
      await this.readOn();
      this.rounds.noteRead(since);
    }
    this.isProjected = true;
    if (this.sequence !== start && this.newerFormat === null) this.noted.save(this.place);
  }

  private async readOn(): Promise<void> {
    const [at, ...more] = await this.place.ahead();
    if (!isBatchAt(this.place, at)) await this.beginAnew();
    else if (this.sequence > 0 && more.length === 0) return;
    else if (this.sequence > 0) this.place.mark ??= batchFingerprint(at!);
    else if (!at) return;
    const found = this.database.changes.each({ _id: { $gt: this.sequence } }, { ...READ_OPTIONS, sort: { _id: 1 } });
    let progress: number | null = null;
    for await (const batch of found) {
      progress ??= await this.noted.read();
      await this.take(batch, batch._id > progress ? 'OPEN' : 'APPLIED');
    }
  }

  /** Continues with another log from where its collections are; empties them where they belong to a different one. */
  private async beginAnew(): Promise<void> {
    this.isProjected = false;
    this.epoch += 1;
    this.form = await this.options.form();
    this.place.goTo(this.form.progress);
    const [at] = await this.place.ahead();
    if (this.place.mark === null || !isBatchAt(this.place, at)) await this.empty();
    this.epoch += 1;
    this.notify({ sequence: this.sequence, entries: [], vintages: [], isReset: true }, null);
  }

  private async empty(): Promise<void> {
    await this.noted.clearing(() => this.projection.clear());
    this.place.goTo({ sequence: 0 });
  }

  /** @param state  FRESH: no other process applied it; OPEN: unknown; APPLIED: another process did */
  private async take(batch: LogDocument, state: 'FRESH' | 'OPEN' | 'APPLIED'): Promise<void> {
    const format = batch.format ?? 1;
    if (format > LOG_FORMAT) {
      this.form = { ...this.form, newerFormat: format };
      throw newerLogFormatError(format);
    }
    if (state !== 'APPLIED' && this.newerFormat === null) await this.projection.apply(batch, state === 'FRESH');
    this.place.goToBatch(batch);
    this.notify(this.options.select(batch), batch);
  }

  private notify(notice: ChangeEvent, batch: LogDocument | null): void {
    this.options.first(notice);
    this.options.altered(batch);
    const written = this.options.written(batch);
    for (const listener of this.listeners) listener(notice, written);
  }
}
