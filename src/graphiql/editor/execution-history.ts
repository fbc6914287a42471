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
  private latest: Execution | null = null;
  private unassigned: Execution | null = null;
  private readonly byTab = new Map<string, Execution>();

  record(run: Execution): void {
    this.latest = run;
    this.unassigned = run;
    this.notify();
  }

  /** Returns the latest execution of any tab. */
  readonly newest = (): Execution | null => this.latest;

  /** Returns the latest execution of the current tab. Assigns an execution without tab to it. */
  latestOf(tab: string): Execution | null {
    if (this.unassigned) this.byTab.set(tab, this.unassigned);
    this.unassigned = null;
    return this.byTab.get(tab) ?? null;
  }
}
