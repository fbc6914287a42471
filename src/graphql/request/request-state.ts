import type { DatabaseUsage } from '../../store/store.js';
import type { Deadline } from './deadline.js';
import type { ResponseJobs } from './cooperative-scheduler.js';

/** Measurements of one request, for logs, metrics and response extensions. */
export interface RequestStats {
  /** Number of store reads. */
  storeReads: number;
  /** Number of entries returned by the store. */
  entries: number;
  /** Estimated cost, as a number of objects, including introspection. */
  cost: number;
  /** Part of the cost that counts towards the limit; null if it was not estimated. */
  counted: number | null;
  database: DatabaseUsage;
  /** Start time, as returned by `performance.now()`. */
  startedAt: number;
}

/** The job queue of a response; null if the response is computed without interruption. */
export interface RequestPacing {
  jobs: ResponseJobs | null;
}

/** State of one request that its data loaders share. */
export interface SharedRequestState {
  deadline: Deadline;
  stats: RequestStats;
  pace: RequestPacing;
}
