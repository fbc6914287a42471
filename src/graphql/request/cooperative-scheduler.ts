/** Approximate length of a time slice, in milliseconds. */
const SLICE_MS = 10;

interface Job {
  work: () => unknown;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * Shares the thread between long responses and other requests. At the end of a slice, the remaining jobs wait for the
 * next turn of the event loop. Concurrent responses alternate, one job each.
 */
export class CooperativeScheduler {
  /** Number of slices so far; used by tests. */
  slices = 0;
  private startedAt: number | null = null;
  private waiting: ResponseJobs[] = [];
  private isRunning = false;

  constructor(private readonly sliceMs = SLICE_MS) {}

  createJobs(): ResponseJobs {
    return new ResponseJobs(this);
  }

  /** Whether the current slice is over. A slice starts with the first call in a turn of the event loop. */
  isSliceOver(): boolean {
    if (this.startedAt === null) {
      this.startedAt = performance.now();
      setImmediate(() => (this.startedAt = null));
      return false;
    }
    return performance.now() - this.startedAt > this.sliceMs;
  }

  /** Adds the jobs of a response to the queue. They run until none is left. */
  enqueue(jobs: ResponseJobs): void {
    this.waiting.push(jobs);
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.waiting.length > 0) {
      await new Promise(setImmediate);
      this.startedAt = performance.now();
      this.slices += 1;
      // Runs at least one job per slice, so that every slice makes progress.
      do {
        const next = this.waiting.shift()!;
        next.runNext();
        // Continuations of a job count towards its slice.
        await afterMicrotasks();
        if (next.isWaiting) this.waiting.push(next);
        else next.notifyIdle();
      } while (this.waiting.length > 0 && performance.now() - this.startedAt <= this.sliceMs);
    }
    this.startedAt = null;
    this.isRunning = false;
  }
}

/** Job queue of one response. Its jobs run in the time slices of the scheduler. */
export class ResponseJobs {
  private jobs: Job[] = [];
  private nextIndex = 0;
  private whenIdle: (() => void)[] = [];
  private isClosed = false;

  constructor(private readonly scheduler: CooperativeScheduler) {}

  get isWaiting(): boolean {
    return this.nextIndex < this.jobs.length;
  }

  /** Whether a new job would run immediately. */
  get hasTime(): boolean {
    return !this.isClosed && !this.scheduler.isSliceOver();
  }

  /** Runs a job now, or in a later slice. After `close`, jobs never run. */
  do<T>(work: () => T): T | Promise<T> {
    if (this.isClosed) return new Promise(() => {});
    if (!this.scheduler.isSliceOver()) return work();
    return new Promise((resolve, reject) => {
      const isFirst = !this.isWaiting;
      this.jobs.push({ work, resolve: resolve as (result: unknown) => void, reject });
      if (isFirst) this.scheduler.enqueue(this);
    });
  }

  /** Waits for a later slice if the current one is over. */
  yieldIfOver(): Promise<void> | undefined {
    return this.do(() => undefined);
  }

  /** Calls back when no job is waiting, so that the reads of all jobs are batched. */
  onIdle(callback: () => void): void {
    this.whenIdle.push(callback);
    if (this.whenIdle.length > 1) return;
    void afterMicrotasks().then(() => {
      if (!this.isWaiting) this.notifyIdle();
    });
  }

  /** Cancels the response. Waiting jobs never run, and their promises stay pending. */
  close(): void {
    this.isClosed = true;
    this.jobs = [];
    this.nextIndex = 0;
    this.whenIdle = [];
  }

  /** Runs the first waiting job. Called by the scheduler. */
  runNext(): void {
    const job = this.jobs[this.nextIndex];
    if (!job) return;
    this.nextIndex += 1;
    if (!this.isWaiting) {
      this.jobs = [];
      this.nextIndex = 0;
    }
    try {
      job.resolve(job.work());
    } catch (error) {
      job.reject(error);
    }
  }

  /** Runs the idle callbacks. Called by the scheduler when no job is waiting. */
  notifyIdle(): void {
    const callbacks = this.whenIdle;
    this.whenIdle = [];
    for (const callback of callbacks) callback();
  }
}

/** Resolves after all pending microtasks. */
function afterMicrotasks(): Promise<void> {
  return new Promise((resolve) => void Promise.resolve().then(() => process.nextTick(resolve)));
}
