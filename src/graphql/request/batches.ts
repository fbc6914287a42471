import DataLoader from 'dataloader';
import type { RequestParts } from './request-parts.js';
import type { Slices } from './slices.js';

/** Asks the store for one request: what is asked for at one level of a query is one question. */
export class Batches {
  private readonly byDigest = new Map<string, unknown>();
  /** Questions that the store has not answered yet, and what is to be done once it has answered all. */
  private open = 0;
  private afterLevel: (() => void)[] = [];

  constructor(readonly request: RequestParts) {}

  /** Puts a question to the store, and waits for the answer no longer than the request may take. */
  ask<T>(question: () => Promise<T>): Promise<T> {
    this.request.stats.questions += 1;
    const answer = this.request.deadline.within(question());
    this.open += 1;
    const end = () => {
      this.open -= 1;
      this.endLevel();
    };
    answer.then(end, end);
    return answer;
  }

  /** Waits until the store has answered all, so that what lists of one level ask for is asked together. */
  readonly waitForLevel = (then: () => void): void => {
    this.afterLevel.push(then);
    this.endLevel();
  };

  private endLevel(): void {
    if (this.open > 0 || this.afterLevel.length === 0) return;
    // Whoever has an answer by now may ask for more in turn.
    setImmediate(() => {
      const { slices } = this.request.pace;
      if (this.open > 0) return;
      if (slices?.isWaiting) return slices.idle(() => this.endLevel());
      for (const then of this.afterLevel.splice(0)) then();
    });
  }

  /** Forgets what was read. */
  clear(): void {
    this.byDigest.clear();
  }

  /** What gives values by their keys, made for the first who asks. */
  loader<K, V>(
    digest: string,
    load: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
    batchScheduleFn?: (then: () => void) => void,
  ): DataLoader<K, V> {
    const known = this.byDigest.get(digest) as DataLoader<K, V> | undefined;
    if (known) return known;
    const { slices } = this.request.pace;
    const made = slices
      ? new SlicedLoader(load, slices, batchScheduleFn)
      : new DataLoader<K, V>(load, { ...(batchScheduleFn && { batchScheduleFn }) });
    this.byDigest.set(digest, made);
    return made;
  }
}

/** Waits until all work of an answer has asked, and gives what it has read when there is time to use it. */
class SlicedLoader<K, V> extends DataLoader<K, V> {
  constructor(
    read: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
    private readonly slices: Slices,
    schedule: (ask: () => void) => void = (ask) => ask(),
  ) {
    super(read, { batchScheduleFn: (ask) => slices.idle(() => schedule(ask)) });
  }

  // Not a function put in the place of `load`: V8 allocates such functions among what is old, and so keeps all that
  // they hold, here the whole request, until it collects that.
  override load(key: K): Promise<V> {
    const { slices } = this;
    return super.load(key).then(
      (value) => slices.do(() => value),
      (error: unknown) =>
        slices.do((): never => {
          throw error;
        }),
    );
  }
}
