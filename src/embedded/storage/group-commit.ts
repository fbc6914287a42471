import type { RootDatabase } from 'lmdb';
import { CommandError } from '../command-error.js';
import { syncFailed } from './commit-failure.js';

interface Job {
  work: () => unknown;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

/** Thrown by a job that gives up before it has written anything, to be run again later. */
export class GivenUp extends Error {}

/**
 * Runs writes one after another and acknowledges each once it is synced to disk.
 *
 * Whatever is waiting when a commit begins shares that commit and its sync. A job must check before it writes: one
 * that throws a `keep` error has written nothing; any other error undoes the whole commit.
 */
export class GroupCommit {
  private queue: Job[] = [];
  private running: Promise<void> | undefined;
  private closed = false;
  private resting: (() => void)[] = [];
  /** Set once the disk has failed to sync. */
  private failure: Error | undefined;
  private isUndone = false;

  constructor(
    private readonly root: RootDatabase<Buffer, Buffer>,
    private readonly hooks: {
      /** Runs inside the transaction after its jobs. */
      beforeCommit: () => void;
      /** Runs when the commit is on the disk, before anyone is told. */
      afterCommit: () => void;
      /** The transaction was undone: what is in memory no longer fits. */
      undone: () => void;
      /** True for an error of a job that has written nothing. */
      keeps: (error: unknown) => boolean;
      /** What is told of a commit that was undone, by LMDB's own error. */
      refusal: (cause: unknown) => unknown;
      /** The number of the last commit that is seen by readers. */
      lastCommit: () => number;
    },
  ) {}

  /** Whether all that readers see is on the disk, and the last commit as well: of one that failed LMDB's binding waits for ever. */
  get isSound(): boolean {
    return this.failure === undefined && !this.isUndone;
  }

  /** True while writes are waiting or under way. */
  get busy(): boolean {
    return this.running !== undefined;
  }

  /** Runs a write; the promise settles after the sync. */
  run<T>(work: () => T): Promise<T> {
    if (this.closed) return Promise.reject(new CommandError('ShutdownInProgress', 'the database is being closed'));
    if (this.failure) return Promise.reject(this.failure);
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ work, resolve: resolve as Job['resolve'], reject });
      this.running ??= this.drain();
    });
  }

  /** Waits for a moment between two commits, when what is in memory is what readers see. */
  rest(): Promise<void> {
    return this.running ? new Promise((resolve) => this.resting.push(resolve)) : Promise.resolve();
  }

  /** Waits for the writes under way and takes no more. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async drain(): Promise<void> {
    await Promise.resolve(); // lets writers of the same turn join
    // Who was let in between two commits may ask for another such moment, when no more writes may come.
    while (this.queue.length > 0 || this.resting.length > 0) {
      const jobs = this.queue;
      this.queue = [];
      if (jobs.length > 0) await this.commit(jobs);
      if (this.resting.length > 0) await this.pauseForOthers();
    }
    this.running = undefined;
  }

  private async pauseForOthers(): Promise<void> {
    for (const resume of this.resting.splice(0)) resume();
    await new Promise((resolve) => setImmediate(resolve)); // until they have begun
  }

  private async commit(jobs: Job[]): Promise<void> {
    const settle: (() => void)[] = [];
    let number = Infinity;
    try {
      await this.root.childTransaction(() => {
        for (const job of jobs) {
          try {
            const result = job.work() as never;
            settle.push(() => job.resolve(result));
          } catch (error) {
            if (!this.hooks.keeps(error)) throw error;
            settle.push(() => job.reject(error));
          }
        }
        this.hooks.beforeCommit();
        number = this.root.getWriteTxnId();
      });
      await this.root.flushed;
    } catch (error) {
      this.isUndone = true;
      const cause = await findCause(error);
      if (this.hooks.lastCommit() >= number) this.failure = syncFailed(); // it is seen, but was not synced
      const refusal = this.failure ?? this.hooks.refusal(cause);
      this.hooks.undone();
      for (const job of jobs) job.reject(refusal);
      return;
    }
    this.isUndone = false;
    this.hooks.afterCommit();
    for (const done of settle) done();
  }
}

/** LMDB's own error, which its binding hands over beside the one it throws. */
async function findCause(error: unknown): Promise<unknown> {
  return (error as { commitError?: Promise<never> }).commitError?.catch((cause: unknown) => cause) ?? error;
}
