/** A slice lasts about so long; then everybody else has a turn. */
const SLICE_MS = 10;

interface Job {
  work: () => unknown;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * Shares the thread between long answers and everybody else: what is left of an answer when its slice is over waits for
 * the next turn of the event loop. Answers that are made at the same time go on one after the other, a job each.
 */
export class SliceScheduler {
  /** How many slices were made; for tests. */
  slices = 0;
  private startedAt: number | null = null;
  private waiting: Slices[] = [];
  private isRunning = false;

  constructor(private readonly sliceMs = SLICE_MS) {}

  /** The slices of one answer. */
  open(): Slices {
    return new Slices(this);
  }

  /** Whether the present slice is over. Its time begins with the first who asks in a turn of the event loop. */
  isOver(): boolean {
    if (this.startedAt === null) {
      this.startedAt = performance.now();
      setImmediate(() => (this.startedAt = null));
      return false;
    }
    return performance.now() - this.startedAt > this.sliceMs;
  }

  /** Does the jobs of an answer in slices from now on, until it has none. */
  enqueue(slices: Slices): void {
    this.waiting.push(slices);
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.waiting.length > 0) {
      await new Promise(setImmediate);
      this.startedAt = performance.now();
      this.slices += 1;
      // At least one job, however short a slice is.
      do {
        const next = this.waiting.shift()!;
        next.doOne();
        // What follows from the job is done before the time is looked at.
        await settled();
        if (next.isWaiting) this.waiting.push(next);
        else next.becomeIdle();
      } while (this.waiting.length > 0 && performance.now() - this.startedAt <= this.sliceMs);
    }
    this.startedAt = null;
    this.isRunning = false;
  }
}

/** One answer that is made in slices. */
export class Slices {
  private jobs: Job[] = [];
  private at = 0;
  private whenIdle: (() => void)[] = [];
  private isClosed = false;

  constructor(private readonly scheduler: SliceScheduler) {}

  get isWaiting(): boolean {
    return this.at < this.jobs.length;
  }

  /** Whether work would be done now. */
  get hasTime(): boolean {
    return !this.isClosed && !this.scheduler.isOver();
  }

  /** Does work now, or in a later slice where the present one is over. After `close` it is never done. */
  do<T>(work: () => T): T | Promise<T> {
    if (this.isClosed) return new Promise(() => {});
    if (!this.scheduler.isOver()) return work();
    return new Promise((resolve, reject) => {
      const isFirst = !this.isWaiting;
      this.jobs.push({ work, resolve: resolve as (result: unknown) => void, reject });
      if (isFirst) this.scheduler.enqueue(this);
    });
  }

  /** Waits for a turn where the present slice is over. */
  turn(): Promise<void> | undefined {
    return this.do(() => undefined);
  }

  /** Calls back once no work waits: what all of it asks for is then asked for together. */
  idle(callback: () => void): void {
    this.whenIdle.push(callback);
    if (this.whenIdle.length > 1) return;
    void settled().then(() => {
      if (!this.isWaiting) this.becomeIdle();
    });
  }

  /** Gives up: work that waits is not done, and whoever waits for it waits for ever. */
  close(): void {
    this.isClosed = true;
    this.jobs = [];
    this.at = 0;
    this.whenIdle = [];
  }

  /** For the scheduler: does the work that waits longest. */
  doOne(): void {
    const job = this.jobs[this.at];
    if (!job) return;
    this.at += 1;
    if (!this.isWaiting) {
      this.jobs = [];
      this.at = 0;
    }
    try {
      job.resolve(job.work());
    } catch (error) {
      job.reject(error);
    }
  }

  /** For the scheduler: no work waits. */
  becomeIdle(): void {
    const callbacks = this.whenIdle;
    this.whenIdle = [];
    for (const callback of callbacks) callback();
  }
}

/** Resolves when everything that follows from what was resolved is done. */
function settled(): Promise<void> {
  return new Promise((resolve) => void Promise.resolve().then(() => process.nextTick(resolve)));
}
