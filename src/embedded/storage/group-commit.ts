import type { RootDatabase } from 'lmdb';
import { CommandError } from '../command-error.js';
import { syncFailedError } from './disk-errors.js';

interface Job {
  work: () => unknown;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

/**
 * Runs writes in order, and resolves each one after its sync. Waiting writes share one commit. A write that throws a
 * harmless error (`isHarmless`) must have written nothing. Any other error rolls back the whole commit.
 */
export class GroupCommit {
  private queue: Job[] = [];
  private currentDrain: Promise<void> | undefined;
  private isClosed = false;
  private idleWaiters: (() => void)[] = [];
  /** Set after a failed sync. Rejects all later writes. */
  private failure: Error | undefined;
  private isUndone = false;

  constructor(
    private readonly root: RootDatabase<Buffer, Buffer>,
    private readonly hooks: {
      /** Called in the transaction, after its jobs. */
      beforeCommit: () => void;
      /** Called after the sync, before promises settle. */
      afterCommit: () => void;
      /** Called after a rollback, when data in memory is stale. */
      afterRollback: () => void;
      /** Whether a job that threw this error has written nothing. */
      isHarmless: (error: unknown) => boolean;
      /** Converts LMDB's error of a rolled back commit. */
      translateError: (cause: unknown) => unknown;
      /** Returns the number of the last commit that readers see. */
      lastCommit: () => number;
    },
  ) {}

  /** Whether all visible data is synced. If not, closing LMDB would wait forever. */
  get isSynced(): boolean {
    return this.failure === undefined && !this.isUndone;
  }

  /** Whether writes are waiting or running. */
  get isBusy(): boolean {
    return this.currentDrain !== undefined;
  }

  /** Runs a write. The promise settles after the sync. */
  run<T>(work: () => T): Promise<T> {
    if (this.isClosed) return Promise.reject(new CommandError('ShutdownInProgress', 'the database is shutting down'));
    if (this.failure) return Promise.reject(this.failure);
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ work, resolve: resolve as Job['resolve'], reject });
      this.currentDrain ??= this.drain();
    });
  }

  /** Waits until no commit is running, so that memory and readers are consistent. */
  waitUntilIdle(): Promise<void> {
    return this.currentDrain ? new Promise((resolve) => this.idleWaiters.push(resolve)) : Promise.resolve();
  }

  /** Waits for pending writes, and rejects new ones. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.currentDrain;
  }

  private async drain(): Promise<void> {
    await Promise.resolve(); // writers of the same tick share the commit
    // A resumed caller may call `waitUntilIdle` again.
    while (this.queue.length > 0 || this.idleWaiters.length > 0) {
      const jobs = this.queue;
      this.queue = [];
      if (jobs.length > 0) await this.commit(jobs);
      if (this.idleWaiters.length > 0) await this.resumeWaiters();
    }
    this.currentDrain = undefined;
  }

  private async resumeWaiters(): Promise<void> {
    for (const resume of this.idleWaiters.splice(0)) resume();
    await new Promise((resolve) => setImmediate(resolve)); // the resumed callers run before the next commit
  }

  private async commit(jobs: Job[]): Promise<void> {
    const settle: (() => void)[] = [];
    let txnId = Infinity;
    try {
      await this.root.childTransaction(() => {
        for (const job of jobs) {
          try {
            const result = job.work() as never;
            settle.push(() => job.resolve(result));
          } catch (error) {
            if (!this.hooks.isHarmless(error)) throw error;
            settle.push(() => job.reject(error));
          }
        }
        this.hooks.beforeCommit();
        txnId = this.root.getWriteTxnId();
      });
      await this.root.flushed;
    } catch (error) {
      this.isUndone = true;
      const cause = await findCause(error);
      if (this.hooks.lastCommit() >= txnId) this.failure = syncFailedError(); // the commit is visible, but was not synced
      const reason = this.failure ?? this.hooks.translateError(cause);
      this.hooks.afterRollback();
      for (const job of jobs) job.reject(reason);
      return;
    }
    this.isUndone = false;
    this.hooks.afterCommit();
    for (const settleJob of settle) settleJob();
  }
}

/** Returns LMDB's own error, which its binding attaches to the thrown one. */
async function findCause(error: unknown): Promise<unknown> {
  return (error as { commitError?: Promise<never> }).commitError?.catch((cause: unknown) => cause) ?? error;
}
