import type { QueryRequest } from '../common/request.js';
import { ListenerSet } from './listener-set.js';

export interface Execution {
  request: QueryRequest;
  /** Whether it is a query, not a mutation or subscription. */
  isQuery: boolean;
  /** `Authorization` header; null if there was none. */
  authorization: string | null;
}

/** Latest execution per tab. The fetcher does not know its tab, which may be new, so tabs are assigned later. */
export class ExecutionHistory extends ListenerSet {
  private last: Execution | null = null;
  private waiting: Execution | null = null;
  private readonly byTab = new Map<string, Execution>();

  record(run: Execution): void {
    this.last = run;
    this.waiting = run;
    this.notify();
  }

  /** Returns the latest execution of any tab. */
  readonly newest = (): Execution | null => this.last;

  /** Returns the latest execution of the current tab. Assigns an execution without tab to it. */
  latestOf(tab: string): Execution | null {
    if (this.waiting) this.byTab.set(tab, this.waiting);
    this.waiting = null;
    return this.byTab.get(tab) ?? null;
  }
}
