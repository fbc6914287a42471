import DataLoader from 'dataloader';
import type { SharedRequestState } from './request-state.js';
import type { ResponseJobs } from './cooperative-scheduler.js';

/** Batches the reads of one request: one store read per level of a query. */
export class QueryLevelBatcher {
  private readonly loaders = new Map<string, unknown>();
  private pendingReads = 0;
  private afterLevel: (() => void)[] = [];

  constructor(readonly request: SharedRequestState) {}

  /** Runs a read, within the deadline. */
  execute<T>(read: () => Promise<T>): Promise<T> {
    this.request.stats.storeReads += 1;
    const result = this.request.deadline.within(read());
    this.pendingReads += 1;
    const onEnd = () => {
      this.pendingReads -= 1;
      this.endLevel();
    };
    result.then(onEnd, onEnd);
    return result;
  }

  /** Calls back when no read is pending, so that the reads of one query level are batched. */
  readonly waitForLevel = (callback: () => void): void => {
    this.afterLevel.push(callback);
    this.endLevel();
  };

  private endLevel(): void {
    if (this.pendingReads > 0 || this.afterLevel.length === 0) return;
    // Deferred, because the completed reads may start further reads, which then come first.
    setImmediate(() => {
      const { jobs } = this.request.pace;
      if (this.pendingReads > 0) return;
      if (jobs?.isWaiting) return jobs.onIdle(() => this.endLevel());
      for (const callback of this.afterLevel.splice(0)) callback();
    });
  }

  clear(): void {
    this.loaders.clear();
  }

  /** Returns the data loader for a digest of the read parameters. Memoised for the request. */
  loader<K, V>(
    digest: string,
    load: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
    batchScheduleFn?: (then: () => void) => void,
  ): DataLoader<K, V> {
    const existingLoader = this.loaders.get(digest) as DataLoader<K, V> | undefined;
    if (existingLoader) return existingLoader;
    const { jobs } = this.request.pace;
    const newLoader = jobs
      ? new SlicedLoader(load, jobs, batchScheduleFn)
      : new DataLoader<K, V>(load, { ...(batchScheduleFn && { batchScheduleFn }) });
    this.loaders.set(digest, newLoader);
    return newLoader;
  }
}

/** A data loader that batches per level, and resolves each value within a time slice. */
class SlicedLoader<K, V> extends DataLoader<K, V> {
  constructor(
    read: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
    private readonly jobs: ResponseJobs,
    schedule: (execute: () => void) => void = (execute) => execute(),
  ) {
    super(read, { batchScheduleFn: (execute) => jobs.onIdle(() => schedule(execute)) });
  }

  // A method, not an assigned function: V8 allocates the latter in old space, which retains the whole request until a
  // major collection.
  override load(key: K): Promise<V> {
    const { jobs } = this;
    return super.load(key).then(
      (value) => jobs.do(() => value),
      (error: unknown) =>
        jobs.do((): never => {
          throw error;
        }),
    );
  }
}
