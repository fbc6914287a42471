import type { Dependencies } from '../../store/dependencies.js';

/** Somebody who asked for an answer that is being made, and what is to be done with it; null where it cannot be shared. */
type Waiter<T> = (answer: T | null) => void;

/** More than these do not wait for one answer. */
const MOST_WAITING = 1000;

/** An answer that is being made for one request, and for those who ask the same meanwhile. */
export class Flight<T> {
  private readonly waiters: Waiter<T>[] = [];
  private isOver = false;
  /** What the answer depends on; null until something is read for it. */
  dependencies: Dependencies | null = null;

  constructor(
    readonly key: string,
    /** How the clock of changes stood when it began. */
    readonly begun: number,
  ) {}

  /** Waits for the answer; false where it came already, or too many wait. */
  join(waiter: Waiter<T>): boolean {
    if (this.isOver || this.waiters.length >= MOST_WAITING) return false;
    this.waiters.push(waiter);
    return true;
  }

  /** Gives all who wait the answer, once. */
  land(answer: T | null): void {
    if (this.isOver) return;
    this.isOver = true;
    for (const waiter of this.waiters) waiter(answer);
  }
}
