import type { LogDocument } from '../log/log-document.js';
import { FORMAT, makeNotice, computeMark, outdated } from '../log/log-document.js';
import type { Database } from '../connection/database.js';
import { READ } from '../connection/database.js';
import type { RoundOptions } from './feed-rounds.js';
import { FeedRounds } from './feed-rounds.js';
import type { Form } from './form.js';
import type { LogLook } from './log-place.js';
import { isAt, LogPlace } from './log-place.js';
import { NotedProgress } from './noted-progress.js';
import type { Projection } from './projection.js';
import type { ChangeNotice, FeedState, Written } from '../log.js';

type Listener = (notice: ChangeNotice, written: Written) => void;

export interface FeedOptions extends RoundOptions {
  /** Brings the database into the form of the model: at the start, and when the log was replaced. */
  form: () => Promise<Form>;
  /** Selects the reported part of a batch. */
  tells: (notice: ChangeNotice) => ChangeNotice;
  written: (batch: LogDocument | null) => Written;
  /** Receives each batch first, followed or not. */
  first: (notice: ChangeNotice) => void;
  /** Receives each batch next; null when another log replaced this one. */
  altered: (batch: LogDocument | null) => void;
  /** Receives the first error of consecutive failures, and null on recovery. Without it, a failing start rejects. */
  onTrouble?: ((error: unknown) => void) | undefined;
}

/**
 * Follows the log: applies every batch in order, then reports it. Retries until it succeeds.
 *
 * Batches that another process applied are only reported; what a stopped process left is applied. If another log
 * replaced this one, as after a restore, everything starts again.
 */
export class Feed {
  private readonly place: LogPlace;
  private readonly rounds: FeedRounds;
  private readonly noted: NotedProgress;
  private form!: Form;
  private isProjected = false;
  private readonly listeners = new Set<Listener>();
  private work: Promise<void> = Promise.resolve();
  private epoch = 0;

  constructor(
    private readonly database: Database,
    private readonly projection: Projection,
    private readonly options: FeedOptions,
  ) {
    this.place = new LogPlace(database);
    this.noted = new NotedProgress(database, () => this.form);
    this.rounds = new FeedRounds(options, () => this.advance());
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
      if (!this.options.onTrouble) throw error;
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
    if (!isAt(this.place, at)) await this.advance();
  }

  /** As `verify`, combined with another read, whose result goes to `confirm`. */
  look(): LogLook {
    return this.place.look();
  }

  /** Starts again where the log was replaced. */
  async confirm(look: LogLook, [at]: readonly LogDocument[]): Promise<void> {
    if (!isAt(look, at)) await this.advance();
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
    const own: Listener = (...told) => listener(...told);
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
      if (this.rounds.noteFailure()) this.options.onTrouble?.(error);
      throw error;
    }
    if (this.rounds.noteSuccess()) this.options.onTrouble?.(null);
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
    if (!isAt(this.place, at)) await this.beginAnew();
    else if (this.sequence > 0 && more.length === 0) return;
    else if (this.sequence > 0) this.place.mark ??= computeMark(at!);
    else if (!at) return;
    const found = this.database.changes.each({ _id: { $gt: this.sequence } }, { ...READ, sort: { _id: 1 } });
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
    if (this.place.mark === null || !isAt(this.place, at)) await this.empty();
    this.epoch += 1;
    this.tell({ sequence: this.sequence, entries: [], vintages: [], isAnew: true }, null);
  }

  private async empty(): Promise<void> {
    await this.noted.clearing(() => this.projection.clear());
    this.place.goTo({ sequence: 0 });
  }

  /** @param state  FRESH: no other process applied it; OPEN: unknown; APPLIED: another process did */
  private async take(batch: LogDocument, state: 'FRESH' | 'OPEN' | 'APPLIED'): Promise<void> {
    const format = batch.format ?? 1;
    if (format > FORMAT) {
      this.form = { ...this.form, newerFormat: format };
      throw outdated(format);
    }
    if (state !== 'APPLIED' && this.newerFormat === null) await this.projection.apply(batch, state === 'FRESH');
    this.place.goToBatch(batch);
    this.tell(this.options.tells(makeNotice(batch)), batch);
  }

  private tell(notice: ChangeNotice, batch: LogDocument | null): void {
    this.options.first(notice);
    this.options.altered(batch);
    const written = this.options.written(batch);
    for (const listener of this.listeners) listener(notice, written);
  }
}
