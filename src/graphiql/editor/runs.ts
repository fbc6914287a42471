import type { Asked } from '../common/request.js';
import { Listeners } from './listeners.js';

export interface Run {
  asked: Asked;
  /** Whether it is a query, not a mutation or subscription. */
  isQuery: boolean;
  /** Null for none. */
  authorization: string | null;
}

/** The last operation of each tab. The fetcher does not know its tab, which may be new, so tabs are assigned later. */
export class Runs extends Listeners {
  private last: Run | null = null;
  private waiting: Run | null = null;
  private readonly byTab = new Map<string, Run>();

  ran(run: Run): void {
    this.last = run;
    this.waiting = run;
    this.tell();
  }

  /** The last operation of any tab. */
  readonly newest = (): Run | null => this.last;

  /** The last operation of the current tab; unassigned ones belong to it. */
  inFront(tab: string): Run | null {
    if (this.waiting) this.byTab.set(tab, this.waiting);
    this.waiting = null;
    return this.byTab.get(tab) ?? null;
  }
}
