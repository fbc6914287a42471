import { backoffDelay } from '../connection/backoff.js';
import { MAX_STALENESS_MS } from './max-staleness.js';

/** Polling interval, in milliseconds, for a log whose changes are all reported; detects a replaced log. */
const SELDOM_MS = 5000;
/** Delay in milliseconds before reading a reported change; own changes are mostly applied by then. */
const WAKE_MS = 20;

export interface FeedSchedulerOptions {
  /** Polling interval in milliseconds; grows up to 1500 after failures. */
  pollMs: number;
  /** Whether `wake` is called for every change of the log, so that polling is rare. */
  isTold: boolean;
}

/** Schedules when a feed reads the log: by polling while followed, and soon after a reported change. */
export class FeedScheduler {
  failures = 0;
  /** Failures since the last successful round. */
  private inARow = 0;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;
  private readAt = -Infinity;
  /** Time of the first reported change that was not read yet. */
  private unreadSince: number | null = null;
  private lastReportAt = -Infinity;
  private waking: NodeJS.Timeout | null = null;
  private checking: Promise<void> | null = null;

  /** @param round runs a round and reports its own failures */
  constructor(
    private readonly options: FeedSchedulerOptions,
    private readonly round: () => Promise<void>,
  ) {}

  get isRunning(): boolean {
    return this.timer !== null;
  }

  get isFailing(): boolean {
    return this.inARow > 0;
  }

  /** The time (`performance.now()`) up to which all of the log is applied here. */
  get syncedAt(): number {
    const { isTold } = this.options;
    return isTold && this.isRunning && !this.isFailing ? (this.unreadSince ?? performance.now()) : this.readAt;
  }

  /** Whether rounds run by themselves and the staleness is within its bound. */
  get isCurrent(): boolean {
    const { isTold, pollMs } = this.options;
    const isOften = this.isRunning && (isTold || pollMs < MAX_STALENESS_MS);
    return isOften && performance.now() - this.syncedAt < MAX_STALENESS_MS;
  }

  start(): void {
    if (this.timer) return;
    this.wait();
    if (!this.options.isTold) return;
    // No changes were reported while nobody followed.
    this.unreadSince = this.readAt;
    this.wake();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Schedules a round soon after a reported change. */
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
   * Reads the log if the last read was before the bound at the time of this call. Concurrent callers share a round.
   * Reads nothing while nobody follows.
   */
  async catchUp(): Promise<void> {
    const oldest = performance.now() - MAX_STALENESS_MS;
    while (this.isRunning && this.syncedAt < oldest) {
      this.checking ??= this.round().finally(() => (this.checking = null));
      await this.checking;
    }
  }

  /** Notes that everything present at a time was read. */
  noteRead(at: number): void {
    this.readAt = at;
    this.unreadSince = this.lastReportAt > at ? at : null;
  }

  /** Notes a failed round. Returns whether it is the first of consecutive ones. */
  noteFailure(): boolean {
    this.failures += 1;
    this.inARow += 1;
    return this.inARow === 1;
  }

  /** Notes a successful round. Returns whether the one before failed. */
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
    const defaultValue = isTold ? Math.max(pollMs, SELDOM_MS) : pollMs;
    const ms = this.isFailing ? Math.max(pollMs, backoffDelay(this.inARow, 2 * pollMs)) : defaultValue;
    this.timer = setTimeout(() => void this.poll(), ms);
    this.timer.unref();
  }

  private async poll(): Promise<void> {
    const { timer } = this;
    await this.round().catch(() => undefined);
    // Rounds that were stopped and restarted meanwhile continue by themselves.
    if (this.timer === timer && !this.isClosed) this.wait();
  }
}
