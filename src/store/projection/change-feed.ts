import { batchFingerprint, LOG_FORMAT, type LogDocument, newerLogFormatError } from '../log/log-document.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import { FeedScheduler, type FeedSchedulerOptions } from './feed-scheduler.js';
import type { DocumentSchema } from './document-schema.js';
import { isBatchAt, LogPosition, type VerificationQuery } from './log-position.js';
import { StoredProgress } from './stored-progress.js';
import type { Projector } from './projector.js';
import type { ChangeEvent, FeedState, ReadChangedState } from '../change-log.js';

type Listener = (event: ChangeEvent, readState: ReadChangedState) => void;

export interface FeedOptions extends FeedSchedulerOptions {
  /** Migrates the database to the document schema of the model. Called at the start, and when the log was replaced. */
  migrate: () => Promise<DocumentSchema>;
  /** Converts a batch to the event to report. */
  toEvent: (batch: LogDocument) => ChangeEvent;
  stateReader: (batch: LogDocument | null) => ReadChangedState;
  /** Called with the event of each projected batch before the listeners, even if there are no listeners. */
  beforeReport: (event: ChangeEvent) => void;
  /** Called for each projected batch after `beforeReport`; with null if another log replaced this one. */
  afterProjection: (batch: LogDocument | null) => void;
  /** Called with the first of consecutive errors, and with null on recovery. Without it, a failing start rejects. */
  onError?: ((error: unknown) => void) | undefined;
}

/**
 * Follows the log: projects its batches in order, retrying each until it succeeds, and reports them. Batches that
 * another process projected are only reported. A replaced log, as after a restore, is processed from the start.
 */
export class ChangeFeed {
  private readonly logPosition: LogPosition;
  private readonly scheduler: FeedScheduler;
  private readonly storedProgress: StoredProgress;
  private schema!: DocumentSchema;
  private isProjected = false;
  private readonly listeners = new Set<Listener>();
  private pendingRun: Promise<void> = Promise.resolve();
  private epoch = 0;

  constructor(
    private readonly database: Database,
    private readonly projector: Projector,
    private readonly options: FeedOptions,
  ) {
    this.logPosition = new LogPosition(database);
    this.storedProgress = new StoredProgress(database, () => this.schema);
    this.scheduler = new FeedScheduler(options, () => this.advance());
  }

  /** Log position of the last projected batch. */
  get sequence(): number {
    return this.logPosition.position;
  }

  get state(): FeedState {
    const { isFailing, failures, syncedAt } = this.scheduler;
    return { sequence: this.sequence, isProjected: this.isProjected, isFailing, failures, syncedAt };
  }

  /** Identifies the log. Changes when another log replaces it. */
  get logEpoch(): number {
    return this.epoch;
  }

  get isFollowing(): boolean {
    return this.scheduler.isRunning;
  }

  /** Whether recent changes of the log are known. */
  get isCurrent(): boolean {
    return this.scheduler.isCurrent;
  }

  /** Format of the log if it is newer than the one of this server; else null. */
  get newerFormat(): number | null {
    return this.schema.newerFormat;
  }

  /** Migrates the database, and projects the batches that a stopped process left unprojected. */
  async start(): Promise<void> {
    this.schema = await this.options.migrate();
    this.logPosition.goTo(this.schema.progress);
    try {
      if (this.schema.progress.isClearing) await this.clearProjection();
      await this.advance();
    } catch (error) {
      if (!this.options.onError) throw error;
    }
  }

  /** Verifies that the log was not replaced. Otherwise processes the new log from the start. */
  async verify(): Promise<void> {
    const [batch] = await this.logPosition.readNext();
    if (!isBatchAt(this.logPosition, batch)) await this.advance();
  }

  /** Returns the query of `verify`, to send in one command with another query. Pass the result to `confirm`. */
  verificationQuery(): VerificationQuery {
    return this.logPosition.verificationQuery();
  }

  /** Evaluates the result of `verificationQuery`. If the log was replaced, processes the new log from the start. */
  async confirm(query: VerificationQuery, [batch]: readonly LogDocument[]): Promise<void> {
    if (!isBatchAt(query, batch)) await this.advance();
  }

