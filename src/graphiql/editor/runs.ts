import type { Asked } from '../common/request.js';
import { Listeners } from './listeners.js';

/** An operation that was run in the editor. */
export interface Run {
  asked: Asked;
  /** Whether it only reads, once. */
  isQuery: boolean;
  /** What was sent as `Authorization`; null for none. */
  authorization: string | null;
}

/**
 * The last operation of each tab of the editor. What sends it does not know its tab, and a tab may be new at that very
 * moment: the tab is told afterwards.
 */
export class Runs extends Listeners {
  private last: Run | null = null;
  private waiting: Run | null = null;
  private readonly byTab = new Map<string, Run>();

  ran(run: Run): void {
    this.last = run;
    this.waiting = run;
    this.tell();
  }

  /** The operation that was run last, in whatever tab. */
  readonly newest = (): Run | null => this.last;

  /** The last operation of a tab, the tab in front; what was run since belongs to it. */
  inFront(tab: string): Run | null {
    if (this.waiting) this.byTab.set(tab, this.waiting);
    this.waiting = null;
    return this.byTab.get(tab) ?? null;
  }
}
