import { MongoError, MongoNetworkError } from 'mongodb';
import type { DatabaseUse } from '../store.js';

/**
 * Milliseconds after which an operation is given up that has no limit of its own, as writes have none: enough for a batch
 * of 15 MB on a busy machine, and more than a silent socket may take.
 */
const LIMIT_MS = 125_000;
/** Milliseconds that the database may be late with an operation that it limits itself. */
const LATE_MS = 1000;

interface Operation {
  /** The moment it was sent, later by what is not counted. */
  since: number;
  limitMs: number;
  end: (error: Error) => void;
}

/** How operations are watched: how long each may take, and where they are counted, if anywhere. */
interface Watching {
  limitMs?: number;
  use?: DatabaseUse | undefined;
}

/**
 * The operations that were sent to a database and are not answered yet. Each of them ends: the driver (7.9.0) waits for
 * ever where it writes to a socket that the other side has ended, for then nothing ever drains.
 */
export class Operations {
  /** The oldest first. */
  private readonly pending = new Set<Operation>();

  /**
   * @param onFailure  is told of each operation that failed, and not of those that were ended here
   * @param onBegun  is told of each operation that begins while no other is under way
   */
  constructor(
    private readonly onFailure: (error: unknown) => void,
    private readonly onBegun: () => void = () => {},
  ) {}

  /** Whether none is under way. */
  get areOver(): boolean {
    return this.pending.size === 0;
  }

  /** Milliseconds for which the oldest has been waiting; 0 when none does. */
  get longestWaitMs(): number {
    for (const { since } of this.pending) return performance.now() - since;
    return 0;
  }

  /**
   * A database, a collection or a cursor of the driver, of which all operations are watched, and those of what it gives.
   * They are counted here, and not by the driver's own events: for these the driver reads every answer twice.
   */
  watched<T extends object>(source: T, { limitMs = LIMIT_MS, use }: Watching = {}): T {
    const proxy: T = new Proxy(source, {
      get: (_source, name) => {
        const member: unknown = Reflect.get(source, name, source);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          const answer: unknown = Reflect.apply(member, source, given);
          const limit = ownLimit(given) ?? limitMs;
          if (answer === source) return proxy;
          if (answer instanceof Promise) return this.track(answer, limit, use);
          return isSource(answer) ? this.watched(answer, { limitMs: limit, use }) : answer;
        };
      },
    });
    return proxy;
  }

  /** Does not count so many milliseconds of their waiting, in which no answer could be read. */
  forgive(milliseconds: number): void {
    for (const operation of this.pending) operation.since += milliseconds;
  }

  /** Ends those that have waited longer than they may. */
  endLate(): void {
    const now = performance.now();
    this.end(({ since, limitMs }) => now - since > limitMs);
  }

  /** Ends those that were sent before a moment, as `performance.now()` tells it. */
  endBefore(moment: number): void {
    this.end(({ since }) => since < moment);
  }

  private end(whether: (operation: Operation) => boolean): void {
    for (const operation of this.pending) {
      if (whether(operation)) operation.end(new MongoNetworkError('no answer came'));
    }
  }

  private track<T>(answer: Promise<T>, limitMs: number, use: DatabaseUse | undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const since = performance.now();
      if (use) use.commands += 1;
      const ended = () => {
        if (use) use.milliseconds += performance.now() - since;
      };
      const end = (error: Error) => {
        if (!this.pending.delete(operation)) return;
        ended();
        reject(error);
      };
      const failed = (reason: unknown) => {
        const error = networkError(reason) ?? (reason as Error);
        if (this.pending.has(operation)) this.onFailure(error);
        end(error);
      };
      const operation = { since, limitMs, end };
      this.pending.add(operation);
      if (this.pending.size === 1) this.onBegun();
      answer.then((value) => {
        if (this.pending.delete(operation)) ended();
        resolve(value);
      }, failed);
    });
  }
}

/** An error of a socket as the driver means it to be; now and then it lets one through as it is. */
function networkError(error: unknown): MongoNetworkError | null {
  if (error instanceof MongoError || typeof error !== 'object' || error === null || !('syscall' in error)) return null;
  return new MongoNetworkError('the connection was lost', { cause: error as unknown as Error });
}

/** The limit that the options of a call set, which are its last argument. */
function ownLimit(given: readonly unknown[]): number | null {
  const options = given.at(-1);
  if (typeof options !== 'object' || options === null || !('maxTimeMS' in options)) return null;
  return Number(options.maxTimeMS) + LATE_MS;
}

/** Whether further operations go out from an answer: from a collection, from a cursor, from the loop over one. */
function isSource(answer: unknown): answer is object {
  if (typeof answer !== 'object' || answer === null) return false;
  return Symbol.asyncIterator in answer || 'collectionName' in answer;
}
