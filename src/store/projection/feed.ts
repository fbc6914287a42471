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

/** How a feed is set up. */
export interface FeedOptions extends RoundOptions {
  /** Brings the database into the form of the model, at the start and where it is another database than before. */
  form: () => Promise<Form>;
  /** Which part of a batch is reported. */
  tells: (notice: ChangeNotice) => ChangeNotice;
  /** Gives the entries of what is reported of a batch. */
  written: (batch: LogDocument | null) => Written;
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

  /** The place in the log up to which all is applied. */
  get sequence(): number {
    return this.place.position;
  }

  /** How far the log is applied, and how well that goes. */
  get state(): FeedState {
    const { isFailing, failures, syncedAt } = this.rounds;
    return { sequence: this.sequence, isProjected: this.isProjected, isFailing, failures, syncedAt };
  }

  /** Tells the log that is applied from another that took its place; changes while it does, too. */
  get log(): number {
    return this.epoch;
  }

  /** Whether what others write is reported soon. */
  get isFollowing(): boolean {
    return this.rounds.isRunning;
  }

  /** Whether all is told of that was written some moments ago. */
  get isCurrent(): boolean {
    return this.rounds.isCurrent;
  }

  /** The format of the log where it is newer than this server reads, else null. */
  get newerFormat(): number | null {
    return this.form.newerFormat;
  }

  /** Applies what a process that stopped has left. */
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

  /** Empties the served collections and applies everything again, from the first batch on. */
  private async restart(): Promise<void> {
    await this.empty();
    await this.advance();
  }

  /** Looks whether the log still is the one that was applied, and begins again where it is not. */
  async verify(): Promise<void> {
    const [at] = await this.place.ahead();
    if (!isAt(this.place, at)) await this.advance();
  }

  /** As `verify`, for who reads something else with it: `confirm` is given what the source gives. */
  look(): LogLook {
    return this.place.look();
  }

  /** Begins again where the log turned out to be another; `log` is another then. */
  async confirm(look: LogLook, [at]: readonly LogDocument[]): Promise<void> {
    if (!isAt(look, at)) await this.advance();
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

  /** As `ChangeLog.catchUp`. */
  catchUp(): Promise<void> {
    return this.rounds.catchUp();
  }

  /** Looks for what was added to the log just now, if anybody follows. */
  wake(): void {
    this.rounds.wake();
  }

  /** Calls back for every batch from now on; returns the function that ends it. */
  follow(listener: Listener): () => void {
    // A function of its own, so that one listener given twice is called twice.
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

  /** Goes to where the served collections are with this other log; where they are not of it, they are emptied. */
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

  /** @param state  FRESH where nobody else can have applied it, OPEN where nobody is known to, APPLIED else */
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
