import { pauseAfter } from '../connection/back-off.js';
import { LATEST_MS } from './latest.js';

/** Milliseconds between two looks at a log of which all is told, in case that it is replaced. */
const SELDOM_MS = 5000;
/** Milliseconds in which what was written here is applied mostly, so that it is not read as though others wrote it. */
const WAKE_MS = 20;

/** How often rounds are made. */
export interface RoundOptions {
  /** Milliseconds between two rounds while somebody follows; after a failure they grow, up to 1500. */
  pollMs: number;
  /** Whether `wake` is called for whatever is added to the log, so that it is looked at seldom besides. */
  isTold: boolean;
}

/** When a feed looks at the log: now and then while somebody follows, soon where it is told of something. */
export class FeedRounds {
  failures = 0;
  /** Failures since the last round that was whole. */
  private inARow = 0;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;
  private readUpTo = -Infinity;
  /** When something was added that was not read since; null where there is none. */
  private unreadSince: number | null = null;
  private waking: NodeJS.Timeout | null = null;
  private hearing: Promise<void> | null = null;

  /** @param round makes a round, which tells of its own failures */
  constructor(
    private readonly options: RoundOptions,
    private readonly round: () => Promise<void>,
  ) {}

  /** Whether rounds are made by themselves. */
  get isRunning(): boolean {
    return this.timer !== null;
  }

  get isFailing(): boolean {
    return this.inARow > 0;
  }

  /** The moment up to which nothing is in the log that was not told of. */
  get toldUpTo(): number {
    const { isTold } = this.options;
    return isTold && this.isRunning && !this.isFailing ? (this.unreadSince ?? performance.now()) : this.readUpTo;
  }

  /** Whether rounds are made so often that nothing is told of too late. */
  private get isOften(): boolean {
    return this.isRunning && (this.options.isTold || this.options.pollMs < LATEST_MS);
  }

  /** Whether all is told of that was written some moments ago. */
  get isCurrent(): boolean {
    return this.isOften && performance.now() - this.toldUpTo < LATEST_MS;
  }

  start(): void {
    if (this.timer) return;
    this.wait();
    // Nobody was told of what was added before.
    if (this.options.isTold) this.wake();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Makes a round soon: something was added just now. */
  wake(): void {
    if (!this.isRunning || this.isClosed) return;
    this.unreadSince ??= performance.now();
    this.waking ??= setTimeout(() => {
      this.waking = null;
      void this.round().catch(() => undefined); // it was told of, and the next round is soon
    }, WAKE_MS).unref();
  }

  /** Waits where the log was not read for too long, though rounds are made. */
  async hear(): Promise<void> {
    while (this.isOften && !this.isCurrent) {
      // Many who wait share one round.
      this.hearing ??= this.round().finally(() => (this.hearing = null));
      await this.hearing;
    }
  }

  /** Notes that all was read that was there at a moment. */
  noteRead(at: number): void {
    this.readUpTo = at;
    if (this.unreadSince !== null && this.unreadSince <= at) this.unreadSince = null;
  }

  /** Notes that a round failed; returns whether it is the first of a row. */
  noteFailure(): boolean {
    this.failures += 1;
    this.inARow += 1;
    return this.inARow === 1;
  }

  /** Notes that a round was whole; returns whether those before it had failed. */
  noteSuccess(): boolean {
    const hadFailed = this.isFailing;
    this.inARow = 0;
    return hadFailed;
  }

  close(): void {
    this.isClosed = true;
    this.stop();
    if (this.waking) clearTimeout(this.waking);
  }

  private wait(): void {
    const { pollMs, isTold } = this.options;
    const usual = isTold ? Math.max(pollMs, SELDOM_MS) : pollMs;
    const ms = this.isFailing ? Math.max(pollMs, pauseAfter(this.inARow, 2 * pollMs)) : usual;
    this.timer = setTimeout(() => void this.poll(), ms);
    this.timer.unref();
  }

  /** One round, whose failure was told of already, and the wait for the next. */
  private async poll(): Promise<void> {
    const { timer } = this;
    await this.round().catch(() => undefined);
    // Rounds that were stopped and begun again meanwhile go on by themselves.
    if (this.timer === timer && !this.isClosed) this.wait();
  }
}
