import { backoffDelay } from '../connection/backoff.js';
import { MAX_STALENESS_MS } from './max-staleness.js';

/** Polling interval in milliseconds if all changes are reported. Polling then only detects a replaced log. */
const NOTIFIED_POLL_MS = 5000;
/** Delay before reading a reported change, in milliseconds. Changes of this process are usually projected by then. */
const WAKE_DELAY_MS = 20;

export interface FeedSchedulerOptions {
  /** Polling interval in milliseconds. Grows up to 1500 after failures. */
  pollMs: number;
  /** Whether `wake` is called for every change of the log, so that polling can be rare. */
  isNotified: boolean;
}

/** Schedules the reads of a log: by polling while it is followed, and soon after a reported change. */
export class FeedScheduler {
  failures = 0;
  /** Number of failures since the last successful sync. */
  private consecutiveFailures = 0;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;
  private lastReadAt = -Infinity;
  /** Time of the first reported change that was not read yet; null if there is none. */
  private unreadSince: number | null = null;
  private lastReportAt = -Infinity;
  private wakeTimer: NodeJS.Timeout | null = null;
  private currentSync: Promise<void> | null = null;

  /** @param sync syncs with the log once, and reports its own failures */
  constructor(
    private readonly options: FeedSchedulerOptions,
    private readonly sync: () => Promise<void>,
  ) {}

  get isRunning(): boolean {
    return this.timer !== null;
  }

  get isFailing(): boolean {
    return this.consecutiveFailures > 0;
  }

  /** Time (`performance.now()`) up to which all changes of the log are projected here. */
  get syncedAt(): number {
    const { isNotified } = this.options;
    return isNotified && this.isRunning && !this.isFailing ? (this.unreadSince ?? performance.now()) : this.lastReadAt;
  }

  /** Whether the log is synced automatically, and the staleness is below its maximum. */
  get isCurrent(): boolean {
    const { isNotified, pollMs } = this.options;
    const isPolledOften = this.isRunning && (isNotified || pollMs < MAX_STALENESS_MS);
    return isPolledOften && performance.now() - this.syncedAt < MAX_STALENESS_MS;
  }

  start(): void {
    if (this.timer) return;
    this.schedulePoll();
    if (!this.options.isNotified) return;
    // No changes were reported while the log was not followed.
    this.unreadSince = this.lastReadAt;
    this.wake();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Schedules a sync soon after a reported change. */
  wake(): void {
    if (!this.isRunning || this.isClosed) return;
    this.lastReportAt = performance.now();
    this.unreadSince ??= this.lastReportAt;
    this.wakeTimer ??= setTimeout(() => {
      this.wakeTimer = null;
      void this.sync().catch(() => undefined); // the sync reported its error, and the next one retries
    }, WAKE_DELAY_MS).unref();
  }

  /** Reads the log, unless its last read is recent or it is not followed. Concurrent callers share a sync. */
  async catchUp(): Promise<void> {
    const minSyncedAt = performance.now() - MAX_STALENESS_MS;
    while (this.isRunning && this.syncedAt < minSyncedAt) {
      this.currentSync ??= this.sync().finally(() => (this.currentSync = null));
      await this.currentSync;
    }
  }

  /** Records that all changes before a time were read. */
  recordRead(time: number): void {
    this.lastReadAt = time;
    this.unreadSince = this.lastReportAt > time ? time : null;
  }

  /** Records a failed sync. Returns whether it is the first of consecutive failures. */
  recordFailure(): boolean {
    this.failures += 1;
    this.consecutiveFailures += 1;
    return this.consecutiveFailures === 1;
  }

  /** Records a successful sync. Returns whether the previous sync failed. */
  recordSuccess(): boolean {
    const hadFailed = this.isFailing;
    this.consecutiveFailures = 0;
    return hadFailed;
  }

  close(): void {
    this.isClosed = true;
    this.stop();
    if (this.wakeTimer) clearTimeout(this.wakeTimer);
  }

  private schedulePoll(): void {
    const { pollMs, isNotified } = this.options;
    const regularMs = isNotified ? Math.max(pollMs, NOTIFIED_POLL_MS) : pollMs;
    const delayMs = this.isFailing ? Math.max(pollMs, backoffDelay(this.consecutiveFailures, 2 * pollMs)) : regularMs;
    this.timer = setTimeout(() => void this.poll(), delayMs);
    this.timer.unref();
  }

  private async poll(): Promise<void> {
    const { timer } = this;
    await this.sync().catch(() => undefined);
    // If polling was stopped and restarted meanwhile, the new polling loop has its own timer.
    if (this.timer === timer && !this.isClosed) this.schedulePoll();
  }
}