  /** Projects and reports all new batches. @param localDocuments batches that this process just appended */
  async advance(localDocuments: readonly LogDocument[] = []): Promise<void> {
    const previousRun = this.pendingRun;
    const run = (async () => {
      await previousRun.catch(() => undefined); // the previous caller handles this error
      await this.sync(localDocuments);
    })();
    this.pendingRun = run;
    await run;
  }

  catchUp(): Promise<void> {
    return this.scheduler.catchUp();
  }

  /** Schedules a read of the log after a reported change. Does nothing while the log is not followed. */
  wake(): void {
    this.scheduler.wake();
  }

  follow(listener: Listener): () => void {
    // The listener is wrapped, so that one that is registered twice is called twice.
    const wrapper: Listener = (...args) => listener(...args);
    this.listeners.add(wrapper);
    this.scheduler.start();
    return () => {
      this.listeners.delete(wrapper);
      if (this.listeners.size === 0) this.scheduler.stop();
    };
  }

  async close(): Promise<void> {
    this.listeners.clear();
    this.scheduler.close();
    await this.pendingRun.catch(() => undefined);
    await this.storedProgress.pendingSave;
  }

  private async sync(localDocuments: readonly LogDocument[]): Promise<void> {
    try {
      await this.processNew(localDocuments);
    } catch (error) {
      if (this.scheduler.recordFailure()) this.options.onError?.(error);
      throw error;
    }
    if (this.scheduler.recordSuccess()) this.options.onError?.(null);
  }

  private async processNew(localDocuments: readonly LogDocument[]): Promise<void> {
    const startSequence = this.sequence;
    if (localDocuments[0]?._id === startSequence + 1) {
      for (const batch of localDocuments) await this.processBatch(batch, 'FRESH');
    } else {
      const readStart = performance.now();
      await this.readNewBatches();
      this.scheduler.recordRead(readStart);
    }
    this.isProjected = true;
    if (this.sequence !== startSequence && this.newerFormat === null) this.storedProgress.save(this.logPosition);
  }

  private async readNewBatches(): Promise<void> {
    const [batch, ...nextBatches] = await this.logPosition.readNext();
    if (!isBatchAt(this.logPosition, batch)) await this.switchLog();
    else if (this.sequence > 0 && nextBatches.length === 0) return;
    else if (this.sequence > 0) this.logPosition.mark ??= batchFingerprint(batch!);
    else if (!batch) return;
    const batches = this.database.changes.each({ _id: { $gt: this.sequence } }, { ...READ_OPTIONS, sort: { _id: 1 } });
    let progress: number | null = null;
    for await (const batch of batches) {
      progress ??= await this.storedProgress.read();
      await this.processBatch(batch, batch._id > progress ? 'OPEN' : 'APPLIED');
    }
  }

  /** Switches to another log. Empties the collections unless they were projected from the new log. */
  private async switchLog(): Promise<void> {
    this.isProjected = false;
    this.epoch += 1;
    this.schema = await this.options.migrate();
    this.logPosition.goTo(this.schema.progress);
    const [batch] = await this.logPosition.readNext();
    if (this.logPosition.mark === null || !isBatchAt(this.logPosition, batch)) await this.clearProjection();
    this.epoch += 1;
    this.notify({ sequence: this.sequence, entries: [], changedIndicators: [], isReset: true }, null);
  }

  /** Empties the projected collections, so that the whole log is projected. */
  private async clearProjection(): Promise<void> {
    await this.storedProgress.recordClearing(() => this.projector.clear());
    this.logPosition.goTo({ sequence: 0 });
  }

  /** Projects and reports a batch. @param state FRESH: not projected elsewhere; APPLIED: projected; OPEN: unknown */
  private async processBatch(batch: LogDocument, state: 'FRESH' | 'OPEN' | 'APPLIED'): Promise<void> {
    const format = batch.format ?? 1;
    if (format > LOG_FORMAT) {
      this.schema = { ...this.schema, newerFormat: format };
      throw newerLogFormatError(format);
    }
    if (state !== 'APPLIED' && this.newerFormat === null) await this.projector.apply(batch, state === 'FRESH');
    this.logPosition.goToBatch(batch);
    this.notify(this.options.toEvent(batch), batch);
  }

  private notify(event: ChangeEvent, batch: LogDocument | null): void {
    this.options.beforeReport(event);
    this.options.afterProjection(batch);
    const readState = this.options.stateReader(batch);
    for (const listener of this.listeners) listener(event, readState);
  }
}
