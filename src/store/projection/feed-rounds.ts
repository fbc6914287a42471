import { pauseAfter } from '../connection/back-off.js';
import { MAX_STALENESS_MS } from './max-staleness.js';

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
  private readAt = -Infinity;
  /** When the first addition was reported that was not read since; null where there is none. */
  private unreadSince: number | null = null;
  private lastReportAt = -Infinity;
  private waking: NodeJS.Timeout | null = null;
  private checking: Promise<void> | null = null;

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

  /** The moment (`performance.now()`) up to which every position of the log has been applied here. */
  get syncedAt(): number {
    const { isTold } = this.options;
    return isTold && this.isRunning && !this.isFailing ? (this.unreadSince ?? performance.now()) : this.readAt;
  }

  /** Whether rounds keep the staleness within its bound by themselves, and it is within its bound now. */
  get isCurrent(): boolean {
    const { isTold, pollMs } = this.options;
    const isOften = this.isRunning && (isTold || pollMs < MAX_STALENESS_MS);
    return isOften && performance.now() - this.syncedAt < MAX_STALENESS_MS;
  }

  start(): void {
    if (this.timer) return;
    this.wait();
    if (!this.options.isTold) return;
    // Nothing was reported while nobody followed.
    this.unreadSince = this.readAt;
    this.wake();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Makes a round soon: something was added just now. */
  wake(): void {
    if (!this.isRunning || this.isClosed) return;
    this.lastReportAt = performance.now();
    this.unreadSince ??= this.lastReportAt;
    this.waking ??= setTimeout(() => {
      this.waking = null;
      void this.round().catch(() => undefined); // it was told of, and the next round is soon
    }, WAKE_MS).unref();
  }

  /**
   * Reads the log if it was last read longer ago than the bound, counted from this call, so that a slow read does not
   * call for another. All callers share one round. While nobody follows, it reads nothing.
   */
  async catchUp(): Promise<void> {
    const oldest = performance.now() - MAX_STALENESS_MS;
    while (this.isRunning && this.syncedAt < oldest) {
      this.checking ??= this.round().finally(() => (this.checking = null));
      await this.checking;
    }
  }

  /** Notes that all was read that was there at a moment. */
  noteRead(at: number): void {
    this.readAt = at;
    this.unreadSince = this.lastReportAt > at ? at : null;
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
